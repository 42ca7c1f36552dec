package questionbank.account;

import java.io.IOException;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Signing in with a provider: people leave by {@code /oauth2/authorization/{provider}},
 * come back by {@code /login/oauth2/code/{provider}}, and are let in as by any other
 * door.
 */
@Component
class ProviderSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	private static final Logger logger = LoggerFactory.getLogger(ProviderSignIn.class);

	private static final String LEAVING = "/oauth2/authorization";

	/** Where to go on to afterwards, while somebody is away. */
	private static final String ONWARD = ProviderSignIn.class.getName() + ".ONWARD";

	private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}+");

	private final Providers providers;

	private final FederatedIdentities identities;

	private final Entrance entrance;

	ProviderSignIn(Providers providers, FederatedIdentities identities, Entrance entrance) {
		this.providers = providers;
		this.identities = identities;
		this.entrance = entrance;
	}

	/** Opens this way in, if there is any provider. */
	void open(HttpSecurity http) {
		if (this.providers.names().isEmpty()) {
			return;
		}
		http.oauth2Login((way) -> way.loginPage("/sign-in")
			.clientRegistrationRepository(this.providers)
			.authorizedClientRepository(new NoTokens())
			.authorizationEndpoint((leaving) -> leaving.authorizationRequestResolver(new Leaving()))
			.tokenEndpoint((token) -> token.accessTokenResponseClient(ProviderConnections.tokens()))
			.userInfoEndpoint((people) -> people.oidcUserService(ProviderConnections.people()))
			.successHandler(this)
			.failureHandler(this)
			.withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
				@Override
				public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
					filter.setAuthenticationFailureHandler(ProviderSignIn.this);
					return filter;
				}
			}));
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		var onward = (String) request.getSession().getAttribute(ONWARD);
		request.getSession().removeAttribute(ONWARD);
		try {
			if (!(authentication.getPrincipal() instanceof OidcUser identity)) {
				throw new OAuth2AuthenticationException("no OpenID Connect");
			}
			var arrival = unlessOvertaken(() -> this.identities.arrive(identity));
			this.entrance.admit(arrival.person(), request, response);
			redirect(response, arrival.takenOver() ? "/account?said=taken-over" : Entrance.onward(onward));
		}
		catch (AuthenticationException ex) {
			this.entrance.leave(request);
			onAuthenticationFailure(request, response, ex);
		}
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException {
		// What a provider says comes by way of the browser, which may say anything.
		logger.info("Signing in with a provider came to nothing: {}",
				UNPRINTABLE.matcher(String.valueOf(exception.getMessage())).replaceAll(" "));
		redirect(response, "/sign-in?said=" + reason(exception));
	}

	private static String reason(AuthenticationException exception) {
		if (exception instanceof DisabledException) {
			return "closed";
		}
		if (exception instanceof OAuth2AuthenticationException refusal) {
			var code = refusal.getError().getErrorCode();
			if (code.equals(FederatedIdentities.UNPROVEN) || code.equals(FederatedIdentities.UNKNOWN)) {
				return code;
			}
		}
		return "provider";
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

	private static void redirect(HttpServletResponse response, String address) throws IOException {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.sendRedirect(address);
	}

	/** Notes where somebody wants to go before they leave for the provider. */
	private final class Leaving implements OAuth2AuthorizationRequestResolver {

		private final OAuth2AuthorizationRequestResolver resolver = new DefaultOAuth2AuthorizationRequestResolver(
				ProviderSignIn.this.providers, LEAVING);

		@Override
		public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
			if (!isToProvider(request)) {
				return null;
			}
			var leaving = this.resolver.resolve(request);
			ProviderSignIn.this.entrance.beforeTheDoor(request)
				.setAttribute(ONWARD, Entrance.onward(request.getParameter("to")));
			return leaving;
		}

		@Override
		public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
			return this.resolver.resolve(request, registration);
		}

		private boolean isToProvider(HttpServletRequest request) {
			return ProviderSignIn.this.providers.names()
				.keySet()
				.stream()
				.anyMatch((provider) -> request.getRequestURI().equals(LEAVING + "/" + provider));
		}

	}

}
