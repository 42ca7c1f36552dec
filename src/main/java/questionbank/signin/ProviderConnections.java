package questionbank.signin;

import java.time.Duration;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Creates HTTP clients with timeouts for OpenID providers. */
final class ProviderConnections {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private ProviderConnections() {
	}

	/** Creates Spring Security's default client for the token endpoint, with timeouts. */
	static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens() {
		var client = new RestClientAuthorizationCodeTokenResponseClient();
		client.setRestClient(RestClient.builder()
			.requestFactory(requestFactory())
			.configureMessageConverters((converters) -> converters.addCustomConverter(new FormHttpMessageConverter())
				.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
			.defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
			.build());
		return client;
	}

	/** Creates Spring Security's default client for user info, with timeouts. */
	static OidcUserService userInfo() {
		var template = new RestTemplate(requestFactory());
		template.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
		var users = new DefaultOAuth2UserService();
		users.setRestOperations(template);
		var service = new OidcUserService();
		service.setOauth2UserService(users);
		return service;
	}

	private static ClientHttpRequestFactory requestFactory() {
		var factory = new SimpleClientHttpRequestFactory();
		factory.setConnectTimeout(TIMEOUT);
		factory.setReadTimeout(TIMEOUT);
		return factory;
	}

}
