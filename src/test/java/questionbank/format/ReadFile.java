package questionbank.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionEntry.Finding;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a format reads from a file.
 *
 * @param findings at places without a question, in the order of the file; the last one
 * says why the rest was not read
 * @param readToEnd {@code false} if the rest could not be read
 */
record ReadFile(List<QuestionEntry> entries, List<Finding> findings, boolean readToEnd) {

	/** Reads a file of the folder {@code transfer}, in the format that is detected. */
	static ReadFile ofExample(QuestionFormat format, String name) throws IOException {
		var file = Path.of("src/test/resources/transfer", name);
		assertThat(QuestionFormat.detect(file, name)).isEqualTo(format);
		assertThat(QuestionFormat.detect(file, null)).isEqualTo(format);
		return of(format, file);
	}

	static ReadFile of(QuestionFormat format, String text) throws IOException {
		return of(format, text.getBytes(StandardCharsets.UTF_8));
	}

	static ReadFile of(QuestionFormat format, byte[] bytes) throws IOException {
		var file = Files.createTempFile("questions", "." + format.extension());
		try {
			Files.write(file, bytes);
			return of(format, file);
		}
		finally {
			Files.delete(file);
		}
	}

	static ReadFile of(QuestionFormat format, Path file) throws IOException {
		var entries = new ArrayList<QuestionEntry>();
		var findings = new ArrayList<Finding>();
		try {
			format.read(file, new EntrySink() {

				@Override
				public void entry(QuestionEntry entry) {
					entries.add(entry);
				}

				@Override
				public void finding(Finding finding) {
					findings.add(finding);
				}

			});
		}
		catch (MalformedFileException ex) {
			findings.add(ex.finding());
			return new ReadFile(entries, findings, false);
		}
		return new ReadFile(entries, findings, true);
	}

	/** Writes questions. */
	static byte[] written(QuestionFormat format, List<QuestionEntry> entries, @Nullable String problem)
			throws IOException {
		var out = new ByteArrayOutputStream();
		try (var writer = format.writer(out)) {
			for (var entry : entries) {
				writer.write(entry, problem);
			}
		}
		return out.toByteArray();
	}

	/** Returns the entries without errors. */
	List<QuestionEntry> taken() {
		return this.entries.stream().filter((entry) -> !entry.hasErrors() && !entry.optional()).toList();
	}

	/** Returns all messages as "line:column message", with what was read. */
	List<String> messages() {
		return Stream
			.concat(this.entries.stream().flatMap((entry) -> entry.findings().stream()), this.findings.stream())
			.map((finding) -> "%d:%d %s [%s]".formatted(finding.location().line(), finding.location().column(),
					finding.message(), finding.read()))
			.toList();
	}

	/** Returns the entries without locations and findings, for comparison. */
	List<QuestionEntry> content() {
		return this.entries.stream().map(GeneratedEntries::content).toList();
	}

}
