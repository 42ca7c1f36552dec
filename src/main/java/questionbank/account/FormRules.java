package questionbank.account;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.web.TextRule;
import questionbank.web.UnicodeText;

/** Validates names, e-mail addresses and passwords in forms. */
public final class FormRules {

	static final int NAME_LENGTH = 100;

	static final int PASSWORD_MINIMUM = 12;

	static final int PASSWORD_MAXIMUM = 128;

	private static final TextRule NAME = new TextRule("A name", NAME_LENGTH, "Please type a name.", false);

	private FormRules() {
	}

	/**
	 * Returns typed text stripped and in normalization form C; empty for {@code null}.
	 */
	public static String typed(@Nullable String text) {
		return UnicodeText.typed(text);
	}

	/** Returns the normal form of an e-mail address. */
	public static String email(@Nullable String text) {
		return EmailAddress.normalize(text);
	}

	/** Rejects an e-mail address that a new account cannot have. */
	public static void checkEmail(String email, Errors errors) {
		checkEmail(email, EmailAddress.isValid(email), errors);
	}

	/**
	 * Rejects text that is no e-mail address at all. An existing account may predate the
	 * rules for new addresses.
	 */
	public static void checkKnownEmail(String email, Errors errors) {
		checkEmail(email, email.indexOf('@') > 0 && UnicodeText.isReadable(email), errors);
	}

	private static void checkEmail(String email, boolean isValid, Errors errors) {
		if (email.isEmpty()) {
			errors.rejectValue("email", "empty", "Please type your e-mail address.");
		}
		else if (!isValid) {
			errors.rejectValue("email", "form", "This is not an e-mail address. One looks like name@example.org.");
		}
	}

	/**
	 * Returns the name of a person who has not typed one: the provider's claim if it is
	 * readable, else the local part of the address.
	 */
	static String nameOf(String email, @Nullable String claimed) {
		var name = label(claimed, NAME_LENGTH);
		return NAME.violation(name).isEmpty() ? name : label(email.substring(0, email.indexOf('@')), NAME_LENGTH);
	}

	/** Cuts a text to a length and removes unreadable characters. */
	static String label(@Nullable String text, int max) {
		var readable = UnicodeText.typed(UnicodeText.readable(UnicodeText.typed(text)));
		var end = Math.min(max, readable.length());
		if (end < readable.length() && Character.isLowSurrogate(readable.charAt(end))) {
			end--;
		}
		return UnicodeText.hasVisible(readable) ? readable.substring(0, end) : "";
	}

	public static void checkName(String name, Errors errors) {
		NAME.check(name, "name", errors);
	}

	/**
	 * Rejects a new password that is too short, too long or easy to guess.
	 * @param typed the password; measured as it is encoded, in normalization form C
	 * @param known texts that an attacker knows of the person and tries first
	 */
	public static void checkPassword(String typed, List<String> known, Errors errors) {
		var password = NormalizingPasswordEncoder.normalize(typed);
		var length = password.codePointCount(0, password.length());
		if (length < PASSWORD_MINIMUM) {
			errors.rejectValue("password", "short",
					"A password has at least " + PASSWORD_MINIMUM + " characters. A few unrelated words do well.");
		}
		else if (length > PASSWORD_MAXIMUM) {
			errors.rejectValue("password", "long", "A password has at most " + PASSWORD_MAXIMUM + " characters.");
		}
		else if (PasswordStrength.isWeak(password, known)) {
			errors.rejectValue("password", "easy",
					"This password is easy to guess. Choose a few unrelated words, without your name or e-mail address.");
		}
	}

}
