package questionbank.signin;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.account.FormRules;
import questionbank.account.Registration.LinkRecipient;
import questionbank.web.Retained;

/**
 * The form to create an account (sign-up, invitation or setup) or to choose a new
 * password by a reset link. Each page has only some of the fields.
 *
 * @param token the token of the setup link
 */
record RegistrationForm(@Retained String email, @Retained String name, String password, String token) {

	RegistrationForm(@Nullable String email, @Nullable String name, @Nullable String password, @Nullable String token) {
		this.email = FormRules.typed(email);
		this.name = FormRules.typed(name);
		this.password = Objects.requireNonNullElse(password, "");
		this.token = FormRules.typed(token);
	}

	/** Returns the e-mail address in its normal form. */
	String address() {
		return FormRules.email(this.email);
	}

	/** Validates the input of a form with an e-mail address. */
	void check(Errors errors) {
		FormRules.checkEmail(address(), errors);
		check(address(), this.name, errors);
	}

	/** Validates the input of a link's recipient, whose address is that of the link. */
	void check(LinkRecipient recipient, Errors errors) {
		check(recipient.email(), Objects.requireNonNullElse(recipient.name(), this.name), errors);
	}

	private void check(String address, String name, Errors errors) {
		FormRules.checkName(name, errors);
		// The strength is measured against the name, whose length must be valid.
		FormRules.checkPassword(this.password, errors.hasErrors() ? List.of() : List.of(address, name), errors);
	}

}
