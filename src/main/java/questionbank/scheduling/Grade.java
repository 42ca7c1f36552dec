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

	/**
	 * Returns the name on buttons: the first stands for <em>Missed it</em>, the others
	 * follow <em>Got it</em>.
	 */
	public String label() {
		return switch (this) {
			case AGAIN -> "missed it";
			case HARD -> "barely";
			case GOOD -> "well";
			case EASY -> "easily";
		};
	}

	/**
	 * Proposes the grade of an answer by the key points that it covers: Again below half
	 * of them, Hard below three quarters, else Good. Never Easy, which is about effort.
	 * @param total the number of key points, at least 1
	 */
	public static Grade propose(int covered, int total) {
		var share = (double) covered / total;
		return (share < 0.5) ? AGAIN : (share < 0.75) ? HARD : GOOD;
	}

	/** Returns the number in formulas and forms, 1 to 4. */
	public int number() {
		return ordinal() + 1;
	}

}
