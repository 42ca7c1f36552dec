package questionbank.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

import questionbank.account.TransientSessionAttributes;
import questionbank.ratelimit.RateLimiter;
import questionbank.web.LocalPath;

/**
 * Creates the authorization request for a provider within a rate limit, and stores the
 * address to redirect to afterwards.
 */
@Component
class ProviderRequests implements OAuth2AuthorizationRequestResolver {

	/** OAuth2 error code: rate limit exceeded. */
	static final String RATE_LIMITED = "slow";

	private static final String AUTHORIZATION_PATH = "/oauth2/authorization";

	/** Session attribute: the address to redirect to after the sign-in. */
	private static final String TARGET = ProviderRequests.class.getName() + ".TARGET";

	private final Providers providers;

	private final OAuth2AuthorizationRequestResolver resolver;

	private final RevalidatingSecurityContextRepository securityContexts;

	private final RateLimiter rateLimiter;

	ProviderRequests(Providers providers, RevalidatingSecurityContextRepository securityContexts,
			RateLimiter rateLimiter) {
		this.providers = providers;
		this.resolver = new DefaultOAuth2AuthorizationRequestResolver(providers::find, AUTHORIZATION_PATH);
		this.securityContexts = securityContexts;
		this.rateLimiter = rateLimiter;
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
		if (!isToProvider(request)) {
			return null;
		}
		if (this.securityContexts.isKnown(request)) {
			// Login CSRF: a link must not switch a user to another account.
			throw new OAuth2AuthenticationException(new OAuth2Error("known"), "Already signed in");
		}
		if (this.rateLimiter.consumeAnonymous(request.getRemoteAddr()).isLimited()) {
			throw new OAuth2AuthenticationException(new OAuth2Error(RATE_LIMITED), "Too many attempts");
		}
		var authorizationRequest = this.resolver.resolve(request);
		TransientSessionAttributes.put(TARGET, SignIn.redirectTarget(request.getParameter("to")), request);
		return authorizationRequest;
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
		return this.resolver.resolve(request, registration);
	}

	/**
	 * Takes the stored address to redirect to from the session; returns that of the
	 * request if it failed before the redirect to the provider.
	 */
	static String target(HttpServletRequest request) {
		return TransientSessionAttributes.take(TARGET, String.class, request)
			.orElseGet(() -> SignIn.redirectTarget(request.getParameter("to")));
	}

	private boolean isToProvider(HttpServletRequest request) {
		return this.providers.names()
			.keySet()
			.stream()
			.anyMatch((provider) -> LocalPath.of(request).equals(AUTHORIZATION_PATH + "/" + provider));
	}

}
