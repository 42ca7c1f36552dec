package questionbank.practice;

import org.jspecify.annotations.Nullable;

import questionbank.account.Secrets;
import questionbank.account.Viewer;

/**
 * Whoever asks for a page of this room: somebody with an account, or a browser that has a
 * secret or is to get one.
 *
 * @param viewer what they may see
 * @param secret what the browser's cookie says, or will say; it counts for who has no
 * account
 * @param isRemembered whether the browser has the secret already
 */
record Who(Viewer viewer, String secret, boolean isRemembered) {

	@Nullable Long person() {
		return this.viewer.id();
	}

	String tokenHash() {
		return Secrets.hash(this.secret);
	}

}
