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

/**
 * Signing in with a provider: people leave by {@code /oauth2/authorization/{provider}},
 * come back by {@code /login/oauth2/code/{provider}}, and are let in as by any other
 * door.
 */
@Component
class ProviderSignIn {

	private static final Logger logger = LoggerFactory.getLogger(ProviderSignIn.class);

	private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

	private static final int LOGGED = 200;

	/** What the sign-in page has words for. */
	private static final Set<String> REASONS = Set.of(FederatedIdentities.UNPROVEN, FederatedIdentities.UNKNOWN,
			ProviderRequests.SLOW);

	private final Providers providers;

	private final FederatedIdentities identities;

	private final SignIn signIn;

	private final RevalidatingSecurityContextRepository visits;

	private final ProviderRequests leaving;

	private final RedirectStrategy redirects = new DefaultRedirectStrategy();

	/** Lets failures be answered by us, and nobody be signed in but by our entrance. */
	private final ObjectPostProcessor<Filter> filters = new ObjectPostProcessor<>() {
		@Override
		public <F extends Filter> F postProcess(F filter) {
			if (filter instanceof OAuth2AuthorizationRequestRedirectFilter leaving) {
				leaving.setAuthenticationFailureHandler(ProviderSignIn.this::fail);
			}
			if (filter instanceof OAuth2LoginAuthenticationFilter returning) {
				returning.setSecurityContextRepository(new NullSecurityContextRepository());
			}
			return filter;
		}
	};

	ProviderSignIn(Providers providers, FederatedIdentities identities, SignIn signIn,
			RevalidatingSecurityContextRepository visits, ProviderRequests leaving) {
		this.providers = providers;
		this.identities = identities;
		this.signIn = signIn;
		this.visits = visits;
		this.leaving = leaving;
	}

	/** Opens this way in, if there is any provider. */
	void open(HttpSecurity http) {
		if (this.providers.names().isEmpty()) {
			return;
		}
		http.oauth2Login((way) -> way.loginPage("/sign-in")
			.clientRegistrationRepository(this.providers::find)
			.authorizedClientRepository(new NullAuthorizedClientRepository())
			.authorizationEndpoint((leaving) -> leaving.authorizationRequestResolver(this.leaving))
			.tokenEndpoint((token) -> token.accessTokenResponseClient(ProviderConnections.tokens()))
			.userInfoEndpoint((people) -> people.oidcUserService(ProviderConnections.people()))
			.successHandler(this::succeed)
			.failureHandler(this::fail)
			.withObjectPostProcessor(this.filters));
	}

	private void succeed(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
			throws IOException {
		try {
			if (!(authentication.getPrincipal() instanceof OidcUser identity)) {
				throw new OAuth2AuthenticationException(new OAuth2Error("form"),
						"The provider does not speak OpenID Connect");
			}
			var arrival = unlessOvertaken(() -> this.identities.arrive(identity));
			var onward = ProviderRequests.onward(request);
			this.signIn.completeFederated(arrival.person(), request, response);
			this.redirects.sendRedirect(request, response, arrival.takenOver() ? "/account?said=taken-over" : onward);
		}
		catch (AuthenticationException ex) {
			fail(request, response, ex);
		}
	}

	private void fail(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
			throws IOException {
		var onward = ProviderRequests.onward(request);
		if (this.visits.isKnown(request)) {
			this.redirects.sendRedirect(request, response, onward);
			return;
		}
		// What a provider says comes by way of the browser, which may say anything.
		var said = UNPRINTABLE.matcher(String.valueOf(exception.getMessage())).replaceAll(" ");
		logger.info("Signing in with a provider came to nothing: {}", StringUtils.truncate(said, LOGGED));
		this.redirects.sendRedirect(request, response,
				"/sign-in?said=" + reason(exception) + "&to=" + UriUtils.encode(onward, StandardCharsets.UTF_8));
	}

	/** What the sign-in page is to say; ahead of leaving, the reason is a cause. */
	private static String reason(AuthenticationException exception) {
		var reason = (exception.getCause() instanceof AuthenticationException cause) ? cause : exception;
		if (reason instanceof DisabledException) {
			return "closed";
		}
		return (reason instanceof OAuth2AuthenticationException refusal
				&& REASONS.contains(refusal.getError().getErrorCode())) ? refusal.getError().getErrorCode()
						: "provider";
	}

	/**
	 * Where the same person comes twice at once, the second finds what the first made.
	 */
	private static <T> T unlessOvertaken(Supplier<T> arriving) {
		try {
			return arriving.get();
		}
		catch (DataIntegrityViolationException ex) {
			return arriving.get();
		}
	}

}
