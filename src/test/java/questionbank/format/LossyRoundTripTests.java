package questionbank.format;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Formats of other programs carry all of a question but what they list as lost. */
class LossyRoundTripTests {

	private static final int FILES = 25;

	@ParameterizedTest
	@EnumSource(names = { "MOODLE", "GIFT", "ANKI", "APKG", "QTI" })
	void readWhatTheyWrite(QuestionFormat format) throws IOException {
		for (long seed = 0; seed < FILES; seed++) {
			var entries = new GeneratedEntries(seed).list(12);
			var file = ReadFile.of(format, ReadFile.written(format, entries, null));
			assertThat(file.content()).hasSameSizeAs(entries);
			var read = carried(format, file.content());
			var written = carried(format, entries);
			for (int at = 0; at < entries.size(); at++) {
				assertThat(read.get(at)).as("seed %d", seed).isEqualTo(written.get(at));
			}
			assertThat(file.entries()).noneMatch(QuestionEntry::hasErrors);
			assertThat(file.findings()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "MOODLE", "GIFT", "ANKI", "APKG", "QTI" })
	void ignoreTheProblemsThatTheyWrite(QuestionFormat format) throws IOException {
		var entries = new GeneratedEntries(1).list(5);
		var file = ReadFile.of(format, ReadFile.written(format, entries, "=wrong --> {\n\nQuestion 2"));
		assertThat(carried(format, file.content())).isEqualTo(carried(format, entries));
		assertThat(file.messages()).noneMatch((message) -> message.toLowerCase().contains("problem"));
	}

	@ParameterizedTest
	@EnumSource(names = { "MOODLE", "GIFT", "ANKI", "APKG", "QTI" })
	void readTheFileThatTheyWriteForNoQuestion(QuestionFormat format) throws IOException {
		var file = ReadFile.of(format, ReadFile.written(format, List.of(), null));
		assertThat(file.entries()).isEmpty();
		assertThat(file.findings()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "MOODLE", "GIFT", "ANKI", "APKG", "QTI" })
	void nameWhatTheyLose(QuestionFormat format) {
		assertThat(format.losses()).isNotEmpty();
	}

	/** Returns how Markdown reads, regardless of its spelling. */
	private static String rendered(String markdown) {
		return Jsoup.parse(MarkdownText.toHtml(markdown)).text().replaceAll("[\\s\u00A0]+", " ");
	}

	/** Returns what the format carries; decks have an order of their own. */
	private static List<QuestionEntry> carried(QuestionFormat format, List<QuestionEntry> entries) {
		var carried = entries.stream().map((entry) -> carried(format, entry));
		return ((format == QuestionFormat.APKG) ? carried.sorted(Comparator.comparing(QuestionEntry::toString))
				: carried)
			.toList();
	}

	private static QuestionEntry carried(QuestionFormat format, QuestionEntry entry) {
		UnaryOperator<String> prompt = (format != QuestionFormat.MOODLE && format != QuestionFormat.GIFT)
				? LossyRoundTripTests::spaced : (text) -> text;
		UnaryOperator<String> line = (format == QuestionFormat.GIFT) ? (text) -> text : LossyRoundTripTests::spaced;
		return new QuestionEntry(entry.location(), entry.id(), prompt.apply(entry.prompt()), entry.difficulty(),
				(format == QuestionFormat.QTI) ? rendered(entry.sampleAnswer()) : entry.sampleAnswer(),
				entry.keyPoints().stream().map(line).toList(), entry.probes().stream().map(line).toList(),
				entry.topics(), entry.status(), entry.audience(), line.apply(entry.source()), entry.optional(),
				List.of());
	}

	/**
	 * Tabs become spaces, no-break spaces too, and spaces at the end of a line are gone.
	 */
	private static String spaced(String text) {
		return text.replaceAll("[\t\u00A0]", " ").replaceAll("(?m) +$", "");
	}

}
