package questionbank.question;

import java.util.concurrent.atomic.AtomicInteger;

/** Generates words that no question has. */
public final class Words {

	private static final AtomicInteger count = new AtomicInteger();

	private Words() {
	}

	/** Returns a new word that is not a close spelling of another. */
	public static String unheard() {
		var digits = Integer.toString(count.incrementAndGet() + 1_000, 26);
		var word = new StringBuilder("zeppelin");
		digits.chars()
			.map((digit) -> 'a' + Character.digit(digit, 26))
			.forEach((letter) -> word.append((char) letter).append((char) letter));
		return word.toString();
	}

}
