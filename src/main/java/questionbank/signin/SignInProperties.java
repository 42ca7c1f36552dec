package questionbank.signin;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may come in without having been let in by anybody.
 *
 * @param admin the first administrator, who is made at a start without one
 * @param metricsToken what a monitoring system sends as its bearer token to read
 * {@code /actuator/prometheus}; without it, only administrators read it
 */
@ConfigurationProperties("questionbank")
record SignInProperties(@DefaultValue Admin admin, @Nullable String metricsToken) {

	/**
	 * The first administrator. Without these, the log has a link to set one up.
	 *
	 * @param email the e-mail address to sign in with
	 * @param password the password, of 12 to 128 characters, and not easy to guess
	 */
	record Admin(@Nullable String email, @Nullable String password) {
	}

}
