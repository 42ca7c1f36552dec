package questionbank.practice;

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

	/** The number in the formulas, 1 to 4. */
	int number() {
		return ordinal() + 1;
	}

}
