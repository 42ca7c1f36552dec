package questionbank.question;

import java.util.Locale;

/** The orders in which questions can be listed. */
public enum QuestionSort {

	/** Best match first; in order of number where nothing is searched for. */
	RELEVANCE,

	/** As they are numbered. */
	NUMBER,

	/** Latest first. */
	NEWEST,

	/** Easy before medium before hard. */
	DIFFICULTY;

	/** The name in addresses. */
	public String slug() {
		return name().toLowerCase(Locale.ROOT);
	}

}
