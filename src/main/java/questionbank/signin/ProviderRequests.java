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

/** Sends strangers to a provider, and notes where they want to go once they are back. */
@Component
class ProviderRequests implements OAuth2AuthorizationRequestResolver {

	/** OAuth2 error code: rate limit exceeded. */
	static final String SLOW = "slow";

	private static final String LEAVING = "/oauth2/authorization";

	/** Where to go on to afterwards, while somebody is away. */
	private static final String ONWARD = ProviderRequests.class.getName() + ".ONWARD";

	private final Providers providers;

	private final OAuth2AuthorizationRequestResolver resolver;

	private final RevalidatingSecurityContextRepository visits;

	private final RateLimiter rateLimiter;

	ProviderRequests(Providers providers, RevalidatingSecurityContextRepository visits, RateLimiter rateLimiter) {
		this.providers = providers;
		this.resolver = new DefaultOAuth2AuthorizationRequestResolver(providers::find, LEAVING);
		this.visits = visits;
		this.rateLimiter = rateLimiter;
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
		if (!isToProvider(request)) {
			return null;
		}
		if (this.visits.isKnown(request)) {
			// A link from elsewhere must not make somebody else of them.
			throw new OAuth2AuthenticationException(new OAuth2Error("known"), "Signed in already");
		}
		if (this.rateLimiter.consumeAnonymous(request.getRemoteAddr()).isLimited()) {
			throw new OAuth2AuthenticationException(new OAuth2Error(SLOW), "Too many attempts");
		}
		var leaving = this.resolver.resolve(request);
		TransientSessionAttributes.keep(ONWARD, SignIn.redirectTarget(request.getParameter("to")), request);
		return leaving;
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
		return this.resolver.resolve(request, registration);
	}

	/** Where somebody wanted to go, who may not have left yet. */
	static String onward(HttpServletRequest request) {
		return TransientSessionAttributes.take(ONWARD, String.class, request)
			.orElseGet(() -> SignIn.redirectTarget(request.getParameter("to")));
	}

	private boolean isToProvider(HttpServletRequest request) {
		return this.providers.names()
			.keySet()
			.stream()
			.anyMatch((provider) -> LocalPath.of(request).equals(LEAVING + "/" + provider));
	}

}
