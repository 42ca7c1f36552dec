package questionbank.question;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whom a published question is for. */
public enum Audience {

	EVERYONE,

	/** Kept away from candidates: neither listed nor found. */
	INTERVIEWERS;

	/** The name in addresses, forms and files. */
	@JsonValue
	public String slug() {
		return name().toLowerCase(Locale.ROOT);
	}

}
