package questionbank.signin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

import questionbank.account.FederatedIdentities;
import questionbank.account.Registration;

/**
 * Configures sign-in by OpenID Connect. {@code /oauth2/authorization/{provider}}
 * redirects to the provider, which redirects to {@code /login/oauth2/code/{provider}};
 * the session is then established by {@link SignIn}, as for other ways to sign in.
 */
@Component
class ProviderSignIn {

	private static final Logger logger = LoggerFactory.getLogger(ProviderSignIn.class);

	private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

	private static final int MAX_LOGGED = 200;

	/** The error codes for which the sign-in page has a message. */
	private static final Set<String> KNOWN_CODES = Set.of(FederatedIdentities.UNPROVEN, FederatedIdentities.UNKNOWN,
			ProviderRequests.RATE_LIMITED);

	private final Providers providers;

	private final FederatedIdentities identities;

	private final SignIn signIn;

	private final RevalidatingSecurityContextRepository securityContexts;

	private final ProviderRequests authorizationRequests;

	private final RedirectStrategy redirects = new DefaultRedirectStrategy();

	/**
	 * Sets the failure handler of the filter that redirects to the provider, for which
	 * the DSL has no setting, and keeps the login filter from saving the provider's
	 * principal: {@link SignIn} saves the account's.
	 */
	private final ObjectPostProcessor<Filter> filterSettings = new ObjectPostProcessor<>() {
		@Override
		public <F extends Filter> F postProcess(F filter) {
			if (filter instanceof OAuth2AuthorizationRequestRedirectFilter redirectFilter) {
				redirectFilter.setAuthenticationFailureHandler(ProviderSignIn.this::fail);
			}
			if (filter instanceof OAuth2LoginAuthenticationFilter loginFilter) {
				loginFilter.setSecurityContextRepository(new NullSecurityContextRepository());
			}
			return filter;
		}
	};

	ProviderSignIn(Providers providers, FederatedIdentities identities, SignIn signIn,
			RevalidatingSecurityContextRepository securityContexts, ProviderRequests authorizationRequests) {
		this.providers = providers;
		this.identities = identities;
		this.signIn = signIn;
		this.securityContexts = securityContexts;
		this.authorizationRequests = authorizationRequests;
	}

	/** Enables OpenID Connect in the filter chain if a provider is configured. */
	void open(HttpSecurity http) {
		if (this.providers.names().isEmpty()) {
			return;
		}
		http.oauth2Login((login) -> login.loginPage("/sign-in")
			.clientRegistrationRepository(this.providers::find)
			.authorizedClientRepository(new NullAuthorizedClientRepository())
			.authorizationEndpoint((endpoint) -> endpoint.authorizationRequestResolver(this.authorizationRequests))
			.tokenEndpoint((endpoint) -> endpoint.accessTokenResponseClient(ProviderConnections.tokens()))
			.userInfoEndpoint((endpoint) -> endpoint.oidcUserService(ProviderConnections.userInfo()))
			.successHandler(this::succeed)
			.failureHandler(this::fail)
			.withObjectPostProcessor(this.filterSettings));
	}

	private void succeed(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
			throws IOException {
		try {
			if (!(authentication.getPrincipal() instanceof OidcUser identity)) {
				throw new OAuth2AuthenticationException(new OAuth2Error("form"),
						"Provider does not support OpenID Connect");
			}
			var account = retryOnce(() -> this.identities.resolve(identity));
			var target = ProviderRequests.target(request);
			this.signIn.completeFederated(account.person(), request, response);
			this.redirects.sendRedirect(request, response,
					account.takenOver() ? Registration.CONTINUE + "?said=taken-over" : target);
		}
		catch (AuthenticationException ex) {
			fail(request, response, ex);
		}
	}

	private void fail(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
			throws IOException {
		var target = ProviderRequests.target(request);
		if (this.securityContexts.isKnown(request)) {
			this.redirects.sendRedirect(request, response, target);
			return;
		}
		// The error parameters pass through the browser (log injection).
		var message = UNPRINTABLE.matcher(String.valueOf(exception.getMessage())).replaceAll(" ");
		logger.info("Sign-in by provider failed: {}", StringUtils.truncate(message, MAX_LOGGED));
		this.redirects.sendRedirect(request, response,
				"/sign-in?said=" + code(exception) + "&to=" + UriUtils.encode(target, StandardCharsets.UTF_8));
	}

	/**
	 * Returns the code of the message on the sign-in page. Failures before the redirect
	 * to the provider are unwrapped.
	 */
	private static String code(AuthenticationException exception) {
		var failure = (exception.getCause() instanceof AuthenticationException cause) ? cause : exception;
		if (failure instanceof DisabledException) {
			return "closed";
		}
		return (failure instanceof OAuth2AuthenticationException oauth2
				&& KNOWN_CODES.contains(oauth2.getError().getErrorCode())) ? oauth2.getError().getErrorCode()
						: "provider";
	}

	/** Retries after a concurrent request has inserted the same identity. */
	private static <T> T retryOnce(Supplier<T> resolution) {
		try {
			return resolution.get();
		}
		catch (DataIntegrityViolationException ex) {
			return resolution.get();
		}
	}

}
