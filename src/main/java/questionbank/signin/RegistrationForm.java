package questionbank.signin;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.account.FormRules;
import questionbank.web.Retained;

/**
 * The form to create an account by sign-up or setup.
 *
 * @param token the token of the setup link; empty for sign-up
 * @param to the address to redirect to after sign-up; empty for the default
 */
record RegistrationForm(@Retained @FormRules.Email String email, @Retained @FormRules.Name String name, String password,
		String token, String to) implements RedirectingForm {

	RegistrationForm(@Nullable String email, @Nullable String name, @Nullable String password, @Nullable String token,
			@Nullable String to) {
		this.email = FormRules.typed(email);
		this.name = FormRules.typed(name);
		this.password = Objects.requireNonNullElse(password, "");
		this.token = FormRules.typed(token);
		this.to = (to == null || to.isEmpty()) ? "" : SignIn.redirectTarget(to);
	}

	/** Returns the e-mail address in its normal form. */
	String address() {
		return FormRules.email(this.email);
	}

	/** Rejects a weak password, once the other fields are validated. */
	void checkPassword(Errors errors) {
		// The strength is measured against the name, whose length must be valid.
		FormRules.checkPassword(this.password, errors.hasErrors() ? List.of() : List.of(address(), this.name), errors);
	}

}
