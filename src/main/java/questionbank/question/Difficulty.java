package questionbank.question;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** How hard a question is, from the easiest on. */
public enum Difficulty {

	EASY, MEDIUM, HARD;

	/** The name in addresses, forms and files. */
	@JsonValue
	public String slug() {
		return name().toLowerCase(Locale.ROOT);
	}

}
