package questionbank.format;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Formats of other programs carry all of a question but what they list as lost. */
class LossyRoundTripTests {

	private static final int FILES = 40;

	@ParameterizedTest
	@EnumSource(names = { "MOODLE", "GIFT", "ANKI" })
	void readWhatTheyWrite(QuestionFormat format) throws IOException {
		for (long seed = 0; seed < FILES; seed++) {
			var entries = new GeneratedEntries(seed).list(12);
			var file = ReadFile.of(format, ReadFile.written(format, entries, null));
			assertThat(file.content()).hasSameSizeAs(entries);
			for (int at = 0; at < entries.size(); at++) {
				assertThat(carried(format, file.content().get(at))).as("seed %d", seed)
					.isEqualTo(carried(format, entries.get(at)));
			}
			assertThat(file.entries()).noneMatch(QuestionEntry::hasErrors);
			assertThat(file.findings()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "MOODLE", "GIFT", "ANKI" })
	void ignoreTheProblemsThatTheyWrite(QuestionFormat format) throws IOException {
		var entries = new GeneratedEntries(1).list(5);
		var file = ReadFile.of(format, ReadFile.written(format, entries, "=wrong --> {\n\nQuestion 2"));
		assertThat(file.content().stream().map((entry) -> carried(format, entry)))
			.containsExactlyElementsOf(entries.stream().map((entry) -> carried(format, entry)).toList());
		assertThat(file.messages()).noneMatch((message) -> message.toLowerCase().contains("problem"));
	}

	@ParameterizedTest
	@EnumSource(names = { "MOODLE", "GIFT", "ANKI" })
	void readTheFileThatTheyWriteForNoQuestion(QuestionFormat format) throws IOException {
		var file = ReadFile.of(format, ReadFile.written(format, List.of(), null));
		assertThat(file.entries()).isEmpty();
		assertThat(file.findings()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "MOODLE", "GIFT", "ANKI" })
	void nameWhatTheyLose(QuestionFormat format) {
		assertThat(format.losses()).isNotEmpty();
	}

	private static QuestionEntry carried(QuestionFormat format, QuestionEntry entry) {
		UnaryOperator<String> prompt = (format == QuestionFormat.ANKI) ? LossyRoundTripTests::spaced : (text) -> text;
		UnaryOperator<String> line = (format == QuestionFormat.GIFT) ? (text) -> text : LossyRoundTripTests::spaced;
		return new QuestionEntry(entry.location(), entry.id(), prompt.apply(entry.prompt()), entry.difficulty(),
				entry.sampleAnswer(), entry.keyPoints().stream().map(line).toList(),
				entry.probes().stream().map(line).toList(), entry.topics(), entry.status(), entry.audience(),
				line.apply(entry.source()), entry.optional(), List.of());
	}

	/**
	 * Tabs become spaces, no-break spaces too, and spaces at the end of a line are gone.
	 */
	private static String spaced(String text) {
		return text.replaceAll("[\t\u00A0]", " ").replaceAll("(?m) +$", "");
	}

}
