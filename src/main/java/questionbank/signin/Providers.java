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

import questionbank.web.BaseUrl;

/**
 * The configured OpenID Connect providers. Fetches the discovery document of a provider
 * on first use, not at startup as Spring Boot's own bean does, so that the program starts
 * while a provider is down.
 */
@Component
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class Providers {

	private static final Logger logger = LoggerFactory.getLogger(Providers.class);

	/** The scopes to request if the settings name none. */
	private static final List<String> DEFAULT_SCOPES = List.of("openid", "email", "profile");

	/**
	 * The redirect URI relative to the configured base URL; without one, Spring Security
	 * takes scheme and host from the request.
	 */
	private static final String REDIRECT_PATH = "{basePath}/{action}/oauth2/code/{registrationId}";

	private static final OAuth2Error UNAVAILABLE = new OAuth2Error("unavailable", "Provider unavailable", null);

	/** Time before discovery is retried. */
	private static final Duration RETRY_INTERVAL = Duration.ofSeconds(30);

	/** An error message can contain a whole page. */
	private static final int MAX_LOGGED = 200;

	private final OAuth2ClientProperties settings;

	private final Map<String, String> names = new TreeMap<>();

	private final Map<String, ClientRegistration> registrations = new ConcurrentHashMap<>();

	private final Cache<String, Exception> failures = Caffeine.newBuilder().expireAfterWrite(RETRY_INTERVAL).build();

	/** A lock for each provider, so that one that hangs does not delay the others. */
	private final Map<String, Lock> discoveries = new ConcurrentHashMap<>();

	Providers(OAuth2ClientProperties settings, BaseUrl baseUrl) {
		this.settings = settings;
		settings.getRegistration().forEach((id, registration) -> {
			this.names.put(id, Objects.requireNonNullElse(registration.getClientName(), id));
			if (registration.getScope() == null) {
				registration.setScope(new LinkedHashSet<>(DEFAULT_SCOPES));
			}
			if (registration.getRedirectUri() == null) {
				baseUrl.configuredOrigin().ifPresent((origin) -> registration.setRedirectUri(origin + REDIRECT_PATH));
			}
		});
	}

	/** Returns the display names of the providers by id, in the order of ids. */
	Map<String, String> names() {
		return this.names;
	}

	/**
	 * Finds a provider by its id.
	 * @throws OAuth2AuthenticationException if discovery fails, has just failed, or is in
	 * progress in another thread
	 */
	@Nullable ClientRegistration find(String id) {
		var registration = this.settings.getRegistration().get(id);
		var discovered = this.registrations.get(id);
		if (registration == null || discovered != null) {
			return discovered;
		}
		// One request at a time waits for a provider that hangs.
		var discovery = this.discoveries.computeIfAbsent(id, (provider) -> new ReentrantLock());
		if (this.failures.getIfPresent(id) != null || !discovery.tryLock()) {
			throw new OAuth2AuthenticationException(UNAVAILABLE);
		}
		try {
			var fetched = discover(id, registration);
			this.registrations.put(id, fetched);
			return fetched;
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			this.failures.put(id, ex);
			logger.warn("Discovery of provider {} failed: {}", id,
					StringUtils.truncate(String.valueOf(ex.getMessage()), MAX_LOGGED));
			throw new OAuth2AuthenticationException(UNAVAILABLE, ex);
		}
		finally {
			discovery.unlock();
		}
	}

	private ClientRegistration discover(String id, OAuth2ClientProperties.Registration registration) {
		var single = new OAuth2ClientProperties();
		single.getRegistration().put(id, registration);
		single.getProvider().putAll(this.settings.getProvider());
		return Objects.requireNonNull(new OAuth2ClientPropertiesMapper(single).asClientRegistrations().get(id));
	}

}
