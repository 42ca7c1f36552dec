package questionbank.practice;

import java.util.Locale;

/** How well somebody knew an answer, in the words and the order of FSRS. */
public enum Grade {

	/** Not known. */
	AGAIN,

	/** Known, with trouble. */
	HARD,

	/** Known. */
	GOOD,

	/** Known at once. */
	EASY;

	/** The name on pages and in files. */
	public String slug() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The number in the formulas and in forms, 1 to 4. */
	public int number() {
		return ordinal() + 1;
	}

}
