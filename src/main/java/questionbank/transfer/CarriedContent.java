package questionbank.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import questionbank.format.EntrySink;
import questionbank.format.MalformedFileException;
import questionbank.format.QuestionEntry;
import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionFormat;
import questionbank.question.QuestionDetails;

/**
 * Questions of the bank as a format carries them: written in it, and read back. A field
 * of a file that equals the one read back is no change, though the format has lost some
 * of it.
 *
 * @param byStableId the entries that were read back
 */
record CarriedContent(Map<String, QuestionEntry> byStableId) {

	/** The content of a format that carries all of a question. */
	static final CarriedContent ALL = new CarriedContent(Map.of());

	/** Writes questions to a file of a format, and reads it. */
	static CarriedContent of(QuestionFormat format, List<QuestionDetails> questions) {
		if (questions.isEmpty()) {
			return ALL;
		}
		var entries = new HashMap<String, QuestionEntry>();
		try {
			var file = Files.createTempFile("carried", "." + format.extension());
			try {
				try (var out = Files.newOutputStream(file); var writer = format.writer(out)) {
					for (var question : questions) {
						writer.write(EntryConversion.entry(question), null);
					}
				}
				format.read(file, new MapSink(entries));
			}
			catch (MalformedFileException ex) {
				// Without what the format carries, each difference is a change.
			}
			finally {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new CarriedContent(entries);
	}

	/** Returns an entry with the present content of fields that a format cannot carry. */
	QuestionEntry restore(QuestionEntry entry, QuestionDetails question) {
		var carried = this.byStableId.get(question.stableId());
		if (carried == null) {
			return entry;
		}
		var present = EntryConversion.entry(question);
		return new QuestionEntry(entry.location(), entry.id(),
				restore(entry.prompt(), carried.prompt(), present.prompt()),
				restore(entry.difficulty(), carried.difficulty(), present.difficulty()),
				restore(entry.sampleAnswer(), carried.sampleAnswer(), present.sampleAnswer()),
				restore(entry.keyPoints(), carried.keyPoints(), present.keyPoints()),
				restore(entry.probes(), carried.probes(), present.probes()),
				restore(entry.topics(), carried.topics(), present.topics()),
				restore(entry.status(), carried.status(), present.status()),
				restore(entry.audience(), carried.audience(), present.audience()),
				restore(entry.source(), carried.source(), present.source()), entry.optional(), entry.findings());
	}

	private static <T> T restore(T read, T carried, T present) {
		return read.equals(carried) ? present : read;
	}

	/** Collects entries as they are compared. */
	private record MapSink(Map<String, QuestionEntry> entries) implements EntrySink {

		@Override
		public void entry(QuestionEntry entry) {
			var normalized = EntryConversion.normalized(entry, (none) -> false);
			this.entries.put(normalized.id(), normalized);
		}

		@Override
		public void finding(Finding finding) {
		}

	}

}
