package questionbank.question;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The status of a question. Only administrators see questions that are not published. */
public enum QuestionStatus {

	/** Written, and not published yet. */
	DRAFT,

	/** Listed, found and practised by its audience. */
	PUBLISHED,

	/** Withdrawn, with all of its revisions. */
	RETIRED;

	/** Returns the name in addresses, forms and files. */
	@JsonValue
	public String slug() {
		return name().toLowerCase(Locale.ROOT);
	}

	public boolean isPublished() {
		return this == PUBLISHED;
	}

	public boolean isRetired() {
		return this == RETIRED;
	}

}
