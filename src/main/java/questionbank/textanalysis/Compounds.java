package questionbank.textanalysis;

import java.util.Arrays;
import java.util.Optional;

/** Spells compounds, numbers and words with an apostrophe as one word. */
final class Compounds {

	private static final String APOSTROPHE = "'";

	/** The number of digits between the commas of a number such as 1,000,000. */
	private static final int GROUP = 3;

	/** The maximum length of a unit such as min. */
	private static final int UNIT = 3;

	private Compounds() {
	}

	/**
	 * Returns the closed form of a compound, such as {@code email} of {@code e-mail}, of
	 * a number with its unit, such as {@code 200ms} of {@code 200 ms}, or of a number in
	 * groups of three digits, such as {@code 1000000} of {@code 1,000,000}. Other words
	 * have none: 1.3 is not 13.
	 */
	static Optional<String> close(String... words) {
		return (isGrouped(words) || isMeasure(words)
				|| Arrays.stream(words).allMatch((word) -> word.codePoints().allMatch(Compounds::isLatin)))
						? Optional.of(String.join("", words)) : Optional.empty();
	}

	/** Tells whether the words are the groups of digits of a number. */
	static boolean isGrouped(String... words) {
		return words[0].length() <= GROUP && Arrays.stream(words).allMatch(Compounds::isNumber)
				&& Arrays.stream(words).skip(1).allMatch((word) -> word.length() == GROUP);
	}

	/** Tells whether the words are a number and a unit of at most three letters. */
	private static boolean isMeasure(String... words) {
		return words.length == 2 && isNumber(words[0]) && words[1].length() <= UNIT
				&& words[1].codePoints().allMatch(Compounds::isLatin);
	}

	/** Tells whether a word has digits from 0 to 9 alone. */
	static boolean isNumber(String word) {
		return word.chars().allMatch((c) -> '0' <= c && c <= '9');
	}

	/**
	 * Returns the groups of a number, such as {@code 1 000 000} of {@code 1000000}; empty
	 * if it has only one.
	 */
	static Optional<String> grouped(String number) {
		return (isNumber(number) && number.length() > GROUP)
				? Optional.of(number.replaceAll("(?<=.)(?=(?:.{3})+$)", " ")) : Optional.empty();
	}

	private static boolean isLatin(int letter) {
		return Character.isLetter(letter) && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
	}

	/** Returns a word without its apostrophes, such as {@code dont} of {@code don't}. */
	static Optional<String> withoutApostrophe(String word) {
		return word.contains(APOSTROPHE) ? Optional.of(word.replace(APOSTROPHE, "")) : Optional.empty();
	}

}
