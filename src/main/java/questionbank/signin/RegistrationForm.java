package questionbank.signin;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.account.FormRules;
import questionbank.account.LinkRecipient;
import questionbank.web.Retained;

/**
 * What somebody types who gets an account.
 *
 * @param token the secret of the link to the setup
 */
record RegistrationForm(@Retained String email, @Retained String name, String password, String token) {

	/** Nothing typed yet. */
	static final RegistrationForm EMPTY = new RegistrationForm(null, null, null, null);

	RegistrationForm(@Nullable String email, @Nullable String name, @Nullable String password, @Nullable String token) {
		this.email = FormRules.typed(email);
		this.name = FormRules.typed(name);
		this.password = Objects.requireNonNullElse(password, "");
		this.token = FormRules.typed(token);
	}

	/** The e-mail address as it is kept. */
	String address() {
		return FormRules.email(this.email);
	}

	void check(Errors errors) {
		FormRules.checkEmail(address(), errors);
		check(address(), this.name, errors);
	}

	/** Notes what is wrong with what a guest types of whom the rest is known. */
	void check(LinkRecipient guest, Errors errors) {
		check(guest.email(), Objects.requireNonNullElse(guest.name(), this.name), errors);
	}

	private void check(String address, String called, Errors errors) {
		FormRules.checkName(called, errors);
		// How strong it is beside a name of any length would take long to say.
		FormRules.checkPassword(this.password, errors.hasErrors() ? List.of() : List.of(address, called), errors);
	}

}
