package questionbank.format;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Our own formats carry all of a question. */
class RoundTripTests {

	private static final int FILES = 60;

	@ParameterizedTest
	@EnumSource(names = { "TEXT", "JSON", "JSONL", "YAML", "CSV", "XLSX", "MARKDOWN", "MARKDOWN_ZIP" })
	void readWhatTheyWrite(QuestionFormat format) throws IOException {
		for (long seed = 0; seed < FILES; seed++) {
			var entries = new GeneratedEntries(seed).list(12);
			var file = ReadFile.of(format, ReadFile.written(format, entries, null));
			for (int index = 0; index < Math.min(entries.size(), file.entries().size()); index++) {
				assertThat(file.content().get(index)).as("seed %d", seed).isEqualTo(entries.get(index));
			}
			assertThat(file.entries()).as("seed %d", seed).hasSameSizeAs(entries);
			assertThat(file.findings()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "TEXT", "JSON", "JSONL", "YAML", "CSV", "XLSX", "MARKDOWN", "MARKDOWN_ZIP" })
	void ignoreTheProblemsThatTheyWrite(QuestionFormat format) throws IOException {
		var entries = new GeneratedEntries(1).list(5);
		var file = ReadFile.of(format, ReadFile.written(format, entries, "=wrong\nQuestion 2"));
		assertThat(file.content()).isEqualTo(entries);
		assertThat(file.messages()).noneMatch((message) -> message.contains("problem"));
	}

	@ParameterizedTest
	@EnumSource(names = { "TEXT", "JSON", "JSONL", "YAML", "CSV", "XLSX", "MARKDOWN", "MARKDOWN_ZIP" })
	void readTheFileThatTheyWriteForNoQuestion(QuestionFormat format) throws IOException {
		assertThat(ReadFile.of(format, ReadFile.written(format, List.of(), null)).entries()).isEmpty();
	}

}
