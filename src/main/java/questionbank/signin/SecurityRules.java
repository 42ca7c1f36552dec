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
	private static final String[] STATIC_FILES = { "/css/**", "/js/**", "/webjars/**", "/schema/**", "/favicon*.svg" };

	@Bean
	SecurityFilterChain addresses(HttpSecurity http, RevalidatingSecurityContextRepository securityContexts,
			CsrfTokenRepository csrfTokens, ProviderSignIn providers, MetricsAuthorization metrics,
			ObjectProvider<RequestMappingInfoHandlerMapping> mappings, RouteRules routes) {
		var denied = new AccessDeniedResponses(mappings);
		providers.open(http);
		return http.securityContext((context) -> context.securityContextRepository(securityContexts))
			.authorizeHttpRequests((requests) -> authorize(requests, metrics, routes))
			.csrf((csrf) -> csrf.csrfTokenRepository(csrfTokens)
				.ignoringRequestMatchers(new SignOutMatcher(securityContexts)))
			.exceptionHandling((exceptions) -> exceptions.authenticationEntryPoint(denied).accessDeniedHandler(denied))
			.logout((logout) -> logout.logoutRequestMatcher(SignOutMatcher.SIGN_OUT)
				.logoutSuccessUrl("/sign-in?said=signed-out"))
			// The URL of the sign-in page has the address to return to; see
			// AccessDeniedResponses.
			.requestCache(AbstractHttpConfigurer::disable)
			// See SecurityHeaders.
			.headers(AbstractHttpConfigurer::disable)
			.build();
	}

	/** Responds 400 to URLs and methods that Spring Security's HTTP firewall rejects. */
	@Bean
	RequestRejectedHandler refusedAddresses() {
		return new HttpStatusRequestRejectedHandler();
	}

	/** Disables observations, which would time each filter of the chain separately. */
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
