package questionbank.account;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What an administrator wants a person to be.
 *
 * @param role a role in a word
 * @param access {@code open} for who may sign in, {@code closed} for who may not
 * @param version the version of the person that was edited
 */
record PersonForm(String role, String access, String version) {

	/** The roles to choose from, and what each may do. */
	static final Map<String, String> ROLES = rolesToChoose();

	static final Map<String, String> ACCESS = accessToChoose();

	PersonForm(@Nullable String role, @Nullable String access, @Nullable String version) {
		this.role = FormRules.typed(role);
		this.access = FormRules.typed(access);
		this.version = FormRules.typed(version);
	}

	static PersonForm of(PersonSummary person) {
		return new PersonForm(person.role().slug(), person.enabled() ? "open" : "closed",
				Integer.toString(person.version()));
	}

	static Optional<Role> named(String slug) {
		return Arrays.stream(Role.values()).filter((role) -> role.slug().equals(slug)).findFirst();
	}

	void check(Errors errors) {
		if (named(this.role).isEmpty()) {
			errors.rejectValue("role", "unknown", "Please choose one of these roles.");
		}
		if (!ACCESS.containsKey(this.access)) {
			errors.rejectValue("access", "unknown", "Please choose whether this person may sign in.");
		}
	}

	boolean isOpen() {
		return this.access.equals("open");
	}

	private static Map<String, String> rolesToChoose() {
		var roles = new LinkedHashMap<String, String>();
		roles.put("candidate", "Candidate – reads and practises");
		roles.put("interviewer", "Interviewer – also holds interviews");
		roles.put("administrator", "Administrator – also edits questions and people");
		return roles;
	}

	private static Map<String, String> accessToChoose() {
		var access = new LinkedHashMap<String, String>();
		access.put("open", "May sign in");
		access.put("closed", "May not sign in");
		return access;
	}

}
