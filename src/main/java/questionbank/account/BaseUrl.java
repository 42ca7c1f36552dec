package questionbank.account;

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
 * Base URL of the program: {@code questionbank.address}, else this machine's own.
 */
@Component
@EnableConfigurationProperties(AccountProperties.class)
public class BaseUrl {

	private final AccountProperties properties;

	private final Environment environment;

	BaseUrl(AccountProperties properties, Environment environment) {
		this.properties = properties;
		this.environment = environment;
	}

	/** The scheme, the host and the port, if it is not the scheme's own. */
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
	ShareableLink link(String path) {
		var link = ServletUriComponentsBuilder.fromCurrentContextPath().path(path).build();
		return configuredOrigin().map((origin) -> new ShareableLink(origin + link.getPath(), true))
			.orElseGet(() -> new ShareableLink(link.toUriString(), false));
	}

	String host() {
		return Objects.requireNonNull(URI.create(origin()).getHost());
	}

	/** Whether somebody asks for a page by this address, and not by another. */
	boolean isUsedIn(HttpServletRequest request) {
		return origin(URI.create(request.getRequestURL().toString())).equals(origin());
	}

	private static String origin(URI address) {
		var isUsual = address.getPort() == ("https".equals(address.getScheme()) ? 443 : 80);
		return UriComponentsBuilder.newInstance()
			.scheme(address.getScheme())
			.host(address.getHost().toLowerCase(Locale.ROOT))
			.port(isUsual ? -1 : address.getPort())
			.toUriString();
	}

	/**
	 * An absolute link for others to open.
	 *
	 * @param url with scheme and host
	 * @param isConfigured whether the host is the configured one, and not the request's
	 */
	record ShareableLink(String url, boolean isConfigured) {
	}

}
