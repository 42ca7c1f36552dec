package questionbank.question;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The difficulty of a question, in ascending order. */
public enum Difficulty {

	EASY, MEDIUM, HARD;

	/** Returns the name in addresses, forms and files. */
	@JsonValue
	public String slug() {
		return name().toLowerCase(Locale.ROOT);
	}

}
