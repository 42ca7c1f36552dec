package questionbank.question;

import java.util.concurrent.atomic.AtomicInteger;

/** Words that stand in no question yet. */
public final class Words {

	private static final AtomicInteger count = new AtomicInteger();

	private Words() {
	}

	/** A word that no other comes near to. */
	public static String unheard() {
		var digits = Integer.toString(count.incrementAndGet() + 1_000, 26);
		var word = new StringBuilder("zeppelin");
		digits.chars()
			.map((digit) -> 'a' + Character.digit(digit, 26))
			.forEach((letter) -> word.append((char) letter).append((char) letter));
		return word.toString();
	}

}
