package questionbank.signin;

import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import questionbank.account.Role;

/**
 * Which addresses are open to whom: those named here, and nothing else, not even to
 * administrators. Reading keeps no session and leaves no cookie.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityRules {

	/** Where people sign out, by sending; no controller is there. */
	static final String SIGN_OUT = "/sign-out";

	/** Everybody reads these. */
	private static final String[] READING = { "/", "/questions", "/questions/random", "/questions/{id:[0-9]+}",
			"/css/**", "/js/**", "/webjars/**", "/favicon*.svg" };

	/** Everybody comes in by these, and what is wrong is shown there. */
	private static final String[] DOORS = { "/sign-in", "/sign-in/passkey/**", "/sign-up", "/setup", "/invitations/*",
			"/resets/*", "/error" };

	/** Everybody practises, with an account or without. */
	private static final String[] PRACTICE = { "/practice", "/practice/**" };

	/** What is the person's own. */
	private static final String[] CANDIDATES = { "/account", "/account/**" };

	/** People, and the desk on which questions are written. */
	private static final String[] ADMINISTRATORS = { "/people", "/people/**", "/questions", "/questions/{id:[0-9]+}",
			"/questions/new", "/questions/{id:[0-9]+}/edit", "/questions/{id:[0-9]+}/revisions/**",
			"/questions/{id:[0-9]+}/publication", "/questions/{id:[0-9]+}/retirement", "/questions/desk",
			"/questions/preview", "/questions/similar", "/questions/bulk/**", "/questions/duplicates/**",
			"/questions/topics/**" };

	@Bean
	SecurityFilterChain addresses(HttpSecurity http, RevalidatingSecurityContextRepository visits,
			CsrfTokenRepository formTokens, ProviderSignIn providers, MetricsAuthorization metrics,
			ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
		var refusal = new AccessDeniedResponses(mappings);
		providers.open(http);
		return http.securityContext((context) -> context.securityContextRepository(visits))
			.authorizeHttpRequests((addresses) -> open(addresses, metrics))
			.csrf((forms) -> forms.csrfTokenRepository(formTokens).ignoringRequestMatchers(new SignOutMatcher(visits)))
			.exceptionHandling((refused) -> refused.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
			.logout((out) -> out.logoutRequestMatcher(SignOutMatcher.SIGN_OUT)
				.logoutSuccessUrl("/sign-in?said=signed-out"))
			// A stranger's way back stands in the address of the sign-in page.
			.requestCache(AbstractHttpConfigurer::disable)
			// See SecurityHeaders.
			.headers(AbstractHttpConfigurer::disable)
			.build();
	}

	/** Answers addresses and methods that the firewall refuses. */
	@Bean
	RequestRejectedHandler refusedAddresses() {
		return new HttpStatusRequestRejectedHandler();
	}

	/** Each of a dozen filters would be timed by itself at every request. */
	@Bean
	SecurityObservationSettings filtersAreNotTimed() {
		return SecurityObservationSettings.noObservations();
	}

	private static void open(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry addresses,
			MetricsAuthorization metrics) {
		addresses.dispatcherTypeMatchers(DispatcherType.ERROR)
			.permitAll()
			.requestMatchers(HttpMethod.GET, READING)
			.permitAll()
			.requestMatchers(HttpMethod.HEAD, READING)
			.permitAll()
			.requestMatchers(HttpMethod.OPTIONS, READING)
			.permitAll()
			.requestMatchers(DOORS)
			.permitAll()
			.requestMatchers(PRACTICE)
			.permitAll()
			.requestMatchers(EndpointRequest.to("health"))
			.permitAll()
			.requestMatchers(EndpointRequest.to("prometheus"))
			.access(metrics)
			.requestMatchers(CANDIDATES)
			.hasAnyRole(Role.CANDIDATE.andAbove())
			.requestMatchers(ADMINISTRATORS)
			.hasAnyRole(Role.ADMINISTRATOR.andAbove())
			.anyRequest()
			.denyAll();
	}

}
