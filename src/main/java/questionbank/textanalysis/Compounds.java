package questionbank.textanalysis;

import java.util.Arrays;
import java.util.Optional;

/** Spells compounds and words with an apostrophe as one word. */
final class Compounds {

	private static final String APOSTROPHE = "'";

	private Compounds() {
	}

	/**
	 * Returns the closed form of a compound, such as {@code email} of {@code e-mail}.
	 * Only Latin letters have one: numbers such as 1.3 are not 13.
	 */
	static Optional<String> close(String... words) {
		return Arrays.stream(words).allMatch((word) -> word.codePoints().allMatch(Compounds::isLatin))
				? Optional.of(String.join("", words)) : Optional.empty();
	}

	private static boolean isLatin(int letter) {
		return Character.isLetter(letter) && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
	}

	/** Returns a word without its apostrophes, such as {@code dont} of {@code don't}. */
	static Optional<String> withoutApostrophe(String word) {
		return word.contains(APOSTROPHE) ? Optional.of(word.replace(APOSTROPHE, "")) : Optional.empty();
	}

}
