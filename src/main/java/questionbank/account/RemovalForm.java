package questionbank.account;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The form to delete one's account.
 *
 * @param confirmation the password, or the e-mail address if there is none, required so
 * that a borrowed browser cannot delete the account
 */
record RemovalForm(String confirmation) {

	RemovalForm(@Nullable String confirmation) {
		this.confirmation = Objects.requireNonNullElse(confirmation, "");
	}

}
