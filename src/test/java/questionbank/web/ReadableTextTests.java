package questionbank.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReadableTextTests {

	private static final ReadableText.Rule NAME = new ReadableText.Rule("A name", 20, "Please type a name.", false);

	private static final ReadableText.Rule NOTE = ReadableText.Rule.optionalLines("The note", 20);

	@Test
	void hasAMessageForEachViolation() {
		assertThat(NAME.violation(null)).contains(new ReadableText.Rule.Violation("blank", "Please type a name."));
		assertThat(message(NAME, "")).isEqualTo("Please type a name.");
		assertThat(message(NAME, "\u3164\u2800")).isEqualTo("Please type a name.");
		assertThat(message(NAME, "n".repeat(21))).isEqualTo("A name can have at most 20 characters.");
		assertThat(message(NAME, "Ada\nLovelace")).isEqualTo("A name must be one line. Please remove the line breaks.");
		assertThat(message(NAME, "a\u202eb")).isEqualTo("A name contains unreadable characters. Please type it again.");
		assertThat(message(NAME, "e" + "\u0316".repeat(9)))
			.isEqualTo("A name has more than 8 accents on one letter. Please type it again.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "two\nlines\u2028more" })
	void acceptsEmptyTextAndLinesIfAllowed(String text) {
		assertThat(NOTE.violation(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "\u200b", "\u3164", "\u0301", "\u2800\n" })
	void rejectsInvisibleTextInAnOptionalField(String text) {
		assertThat(message(NOTE, text)).isEqualTo("The note contains no visible characters. Please type it again.");
	}

	private static String message(ReadableText.Rule rule, String text) {
		return rule.violation(text).map(ReadableText.Rule.Violation::message).orElse(null);
	}

}
