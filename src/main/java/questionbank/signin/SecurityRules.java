package questionbank.signin;

import java.util.List;

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

/**
 * Configures the security filter chain. Access to pages is authorized by the
 * {@link questionbank.web.Route} of their handlers; everything else but static files and
 * two actuator endpoints is denied. Reading creates no session and sets no cookie.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityRules {

	/** POST only; handled by Spring Security's LogoutFilter. */
	static final String SIGN_OUT = "/sign-out";

	/** Static files, which no handler method serves. */
	private static final String[] STATIC_FILES = { "/css/**", "/js/**", "/webjars/**", "/favicon*.svg" };

	@Bean
	SecurityFilterChain addresses(HttpSecurity http, RevalidatingSecurityContextRepository visits,
			CsrfTokenRepository formTokens, ProviderSignIn providers, MetricsAuthorization metrics,
			ObjectProvider<RequestMappingInfoHandlerMapping> mappings, RouteRules routes) {
		var refusal = new AccessDeniedResponses(mappings);
		providers.open(http);
		return http.securityContext((context) -> context.securityContextRepository(visits))
			.authorizeHttpRequests((requests) -> authorize(requests, metrics, routes))
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

	private static void authorize(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
			MetricsAuthorization metrics, RouteRules routes) {
		requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
		for (var method : List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS)) {
			requests.requestMatchers(method, STATIC_FILES).permitAll();
		}
		requests.requestMatchers(EndpointRequest.to("health"))
			.permitAll()
			.requestMatchers(EndpointRequest.to("prometheus"))
			.access(metrics);
		routes.authorize(requests);
		requests.anyRequest().denyAll();
	}

}
