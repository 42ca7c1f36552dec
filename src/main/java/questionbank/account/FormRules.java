package questionbank.account;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.nulabinc.zxcvbn.Zxcvbn;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** What names, e-mail addresses and passwords have to be, and what is said otherwise. */
public final class FormRules {

	static final int EMAIL_LENGTH = 254;

	static final int NAME_LENGTH = 100;

	static final int PASSWORD_MINIMUM = 12;

	static final int PASSWORD_MAXIMUM = 128;

	/**
	 * Nobody can tell who it is without mail; a typing mistake is what is caught here.
	 */
	private static final Pattern EMAIL = Pattern
		.compile("[^\\s\\p{Cntrl}@]+@[^\\s\\p{Cntrl}@.]+(\\.[^\\s\\p{Cntrl}@.]+)*");

	private static final Pattern UNREADABLE = Pattern.compile("\\p{Cntrl}|[\\u202A-\\u202E\\u2066-\\u2069]");

	private static final Pattern PAUSE = Pattern.compile("[^\\p{L}\\p{N}]+");

	/** What comes after is not looked at: it takes longer the longer a password is. */
	private static final int MEASURED = 40;

	/** Of 0 to 4: an attacker needs ten thousand million guesses or more. */
	private static final int STRONG_ENOUGH = 4;

	private static final Zxcvbn STRENGTH = new Zxcvbn();

	private FormRules() {
	}

	/** What was typed without what surrounds it, or nothing. */
	public static String typed(@Nullable String text) {
		return (text != null) ? text.strip() : "";
	}

	/** An address as it is kept, so that it is the same however it is typed. */
	public static String email(@Nullable String text) {
		return typed(text).toLowerCase(Locale.ROOT);
	}

	public static void checkEmail(String email, Errors errors) {
		if (email.isEmpty()) {
			errors.rejectValue("email", "empty", "Please type your e-mail address.");
		}
		else if (!isEmail(email)) {
			errors.rejectValue("email", "form", "This is not an e-mail address. One looks like name@example.org.");
		}
	}

	static boolean isEmail(String email) {
		return email.length() <= EMAIL_LENGTH && EMAIL.matcher(email).matches();
	}

	/**
	 * What somebody is called who has not typed a name: as others say, else by the
	 * address.
	 */
	static String nameOf(String email, String said) {
		var readable = readable(said);
		var name = readable.isEmpty() ? email.substring(0, email.indexOf('@')) : readable;
		return name.substring(0, Math.min(name.length(), NAME_LENGTH));
	}

	/** A text without what cannot be read. */
	static String readable(String text) {
		return UNREADABLE.matcher(text).replaceAll(" ").strip();
	}

	public static void checkName(String name, Errors errors) {
		if (name.isEmpty()) {
			errors.rejectValue("name", "empty", "Please type a name.");
		}
		else if (name.length() > NAME_LENGTH) {
			errors.rejectValue("name", "long", "A name has at most " + NAME_LENGTH + " characters.");
		}
		else if (UNREADABLE.matcher(name).find()) {
			errors.rejectValue("name", "unreadable",
					"The name has characters in it that cannot be read. Please type it again.");
		}
	}

	/**
	 * Notes what is wrong with a new password.
	 * @param known what others know of the person, and would try first
	 */
	public static void checkPassword(String password, List<String> known, Errors errors) {
		var length = password.codePointCount(0, password.length());
		if (length < PASSWORD_MINIMUM) {
			errors.rejectValue("password", "short",
					"A password has at least " + PASSWORD_MINIMUM + " characters. A few unrelated words do well.");
		}
		else if (length > PASSWORD_MAXIMUM) {
			errors.rejectValue("password", "long", "A password has at most " + PASSWORD_MAXIMUM + " characters.");
		}
		else if (isEasyToGuess(password, known)) {
			errors.rejectValue("password", "easy",
					"This password is easy to guess. Choose a few unrelated words, and neither your name nor your e-mail address.");
		}
	}

	private static boolean isEasyToGuess(String password, List<String> known) {
		var looked = password.substring(0,
				password.offsetByCodePoints(0, Math.min(MEASURED, password.codePointCount(0, password.length()))));
		var parts = Stream.concat(Stream.of("question", "bank", "questionbank"), known.stream())
			.flatMap((text) -> Stream.concat(Stream.of(text), PAUSE.splitAsStream(text)))
			.map((text) -> text.toLowerCase(Locale.ROOT))
			.filter((text) -> text.length() > 2)
			.distinct()
			.sorted(Comparator.comparing(String::length).reversed())
			.toList();
		// What is known counts for nothing, however it is put together.
		var unknown = looked.toLowerCase(Locale.ROOT);
		for (var part : parts) {
			unknown = unknown.replace(part, "");
		}
		return unknown.isEmpty() || STRENGTH.measure(looked, parts).getScore() < STRONG_ENOUGH
				|| !unknown.equals(looked.toLowerCase(Locale.ROOT))
						&& STRENGTH.measure(unknown).getScore() < STRONG_ENOUGH - 1;
	}

}
