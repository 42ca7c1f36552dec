package questionbank.web;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The address of the program.
 *
 * @param address base URL of the program, such as {@code https://questions.example.org};
 * this machine's own if it is not given. Invitation and reset links begin with it, and
 * passkeys are bound to it
 */
@ConfigurationProperties("questionbank")
record BaseUrlProperties(@Nullable URI address) {

	BaseUrlProperties {
		if (address != null && (address.getHost() == null || !List.of("http", "https").contains(address.getScheme()))) {
			throw new IllegalArgumentException(
					"questionbank.address has to look like https://questions.example.org, and not like " + address);
		}
	}
}
