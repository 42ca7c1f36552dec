package questionbank.question;

import java.util.Locale;

/** The sort orders of a list of questions. */
public enum QuestionSort {

	/** By score, descending; by number if there is no search. */
	RELEVANCE,

	/** By number, ascending. */
	NUMBER,

	/** By time of creation, descending. */
	NEWEST,

	/** From easy to hard. */
	DIFFICULTY;

	/** Returns the name in addresses. */
	public String slug() {
		return name().toLowerCase(Locale.ROOT);
	}

}
