package questionbank.account;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.web.SelectOptions;

/**
 * The form to change a person's role and access.
 *
 * @param role the slug of a role
 * @param enabled {@code true} if the person may sign in, {@code false} if not
 * @param version the version of the person that was edited (optimistic lock)
 */
record PersonForm(String role, String enabled, String version) {

	/** The options for the role, with what each may do. */
	static final Map<String, String> ROLES = roles();

	static final Map<String, String> ACCESS = access();

	PersonForm(@Nullable String role, @Nullable String enabled, @Nullable String version) {
		this.role = FormRules.typed(role);
		this.enabled = FormRules.typed(enabled);
		this.version = FormRules.typed(version);
	}

	static PersonForm of(PersonSummary person) {
		return new PersonForm(person.role().slug(), Boolean.toString(person.enabled()),
				Integer.toString(person.version()));
	}

	void check(Errors errors) {
		if (SelectOptions.named(Role.values(), this.role).isEmpty()) {
			errors.rejectValue("role", "unknown", "Please choose one of these roles.");
		}
		if (!ACCESS.containsKey(this.enabled)) {
			errors.rejectValue("enabled", "unknown", "Please choose active or disabled.");
		}
	}

	boolean isActive() {
		return this.enabled.equals("true");
	}

	private static Map<String, String> roles() {
		var roles = new LinkedHashMap<String, String>();
		roles.put("candidate", "Candidate – reads and practises");
		roles.put("interviewer", "Interviewer – also holds interviews");
		roles.put("administrator", "Administrator – also edits questions and people");
		return roles;
	}

	private static Map<String, String> access() {
		var access = new LinkedHashMap<String, String>();
		access.put("true", "Active");
		access.put("false", "Disabled");
		return access;
	}

}
