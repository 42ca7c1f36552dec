package questionbank.question;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The audience of a published question. */
public enum Audience {

	/** Visible to all, once published. */
	EVERYONE,

	/**
	 * Hidden from anonymous readers and candidates, in lists, searches and at its
	 * address.
	 */
	INTERVIEWERS;

	/** Returns the name in addresses, forms and files. */
	@JsonValue
	public String slug() {
		return name().toLowerCase(Locale.ROOT);
	}

	public boolean isRestricted() {
		return this == INTERVIEWERS;
	}

}
