package questionbank.signin;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the first administrator and of access to metrics.
 *
 * @param admin the first administrator, created at startup if there is none
 * @param metricsToken the bearer token for {@code /actuator/prometheus}; without it, only
 * administrators can read it
 */
@ConfigurationProperties("questionbank")
record SignInProperties(@DefaultValue Admin admin, @Nullable String metricsToken) {

	/**
	 * The first administrator. If not set, a setup link is logged.
	 *
	 * @param email the e-mail address to sign in with
	 * @param password the password, of 12 to 128 characters, and not easy to guess
	 */
	record Admin(@Nullable String email, @Nullable String password) {
	}

}
