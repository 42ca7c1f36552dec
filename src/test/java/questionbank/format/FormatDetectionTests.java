package questionbank.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The content tells the format. */
class FormatDetectionTests {

	@ParameterizedTest
	@EnumSource(names = { "TEXT", "JSON", "JSONL", "YAML", "CSV", "XLSX", "MARKDOWN", "MARKDOWN_ZIP" })
	void recognizesWhatIsWritten(QuestionFormat format) throws IOException {
		for (long seed = 0; seed < 30; seed++) {
			var bytes = ReadFile.written(format, new GeneratedEntries(seed).list(12), null);
			assertThat(detected(bytes, null)).as("seed %d", seed).isEqualTo(format);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			<?xml version="1.0"?><quiz></quiz>            | MOODLE
			#separator:tab                                | ANKI
			::Title:: What? {}                            | GIFT
			What is 1 \\= 1? {}                           | GIFT
			{"questions": []}                             | JSON
			[x](https://example.org) # What?              | null
			title: One                                    | YAML
			1. What?                                      | TEXT
			## What?                                      | MARKDOWN
			# What?                                       | MARKDOWN
			Question;Level                                | CSV
			""")
	void recognizesTheFirstLine(String line, String format) throws IOException {
		if (format.equals("null")) {
			assertThatThrownBy(() -> detected(line.getBytes(StandardCharsets.UTF_8), null))
				.isInstanceOf(MalformedFileException.class);
		}
		else {
			assertThat(detected(line.getBytes(StandardCharsets.UTF_8), null)).isEqualTo(QuestionFormat.valueOf(format));
		}
	}

	@Test
	void asksTheNameWhereTheContentFitsSeveral() throws IOException {
		assertThat(detected("question\nWhat?\n".getBytes(StandardCharsets.UTF_8), "a.csv"))
			.isEqualTo(QuestionFormat.CSV);
		assertThat(detected("title: One".getBytes(StandardCharsets.UTF_8), "A.MD")).isEqualTo(QuestionFormat.MARKDOWN);
		assertThat(detected("[{}]".getBytes(StandardCharsets.UTF_8), "a.txt")).isEqualTo(QuestionFormat.JSON);
	}

	@ParameterizedTest
	@CsvSource({ "a.markdown, MARKDOWN_ZIP", "collection.anki21b, APKG", "a/imsmanifest.xml, QTI" })
	void recognizesAZipFileByItsNames(String name, QuestionFormat format) throws IOException {
		var out = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry("image.png"));
			zip.putNextEntry(new ZipEntry(name));
		}
		assertThat(detected(out.toByteArray(), null)).isEqualTo(format);
	}

	@Test
	void refusesWhatIsNoText() {
		assertThatThrownBy(() -> detected(new byte[0], "a.csv")).isInstanceOf(MalformedFileException.class);
		assertThatThrownBy(() -> detected(new byte[1000], null)).isInstanceOf(MalformedFileException.class)
			.hasMessageContaining("not recognized");
	}

	@Test
	void refusesAFileThatIsTooLong() throws IOException {
		assertThat(ReadFile.of(QuestionFormat.JSON, new byte[(int) QuestionFormat.MAX_BYTES + 1]).messages())
			.containsExactly("1:1 The file has more than 20 MB. []");
	}

	@Test
	void refusesMoreQuestionsThanTheLimit() throws IOException {
		var lines = "{\"prompt\":\"x\",\"answer\":\"y\"}\n".repeat(QuestionFormat.MAX_QUESTIONS + 1);
		var file = ReadFile.of(QuestionFormat.JSONL, lines);
		assertThat(file.entries()).hasSize(QuestionFormat.MAX_QUESTIONS);
		assertThat(file.findings()).singleElement().matches((finding) -> finding.message().contains("100,000"));
	}

	private static QuestionFormat detected(byte[] bytes, String name) throws IOException {
		var file = Files.createTempFile("detected", ".bin");
		try {
			Files.write(file, bytes);
			return QuestionFormat.detect(file, name);
		}
		finally {
			Files.delete(file);
		}
	}

}
