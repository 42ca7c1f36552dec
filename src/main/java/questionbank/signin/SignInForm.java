package questionbank.signin;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.account.FormRules;
import questionbank.web.Retained;

/**
 * The sign-in form.
 *
 * @param remember {@code true} to stay signed in when the browser is closed
 * @param to the address to redirect to afterwards
 */
record SignInForm(@Retained String email, String password, String remember, String to) {

	SignInForm(@Nullable String email, @Nullable String password, @Nullable String remember, @Nullable String to) {
		this.email = FormRules.typed(email);
		this.password = Objects.requireNonNullElse(password, "");
		this.remember = FormRules.typed(remember);
		this.to = SignIn.redirectTarget(to);
	}

	void check(Errors errors) {
		FormRules.checkKnownEmail(FormRules.email(this.email), errors);
		if (this.password.isEmpty()) {
			errors.rejectValue("password", "empty", "Please type your password.");
		}
	}

	boolean isRememberMe() {
		return this.remember.equals("true");
	}

}
