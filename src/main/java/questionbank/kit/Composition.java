package questionbank.kit;

import java.util.List;
import java.util.SortedSet;

import questionbank.question.Difficulty;

/** The result of a composition. */
sealed interface Composition {

	/**
	 * Equivalent forms that meet all constraints.
	 */
	record Composed(List<EquivalentForm> forms) implements Composition {
	}

	/**
	 * The pool is too small.
	 *
	 * @param missing the questions with which the profile can be composed
	 * @param minimal whether their number is proven to be the least
	 */
	record Shortage(List<MissingQuestions> missing, boolean minimal) implements Composition {

		/** Returns the number of missing questions of all kinds. */
		int number() {
			return this.missing.stream().mapToInt(MissingQuestions::number).sum();
		}

	}

	/**
	 * The difficulty mix does not fit into the slot.
	 *
	 * @param minutes the length of the shortest slot into which it fits
	 */
	record SlotTooShort(int minutes) implements Composition {
	}

	/**
	 * A number of missing questions of one kind.
	 *
	 * @param topics the topics that each of them must have: none or one, or more if a
	 * form has fewer questions than topics
	 */
	record MissingQuestions(Difficulty difficulty, SortedSet<String> topics, int number) {
	}

}
