package questionbank.account;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What is sent to add a passkey.
 *
 * @param label what its owner calls it
 * @param owner the password, so that nobody adds one to another's account in passing
 * @param credential what the browser made, as JSON
 */
record PasskeyForm(String label, String owner, String credential) {

	PasskeyForm(@Nullable String label, @Nullable String owner, @Nullable String credential) {
		this.label = FormRules.label(label, Passkeys.NAME_LENGTH);
		this.owner = Objects.requireNonNullElse(owner, "");
		this.credential = Objects.requireNonNullElse(credential, "");
	}

	/** What it is called from now on. */
	String name() {
		return this.label.isEmpty() ? "Passkey" : this.label;
	}

}
