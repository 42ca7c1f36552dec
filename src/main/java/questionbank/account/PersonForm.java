package questionbank.account;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import questionbank.web.SelectOptions;
import questionbank.web.SlugOf;

/**
 * The form to change a person's role and access.
 *
 * @param role the slug of a role
 * @param enabled {@code true} if the person may sign in, {@code false} if not
 * @param version the version of the person that was edited (optimistic lock)
 */
record PersonForm(@SlugOf(value = Role.class, message = PersonForm.UNKNOWN_ROLE) String role,
		@Pattern(regexp = "true|false", message = "Please choose active or disabled.") String enabled, String version) {

	static final String UNKNOWN_ROLE = "Please choose one of these roles.";

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

	/** Returns the chosen role; only of a form without errors. */
	Role chosenRole() {
		return SelectOptions.named(Role.values(), this.role).orElseThrow();
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
