package questionbank.account;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may come in.
 *
 * @param signUp whether anybody may sign up, as a candidate
 * @param admin the first administrator, who is made at a start without one
 */
@ConfigurationProperties("questionbank")
record AccountProperties(@DefaultValue("true") boolean signUp, @DefaultValue Admin admin) {

	/**
	 * The first administrator. Without these, the log has a link to set one up.
	 *
	 * @param email the e-mail address to sign in with
	 * @param password the password, of 12 to 128 characters, and not easy to guess
	 */
	record Admin(@Nullable String email, @Nullable String password) {
	}

}
