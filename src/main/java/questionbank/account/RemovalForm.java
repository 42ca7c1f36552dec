package questionbank.account;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What somebody types to be deleted.
 *
 * @param confirmation the password, or the e-mail address of who has none, so that nobody
 * deletes another's account in passing
 */
record RemovalForm(String confirmation) {

	RemovalForm(@Nullable String confirmation) {
		this.confirmation = Objects.requireNonNullElse(confirmation, "");
	}

}
