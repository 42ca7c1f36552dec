package questionbank.format;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import questionbank.format.QuestionEntry.Severity;

import static org.assertj.core.api.Assertions.assertThat;
import static questionbank.format.QuestionFormat.CSV;

/** CSV is read as spreadsheets and people write it. */
class CsvFileTests {

	@Test
	void readsSemicolonsAByteOrderMarkAndLevels() throws IOException {
		var file = ReadFile.ofExample(CSV, "semicolon-bom.csv");
		assertThat(file.taken()).extracting(QuestionEntry::prompt)
			.containsExactly("What is idempotency; and why care?", "How do you version an API?",
					"What is a dead letter queue?", "=SUM(A1:A9) is it a question?");
		assertThat(file.taken()).extracting(QuestionEntry::difficulty)
			.containsExactly("medium", "hard", "hardest", "easy");
		assertThat(file.taken().get(0).sampleAnswer()).isEqualTo("Sending twice\nhas the effect of once.");
		assertThat(file.taken().get(0).topics()).containsExactly("messaging", "reliability");
		assertThat(file.taken().get(1).sampleAnswer()).isEqualTo("Say \"no\" to breaking changes.");
		assertThat(file.taken().get(3).topics()).isEmpty();
		assertThat(file.messages()).containsExactly("5:1 There is no question. [no question here]",
				"6:2 This difficulty is unknown: to be chosen. [hardest]",
				"2:1 The difficulties 0, 1 and 2 are read as easy, medium and hard. [1]");
	}

	@Test
	void detectsEachSeparator() throws IOException {
		for (var separator : List.of(",", ";", "\t", "|")) {
			var text = "A title\nQuestion%1$sLevel%1$sNotes\nWhat, now?%1$seasy%1$sx\n".formatted(separator)
				.replace("What, now?", "\"What, now?\"");
			var file = ReadFile.of(CSV, text);
			assertThat(file.taken()).singleElement().matches((entry) -> entry.prompt().equals("What, now?"));
			assertThat(file.messages())
				.anyMatch((message) -> message.startsWith("2:3 The column \"Notes\" is left out"))
				.anyMatch((message) -> message.startsWith("1:1 A row before the header"));
		}
	}

	@Test
	void readsOnAfterBrokenQuotes() throws IOException {
		var file = ReadFile.of(CSV, "question,answer\nOne?,\"a\"b\nTwo?,b\nThree?,\"never closed\nFour?,d\n");
		assertThat(file.taken()).extracting(QuestionEntry::prompt).containsExactly("Two?", "Four?");
		assertThat(file.messages()).anyMatch((message) -> message.startsWith("2:1 This line is left out"))
			.anyMatch((message) -> message.startsWith("4:1 This line is left out"));
	}

	@Test
	void writesNoFormula() throws IOException {
		var entry = new GeneratedEntries(1).list(1).get(0);
		for (var start : List.of("=1+1", "+1", "-1", "@a", "'=1", "＝1")) {
			var formula = new QuestionEntry(entry.location(), "", start, "easy", start, List.of(start), List.of(),
					List.of(), "draft", "everyone", start, false, List.of());
			var written = new String(ReadFile.written(CSV, List.of(formula), null), StandardCharsets.UTF_8);
			assertThat(written.lines().skip(1).findFirst()).get().asString().contains(",'" + start + ",");
			assertThat(ReadFile.of(CSV, written).content()).containsExactly(formula);
		}
	}

	@Test
	void refusesTenThousandColumns() throws IOException {
		var header = IntStream.range(0, 10_000).mapToObj((column) -> "c" + column).collect(Collectors.joining(","));
		var file = ReadFile.of(CSV, "question," + header + "\nx\n");
		assertThat(file.readToEnd()).isFalse();
		assertThat(file.messages()).singleElement().asString().startsWith("1:1 The table has 10,001 columns");
	}

	@Test
	void refusesATableWithoutQuestions() throws IOException {
		assertThat(ReadFile.of(CSV, "a,b\n1,2\n").messages()).last().asString().contains("No row names a column");
	}

	@Test
	void readsOtherEncodingsAndSaysSo() throws IOException {
		var text = "question,level\nWas heißt „Übermut“?,easy\n";
		assertThat(ReadFile.of(CSV, text.getBytes(Charset.forName("windows-1252"))).taken()).singleElement()
			.matches((entry) -> entry.prompt().equals("Was heißt „Übermut“?"));
		for (var charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
			var file = ReadFile.of(CSV, ("\uFEFF" + text).getBytes(charset));
			assertThat(file.taken()).singleElement().matches((entry) -> entry.prompt().equals("Was heißt „Übermut“?"));
			assertThat(file.messages()).anyMatch((message) -> message.startsWith("1:1 The file is read as UTF-16"));
		}
		assertThat(ReadFile.of(CSV, text.getBytes(Charset.forName("windows-1252"))).messages())
			.anyMatch((message) -> message.startsWith("1:1 The file is not UTF-8: it is read as Windows-1252."));
	}

	@Test
	void refusesRowsWithBytesThatAreNoCharacters() throws IOException {
		var bytes = "question,level\n„Übermut“ ?,easy\nNUL \0,easy\nWhat?,hard\n".getBytes(StandardCharsets.UTF_8);
		bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf(" ?") + 1] = (byte) 0xFF;
		var file = ReadFile.of(CSV, bytes);
		assertThat(file.messages()).contains("2:11 A byte is no character in UTF-8. [0xFF]",
				"3:5 A NUL character is no text. [U+0000]",
				"2:1 A byte is no character in the encoding of the file. [\uFFFD]",
				"3:1 A NUL character cannot be stored. [U+0000]");
		assertThat(file.findings()).noneMatch((finding) -> finding.severity() == Severity.ERROR);
		assertThat(file.entries()).extracting(QuestionEntry::prompt)
			.containsExactly("„Übermut“ \uFFFD", "NUL \uFFFD", "What?");
		assertThat(file.taken()).extracting(QuestionEntry::prompt).containsExactly("What?");
	}

	@ParameterizedTest
	@EnumSource(names = { "TEXT", "JSON", "JSONL", "YAML", "CSV", "MARKDOWN", "MOODLE", "GIFT", "ANKI" })
	void refuseOneQuestionForOneByte(QuestionFormat format) throws IOException {
		for (var bad : List.of((byte) 0, (byte) 0xFF)) {
			var entries = new GeneratedEntries(7).list(5).stream().map((entry) -> named(entry, "Ünpläced")).toList();
			var bytes = ReadFile.written(format, entries, null);
			var text = new String(bytes, StandardCharsets.ISO_8859_1);
			bytes[text.indexOf("MARK", text.indexOf("MARK") + 4)] = bad;
			var file = ReadFile.of(format, bytes);
			assertThat(file.entries()).hasSize(5);
			assertThat(file.entries().stream().map(QuestionEntry::hasErrors)).as("byte %d", bad)
				.containsExactly(false, true, false, false, false);
			assertThat(file.findings()).noneMatch((finding) -> finding.severity() == Severity.ERROR);
		}
	}

	private static QuestionEntry named(QuestionEntry entry, String answer) {
		return new QuestionEntry(entry.location(), entry.id(), "What?", "easy", answer + " MARK", List.of(), List.of(),
				List.of(), "draft", "everyone", "", false, List.of());
	}

}
