package questionbank.practice;

import java.time.DateTimeException;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import questionbank.account.SecretTokens;
import questionbank.account.Viewer;

/**
 * Identifies the learner of a request: by an account, or by the secret of a browser
 * without one.
 *
 * @param viewer the viewer, whose role determines which questions are visible
 * @param secret the secret in the browser's cookie, or a new one for it; used only
 * without an account
 * @param isRemembered whether the browser has sent the secret, and it is registered
 * @param zone the time zone of the browser, or {@code null} if the request does not name
 * one
 */
public record LearnerIdentity(Viewer viewer, String secret, boolean isRemembered, @Nullable ZoneId zone) {

	private static final int MAX_ZONE_LENGTH = 60;

	/** Parses the name of a time zone; returns {@code null} if there is no such zone. */
	static @Nullable ZoneId parseZone(@Nullable String name) {
		if (name == null || name.isBlank() || name.length() > MAX_ZONE_LENGTH) {
			return null;
		}
		try {
			return ZoneId.of(name.strip());
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/**
	 * Whether nothing is known of the client, so that a request may register a learner.
	 */
	public boolean isNew() {
		return !this.isRemembered && !this.viewer.isKnown();
	}

	@Nullable Long person() {
		return this.viewer.id();
	}

	String tokenHash() {
		return SecretTokens.hash(this.secret);
	}

}
