package questionbank.signin;

import java.util.Objects;

import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;

import questionbank.account.FormRules;
import questionbank.web.Retained;

/**
 * The sign-in form.
 *
 * @param remember {@code true} to stay signed in when the browser is closed
 * @param to the address to redirect to afterwards
 */
record SignInForm(@Retained @FormRules.Email(lenient = true) String email,
		@NotEmpty(message = "Please type your password.") String password, String remember,
		String to) implements RedirectingForm {

	SignInForm(@Nullable String email, @Nullable String password, @Nullable String remember, @Nullable String to) {
		this.email = FormRules.typed(email);
		this.password = Objects.requireNonNullElse(password, "");
		this.remember = FormRules.typed(remember);
		this.to = SignIn.redirectTarget(to);
	}

	boolean isRememberMe() {
		return this.remember.equals("true");
	}

}
