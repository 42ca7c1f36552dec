package questionbank.account;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * The form to change one's password.
 *
 * @param present the current password
 * @param password the new password
 */
record PasswordForm(String present, String password) {

	PasswordForm(@Nullable String present, @Nullable String password) {
		this.present = Objects.requireNonNullElse(present, "");
		this.password = Objects.requireNonNullElse(password, "");
	}

	void check(PersonSummary person, Errors errors) {
		FormRules.checkPassword(this.password, List.of(person.email(), person.name()), errors);
	}

}
