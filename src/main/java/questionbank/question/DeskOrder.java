package questionbank.question;

import java.util.Locale;

/** The columns by which an administrator's list can be sorted. */
public enum DeskOrder {

	/** Best match first; by number where nothing is searched for. */
	RELEVANCE(""),

	NUMBER("number"), DIFFICULTY("difficultyRank"), STATUS("status"), AUDIENCE("audience"), CHANGED("changedAt"),
	AUTHOR("changedBy");

	private final String field;

	DeskOrder(String field) {
		this.field = field;
	}

	/** The field of the index that has it. */
	String field() {
		return this.field;
	}

	/** The name in addresses. */
	public String slug() {
		return name().toLowerCase(Locale.ROOT);
	}

}
