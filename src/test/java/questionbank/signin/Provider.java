package questionbank.signin;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

import questionbank.HtmlPage;
import questionbank.Visitor;

/**
 * An OpenID Connect provider on a port of its own: Spring Authorization Server.
 */
class Provider implements AutoCloseable {

	static final String CLIENT = "question-bank";

	static final String SECRET = "the secret of the client";

	private static final String PASSWORD = "known to the provider alone";

	private final ConfigurableApplicationContext program;

	private Provider(ConfigurableApplicationContext program) {
		this.program = program;
	}

	static Provider start() {
		return new Provider(new SpringApplicationBuilder(SignInPages.class).web(WebApplicationType.SERVLET)
			.properties("spring.config.name=provider", "spring.main.banner-mode=off", "logging.level.root=warn")
			.run());
	}

	String address() {
		return "http://localhost:" + port();
	}

	/** Allows a redirect URI. */
	void register(String redirectUri) {
		this.program.getBean(InMemoryRegisteredClientRepository.class).save(client(redirectUri));
	}

	/** Adds a user with claims. */
	void add(String name, Map<String, Object> claims) {
		this.program.getBean(InMemoryUserDetailsManager.class)
			.createUser(User.withUsername(name).password("{noop}" + PASSWORD).build());
		changeClaims(name, claims);
	}

	/** Replaces the claims of a user. */
	void changeClaims(String name, Map<String, Object> claims) {
		this.program.getBean(Claims.class).of.put(name, claims);
	}

	/**
	 * Signs a user in.
	 * @param address the authorization request
	 * @return the address of the callback
	 */
	String signIn(String name, String address) {
		var visitor = new Visitor(port());
		var form = visitor.visit(address.replace(address(), ""));
		var response = visitor.send(form, "form", "username", name, "password", PASSWORD);
		for (HtmlPage next = response; true; next = visitor.open(next.header("Location").replace(address(), ""))) {
			if (!next.header("Location").startsWith(address())) {
				return next.header("Location");
			}
		}
	}

	@Override
	public void close() {
		this.program.close();
	}

	private int port() {
		return this.program.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	private static RegisteredClient client(String redirectUri) {
		return RegisteredClient.withId(CLIENT)
			.clientId(CLIENT)
			.clientSecret("{noop}" + SECRET)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri(redirectUri)
			.scope("openid")
			.scope("email")
			.scope("profile")
			.build();
	}

	private record Claims(Map<String, Map<String, Object>> of) {
	}

	@EnableWebSecurity
	static class SignInPages {

		@Bean
		TomcatServletWebServerFactory server() {
			var server = new TomcatServletWebServerFactory(0);
			// The filters run only ahead of a servlet.
			server.setRegisterDefaultServlet(true);
			return server;
		}

		@Bean
		SecurityFilterChain addresses(HttpSecurity http) {
			return http.oauth2AuthorizationServer((server) -> server.oidc(Customizer.withDefaults()))
				.oauth2ResourceServer((people) -> people.jwt(Customizer.withDefaults()))
				.authorizeHttpRequests((addresses) -> addresses.anyRequest().authenticated())
				.formLogin(Customizer.withDefaults())
				.build();
		}

		@Bean
		AuthorizationServerSettings settings() {
			return AuthorizationServerSettings.builder().build();
		}

		@Bean
		InMemoryRegisteredClientRepository clients() {
			return new InMemoryRegisteredClientRepository(client("http://localhost/nowhere"));
		}

		@Bean
		InMemoryUserDetailsManager people() {
			return new InMemoryUserDetailsManager();
		}

		@Bean
		Claims claims() {
			return new Claims(new ConcurrentHashMap<>());
		}

		@Bean
		OAuth2TokenCustomizer<JwtEncodingContext> tokens(Claims claims) {
			return (token) -> {
				if (token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
					claims.of.get(token.getPrincipal().getName()).forEach(token.getClaims()::claim);
				}
			};
		}

		@Bean
		JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
			var keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
			var key = new RSAKey.Builder((RSAPublicKey) keys.getPublic()).privateKey(keys.getPrivate())
				.keyID("the only one")
				.build();
			return new ImmutableJWKSet<>(new JWKSet(key));
		}

		@Bean
		JwtDecoder decoder(JWKSource<SecurityContext> keys) {
			return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
		}

	}

}
