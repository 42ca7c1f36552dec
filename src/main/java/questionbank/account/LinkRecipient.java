package questionbank.account;

import org.jspecify.annotations.Nullable;

/**
 * The person whom a link is for.
 *
 * @param account the number of the account of this address, or {@code null} if there is
 * none
 * @param name the name of the account, or {@code null} if there is none
 * @param role what the link makes the person, or the role of the account
 */
public record LinkRecipient(String email, @Nullable Long account, @Nullable String name, Role role) {

	/** Whether this is the account that the viewer is signed in to. */
	public boolean is(Viewer viewer) {
		return this.account != null && this.account.equals(viewer.id());
	}

}
