package questionbank.web;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Base URL of the program: {@code questionbank.address}, or {@code localhost} if that is
 * not set.
 */
@Component
@EnableConfigurationProperties(BaseUrlProperties.class)
public class BaseUrl {

	private final BaseUrlProperties properties;

	private final Environment environment;

	BaseUrl(BaseUrlProperties properties, Environment environment) {
		this.properties = properties;
		this.environment = environment;
	}

	/** Returns scheme, host and port; the port only if it is not the default. */
	public String origin() {
		var address = this.properties.address();
		return (address != null) ? origin(address)
				: "http://localhost:" + this.environment.getProperty("local.server.port", "8080");
	}

	/**
	 * Returns the configured scheme, host and port; empty if {@code questionbank.address}
	 * is not set.
	 */
	public Optional<String> configuredOrigin() {
		return Optional.ofNullable(this.properties.address()).map(BaseUrl::origin);
	}

	/**
	 * Builds an absolute link for others to open. The configured address wins over the
	 * request's {@code Host} and {@code X-Forwarded-Host}, which a client can choose
	 * (host header injection).
	 * @param path within the program, without the context path
	 */
	public AbsoluteLink link(String path) {
		var link = ServletUriComponentsBuilder.fromCurrentContextPath().path(path).build();
		return configuredOrigin().map((origin) -> new AbsoluteLink(origin + link.getPath(), true))
			.orElseGet(() -> new AbsoluteLink(link.toUriString(), false));
	}

	/** Returns the host without scheme and port, to which passkeys are bound. */
	public String host() {
		return Objects.requireNonNull(URI.create(origin()).getHost());
	}

	/** Whether the request was sent to this scheme, host and port. */
	public boolean isUsedIn(HttpServletRequest request) {
		return origin(URI.create(request.getRequestURL().toString())).equals(origin());
	}

	private static String origin(URI address) {
		var isDefaultPort = address.getPort() == ("https".equals(address.getScheme()) ? 443 : 80);
		return UriComponentsBuilder.newInstance()
			.scheme(address.getScheme())
			.host(address.getHost().toLowerCase(Locale.ROOT))
			.port(isDefaultPort ? -1 : address.getPort())
			.toUriString();
	}

	/**
	 * An absolute link for others to open.
	 *
	 * @param url with scheme and host
	 * @param isConfigured whether the host is the configured one, and not the request's
	 */
	public record AbsoluteLink(String url, boolean isConfigured) {
	}

}
