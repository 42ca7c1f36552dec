package questionbank.account;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The address by which people know the program: the one in the settings, else this
 * machine's own.
 */
@Component
@EnableConfigurationProperties(AccountProperties.class)
public class PublicAddress {

	private final AccountProperties properties;

	private final Environment environment;

	PublicAddress(AccountProperties properties, Environment environment) {
		this.properties = properties;
		this.environment = environment;
	}

	/** The scheme, the host and the port, if it is not the scheme's own. */
	public String origin() {
		var address = this.properties.address();
		return (address != null) ? origin(address)
				: "http://localhost:" + this.environment.getProperty("local.server.port", "8080");
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

}
