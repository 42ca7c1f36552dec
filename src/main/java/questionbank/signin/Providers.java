package questionbank.signin;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

import questionbank.account.BaseUrl;

/**
 * The OpenID Connect providers that the settings name, by which the people of an
 * organisation sign in. A provider is asked where its doors are when somebody first comes
 * to it, so that the program starts while one is down. Spring Boot's own bean for them
 * would ask at the start, and have Spring Security prepare what nobody needs here.
 */
@Component
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class Providers {

	private static final Logger logger = LoggerFactory.getLogger(Providers.class);

	/** What is asked about people, where the settings do not say. */
	private static final List<String> SCOPES = List.of("openid", "email", "profile");

	/**
	 * The redirect URI behind the configured address; without one, Spring Security takes
	 * scheme and host from the request.
	 */
	private static final String REDIRECT_PATH = "{basePath}/{action}/oauth2/code/{registrationId}";

	private static final OAuth2Error SILENT = new OAuth2Error("silent", "The provider does not answer", null);

	/** For so long a provider is not asked again. */
	private static final Duration SILENCE = Duration.ofSeconds(30);

	/** The page that a provider answers can be long. */
	private static final int LOGGED = 200;

	private final OAuth2ClientProperties settings;

	private final Map<String, String> names = new TreeMap<>();

	private final Map<String, ClientRegistration> found = new ConcurrentHashMap<>();

	private final Cache<String, Exception> silent = Caffeine.newBuilder().expireAfterWrite(SILENCE).build();

	private final Lock asking = new ReentrantLock();

	Providers(OAuth2ClientProperties settings, BaseUrl address) {
		this.settings = settings;
		settings.getRegistration().forEach((id, registration) -> {
			this.names.put(id, Objects.requireNonNullElse(registration.getClientName(), id));
			if (registration.getScope() == null) {
				registration.setScope(new LinkedHashSet<>(SCOPES));
			}
			if (registration.getRedirectUri() == null) {
				address.configuredOrigin().ifPresent((origin) -> registration.setRedirectUri(origin + REDIRECT_PATH));
			}
		});
	}

	/** What the providers are called, by their names in addresses and in that order. */
	Map<String, String> names() {
		return this.names;
	}

	/**
	 * Finds a provider by its name in addresses.
	 * @throws OAuth2AuthenticationException if it does not say where its doors are, has
	 * not done so a moment ago, or is just being asked
	 */
	@Nullable ClientRegistration find(String id) {
		var registration = this.settings.getRegistration().get(id);
		var known = this.found.get(id);
		if (registration == null || known != null) {
			return known;
		}
		// One waits for a provider that hangs, and not everybody who comes.
		if (this.silent.getIfPresent(id) != null || !this.asking.tryLock()) {
			throw new OAuth2AuthenticationException(SILENT);
		}
		try {
			var asked = ask(id, registration);
			this.found.put(id, asked);
			return asked;
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			this.silent.put(id, ex);
			logger.warn("The provider {} cannot be used: {}", id,
					StringUtils.truncate(String.valueOf(ex.getMessage()), LOGGED));
			throw new OAuth2AuthenticationException(SILENT, ex);
		}
		finally {
			this.asking.unlock();
		}
	}

	private ClientRegistration ask(String id, OAuth2ClientProperties.Registration registration) {
		var alone = new OAuth2ClientProperties();
		alone.getRegistration().put(id, registration);
		alone.getProvider().putAll(this.settings.getProvider());
		return Objects.requireNonNull(new OAuth2ClientPropertiesMapper(alone).asClientRegistrations().get(id));
	}

}
