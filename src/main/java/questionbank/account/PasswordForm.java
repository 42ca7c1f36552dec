package questionbank.account;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What somebody types who wants another password.
 *
 * @param present the password until now
 * @param password the password from now on
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
