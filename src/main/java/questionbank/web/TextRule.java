package questionbank.web;

import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * Validation rule for typed text: length, visible characters, and characters that can be
 * displayed and stored. Expects text in {@linkplain UnicodeText#normalize normalization
 * form C}.
 *
 * @param label the name of the text, with which messages start
 * @param max the maximum length in UTF-16 code units
 * @param missing the message for text without a visible character; empty if the text is
 * optional
 * @param lines whether line breaks are allowed
 */
public record TextRule(String label, int max, String missing, boolean lines) {

	/** Returns a rule for an optional line. */
	public static TextRule optionalLine(String label, int max) {
		return new TextRule(label, max, "", false);
	}

	/** Returns a rule for optional text of several lines. */
	public static TextRule optionalLines(String label, int max) {
		return new TextRule(label, max, "", true);
	}

	/** Returns the first violation of the rule; optional text may be {@code null}. */
	public Optional<Violation> violation(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return this.missing.isEmpty() ? Optional.empty() : blank();
		}
		if (text.length() > this.max) {
			return violation("long", String.format(Locale.ENGLISH, " can have at most %,d characters.", this.max));
		}
		if (!this.lines && !UnicodeText.isOneLine(text)) {
			return violation("lines", " must be one line. Please remove the line breaks.");
		}
		if (!UnicodeText.isReadable(text)) {
			return violation("unreadable", " contains unreadable characters. Please type it again.");
		}
		if (UnicodeText.hasStackedMarks(text)) {
			return violation("marks",
					" has more than " + UnicodeText.MAX_MARKS + " accents on one letter. Please type it again.");
		}
		return UnicodeText.hasVisible(text) ? Optional.empty() : blank();
	}

	/** Rejects the field if its text violates the rule. */
	public void check(@Nullable String text, String field, Errors errors) {
		violation(text).ifPresent((violation) -> errors.rejectValue(field, violation.code(), violation.message()));
	}

	private Optional<Violation> blank() {
		return this.missing.isEmpty() ? violation("blank", " contains no visible characters. Please type it again.")
				: Optional.of(new Violation("blank", this.missing));
	}

	private Optional<Violation> violation(String code, String message) {
		return Optional.of(new Violation(code, this.label + message));
	}

	/**
	 * Violation of a rule.
	 *
	 * @param code {@code blank}, {@code long}, {@code lines}, {@code unreadable} or
	 * {@code marks}
	 * @param message the message for the user
	 */
	public record Violation(String code, String message) {
	}

}
