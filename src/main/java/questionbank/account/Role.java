package questionbank.account;

import java.util.Arrays;
import java.util.Locale;

/**
 * What a person who has signed in may do; each role may do all that those before it may.
 */
public enum Role {

	CANDIDATE, INTERVIEWER, ADMINISTRATOR;

	/** The role in a word, as pages and addresses have it. */
	public String slug() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The names of this role and of all that include it. */
	public String[] andAbove() {
		return Arrays.stream(values())
			.filter((role) -> role.compareTo(this) >= 0)
			.map(Role::name)
			.toArray(String[]::new);
	}

}
