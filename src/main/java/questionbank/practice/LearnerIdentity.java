package questionbank.practice;

import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import questionbank.account.SecretTokens;
import questionbank.account.Viewer;

/**
 * Whoever asks for a page of this room: somebody with an account, or a browser that has a
 * secret or is to get one.
 *
 * @param viewer what they may see
 * @param secret what the browser's cookie says, or will say; it counts for who has no
 * account
 * @param isRemembered whether the browser has the secret already
 * @param zone the time zone of the browser, or {@code null} if the request does not name
 * one
 */
record LearnerIdentity(Viewer viewer, String secret, boolean isRemembered, @Nullable ZoneId zone) {

	@Nullable Long person() {
		return this.viewer.id();
	}

	String tokenHash() {
		return SecretTokens.hash(this.secret);
	}

}
