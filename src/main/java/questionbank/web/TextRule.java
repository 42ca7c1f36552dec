package questionbank.web;

import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * Validates text that people type: length, visible characters, and characters that can be
 * read and stored. Expects text in {@linkplain UnicodeText#normalize normalization form
 * C}.
 *
 * @param label what a message calls the text, as the start of a sentence
 * @param max the most UTF-16 code units
 * @param missing the message for text without any visible character; empty if the text
 * may be left empty
 * @param lines whether line breaks are allowed
 */
public record TextRule(String label, int max, String missing, boolean lines) {

	/** A line of text that may be left empty. */
	public static TextRule optionalLine(String label, int max) {
		return new TextRule(label, max, "", false);
	}

	/** Lines of text that may be left empty. */
	public static TextRule optionalLines(String label, int max) {
		return new TextRule(label, max, "", true);
	}

	/** The first thing that is wrong with the text. */
	public Optional<Violation> violation(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return (text != null && this.missing.isEmpty()) ? Optional.empty() : blank();
		}
		if (text.length() > this.max) {
			return violation("long", String.format(Locale.ENGLISH, " can have at most %,d characters.", this.max));
		}
		if (!this.lines && !UnicodeText.isOneLine(text)) {
			return violation("lines", " is one line. Please take the line breaks out.");
		}
		if (!UnicodeText.isReadable(text)) {
			return violation("unreadable", " has characters in it that cannot be read. Please type it again.");
		}
		if (UnicodeText.hasStackedMarks(text)) {
			return violation("marks",
					" has more than " + UnicodeText.MAX_MARKS + " accents on one letter. Please type it again.");
		}
		return UnicodeText.hasVisible(text) ? Optional.empty() : blank();
	}

	/** Rejects the field if something is wrong with its text. */
	public void check(@Nullable String text, String field, Errors errors) {
		violation(text).ifPresent((violation) -> errors.rejectValue(field, violation.code(), violation.message()));
	}

	private Optional<Violation> blank() {
		return this.missing.isEmpty() ? violation("blank", " has nothing in it that can be seen. Please type it again.")
				: Optional.of(new Violation("blank", this.missing));
	}

	private Optional<Violation> violation(String code, String message) {
		return Optional.of(new Violation(code, this.label + message));
	}

	/**
	 * What is wrong with a text.
	 *
	 * @param code {@code blank}, {@code long}, {@code lines}, {@code unreadable} or
	 * {@code marks}
	 * @param message a sentence for the person who typed it
	 */
	public record Violation(String code, String message) {
	}

}
