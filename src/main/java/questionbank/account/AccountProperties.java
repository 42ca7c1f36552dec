package questionbank.account;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the program is, and whether anybody may join.
 *
 * @param address base URL of the program, such as {@code https://questions.example.org};
 * this machine's own if it is not given. Links for others begin with it, and passkeys are
 * bound to it
 * @param signUp whether anybody may sign up, as a candidate
 */
@ConfigurationProperties("questionbank")
record AccountProperties(@Nullable URI address, @DefaultValue("true") boolean signUp) {

	AccountProperties {
		if (address != null && (address.getHost() == null || !List.of("http", "https").contains(address.getScheme()))) {
			throw new IllegalArgumentException(
					"questionbank.address has to look like https://questions.example.org, and not like " + address);
		}
	}
}
