package questionbank.account;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may come in.
 *
 * @param address the address by which people know the program, such as
 * {@code https://questions.example.org}; this machine's own if it is not given. Passkeys
 * belong to it
 * @param signUp whether anybody may sign up, as a candidate
 * @param admin the first administrator, who is made at a start without one
 * @param metricsToken what a monitoring system sends as its bearer token to read
 * {@code /actuator/prometheus}; without it, only administrators read it
 */
@ConfigurationProperties("questionbank")
record AccountProperties(@Nullable URI address, @DefaultValue("true") boolean signUp, @DefaultValue Admin admin,
		@Nullable String metricsToken) {

	AccountProperties {
		if (address != null && (address.getHost() == null || !List.of("http", "https").contains(address.getScheme()))) {
			throw new IllegalArgumentException(
					"questionbank.address has to look like https://questions.example.org, and not like " + address);
		}
	}

	/**
	 * The first administrator. Without these, the log has a link to set one up.
	 *
	 * @param email the e-mail address to sign in with
	 * @param password the password, of 12 to 128 characters, and not easy to guess
	 */
	record Admin(@Nullable String email, @Nullable String password) {
	}

}
