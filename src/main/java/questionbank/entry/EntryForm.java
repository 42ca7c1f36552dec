package questionbank.entry;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.account.FormRules;
import questionbank.account.Guest;

/**
 * What somebody types who gets an account.
 *
 * @param token the secret of the link to the setup
 */
record EntryForm(String email, String name, String password, String token) {

	/** Nothing typed yet. */
	static final EntryForm EMPTY = new EntryForm(null, null, null, null);

	EntryForm(@Nullable String email, @Nullable String name, @Nullable String password, @Nullable String token) {
		this.email = FormRules.typed(email);
		this.name = FormRules.typed(name);
		this.password = Objects.requireNonNullElse(password, "");
		this.token = FormRules.typed(token);
	}

	/** The e-mail address as it is kept. */
	String address() {
		return FormRules.email(this.email);
	}

	void check(Errors mistakes) {
		FormRules.checkEmail(address(), mistakes);
		check(address(), this.name, mistakes);
	}

	/** Notes what is wrong with what a guest types of whom the rest is known. */
	void check(Guest guest, Errors mistakes) {
		check(guest.email(), Objects.requireNonNullElse(guest.name(), this.name), mistakes);
	}

	private void check(String address, String called, Errors mistakes) {
		FormRules.checkName(called, mistakes);
		// How strong it is beside a name of any length would take long to say.
		FormRules.checkPassword(this.password, mistakes.hasErrors() ? List.of() : List.of(address, called), mistakes);
	}

}
