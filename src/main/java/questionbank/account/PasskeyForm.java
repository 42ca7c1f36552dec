package questionbank.account;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The form to register a passkey.
 *
 * @param label the name that its owner chose
 * @param owner the password, required so that a borrowed browser cannot register one
 * @param credential the browser's response, as JSON
 */
record PasskeyForm(String label, String owner, String credential) {

	PasskeyForm(@Nullable String label, @Nullable String owner, @Nullable String credential) {
		this.label = FormRules.label(label, Passkeys.NAME_LENGTH);
		this.owner = Objects.requireNonNullElse(owner, "");
		this.credential = Objects.requireNonNullElse(credential, "");
	}

	/** Returns the chosen name, or a default. */
	String name() {
		return this.label.isEmpty() ? "Passkey" : this.label;
	}

}
