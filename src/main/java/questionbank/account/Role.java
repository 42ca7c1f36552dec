package questionbank.account;

import java.util.Locale;

/**
 * The role of an account. Each role includes the permissions of those before it.
 */
public enum Role {

	CANDIDATE, INTERVIEWER, ADMINISTRATOR;

	/** Returns the name in lower case, as in pages and forms. */
	public String slug() {
		return name().toLowerCase(Locale.ROOT);
	}

}
