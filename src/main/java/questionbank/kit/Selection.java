package questionbank.kit;

import java.util.List;

/**
 * Which questions of a supply are in which form.
 *
 * @param formOf the form of each question by its index; {@value #UNUSED} if it is in none
 * @param missing the questions that were made up, since the supply has none
 * @param cost the sum of the questions' costs
 */
record Selection(int[] formOf, List<Missing> missing, long cost) {

	static final int UNUSED = -1;

	/**
	 * A missing question.
	 *
	 * @param difficulty the ordinal of its difficulty
	 * @param mask its topics, as bits
	 */
	record Missing(int difficulty, int mask) {
	}

}
