package questionbank.question;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a question is in its life. Only an administrator sees what is not published. */
public enum QuestionStatus {

	/** Being written. */
	DRAFT,

	/** In use. */
	PUBLISHED,

	/** Out of use, and kept. */
	RETIRED;

	public boolean isPublished() {
		return this == PUBLISHED;
	}

	public boolean isRetired() {
		return this == RETIRED;
	}

	/** The name in addresses, forms and files. */
	@JsonValue
	public String slug() {
		return name().toLowerCase(Locale.ROOT);
	}

}
