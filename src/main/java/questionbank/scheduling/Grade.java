package questionbank.scheduling;

import java.util.Locale;

/** The grade of a review, in the words and the order of FSRS. */
public enum Grade {

	/** Not recalled. */
	AGAIN,

	/** Recalled with difficulty. */
	HARD,

	/** Recalled. */
	GOOD,

	/** Recalled at once. */
	EASY;

	/** Returns the name on pages and in files. */
	public String slug() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Returns the number in formulas and forms, 1 to 4. */
	public int number() {
		return ordinal() + 1;
	}

}
