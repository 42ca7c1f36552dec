package questionbank.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Location;

/**
 * The formats in which questions are imported and exported.
 */
public enum QuestionFormat {

	/** The plain-text form: numbered questions, each with difficulty and answer. */
	TEXT("text", "Plain text", "txt", "text/plain", TextReader::read, TextWriter::new),
	/** An array of objects; its JSON Schema is published. */
	JSON("json", "JSON", "json", "application/json", StructuredReader::readJson, StructuredWriter::json),
	/** An object of {@link #JSON} on each line. */
	JSONL("jsonl", "JSON lines", "jsonl", "application/jsonl", StructuredReader::readLines, StructuredWriter::lines),
	/** A list of mappings with the names of {@link #JSON}. */
	YAML("yaml", "YAML", "yaml", "application/yaml", StructuredReader::readYaml, StructuredWriter::yaml),
	/** RFC 4180, separated by comma, semicolon or tab. */
	CSV("csv", "CSV", "csv", "text/csv", CsvFile::read, CsvFile::writer),
	/** Office Open XML, one row for each question. */
	XLSX("xlsx", "Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", XlsxFile::read,
			XlsxFile::writer),
	/** Markdown in one file; read also from a zip file. */
	MARKDOWN("markdown", "Markdown", "md", "text/markdown", MarkdownReader::read, MarkdownWriter::file),
	/** A zip file with a Markdown file for each question, with front matter. */
	MARKDOWN_ZIP("markdown-zip", "Markdown files", "zip", "application/zip", MarkdownReader::read, MarkdownWriter::zip),
	/** Moodle XML with essay questions. */
	MOODLE("moodle", "Moodle XML", "xml", "application/xml", MoodleReader::read, MoodleWriter::new,
			MoodleWriter.LOSSES),
	/** GIFT with essay questions. */
	GIFT("gift", "GIFT", "gift", "text/plain", GiftReader::read, GiftWriter::new, GiftWriter.LOSSES),
	/** Notes of Anki as text with headers. */
	ANKI("anki", "Anki text", "txt", "text/plain", AnkiText::read, AnkiText::writer, AnkiNotes.LOSSES),
	/** A deck of Anki with the legacy collection. */
	APKG("apkg", "Anki deck", "apkg", "application/octet-stream", ApkgReader::read,
			(out) -> new ApkgWriter(out, Clock.systemUTC()), AnkiNotes.LOSSES),
	/** QTI 2.1 or 3.0 extended text, as a zip. */
	QTI("qti", "QTI", "zip", "application/zip", QtiReader::read, QtiWriter::new, QtiWriter.LOSSES);

	/** The maximum length of a file, in bytes, as uploaded. */
	public static final long MAX_BYTES = 20L * 1024 * 1024;

	/** The maximum number of questions in a file. */
	public static final int MAX_QUESTIONS = 100_000;

	private final String slug;

	private final String label;

	private final String extension;

	private final String mediaType;

	private final FormatReader reader;

	private final WriterFactory writers;

	private final List<String> losses;

	QuestionFormat(String slug, String label, String extension, String mediaType, FormatReader reader,
			WriterFactory writers) {
		this(slug, label, extension, mediaType, reader, writers, List.of());
	}

	QuestionFormat(String slug, String label, String extension, String mediaType, FormatReader reader,
			WriterFactory writers, List<String> losses) {
		this.slug = slug;
		this.label = label;
		this.extension = extension;
		this.mediaType = mediaType;
		this.reader = reader;
		this.writers = writers;
		this.losses = losses;
	}

	/** Returns the name in addresses and on the command line. */
	public String slug() {
		return this.slug;
	}

	/** Returns the name on pages. */
	public String label() {
		return this.label;
	}

	/** Returns the extension of file names, without the dot. */
	public String extension() {
		return this.extension;
	}

	/** Returns the media type, without a charset. */
	public String mediaType() {
		return this.mediaType;
	}

	/**
	 * Detects the format of a file by its content; the name decides between formats whose
	 * content looks the same.
	 * @param name as uploaded; {@code null} for pasted text
	 * @throws MalformedFileException if the content is of none of the formats
	 */
	public static QuestionFormat detect(Path file, @Nullable String name) throws IOException {
		return FormatDetection.detect(file, name);
	}

	/**
	 * Reads the questions of a file.
	 * @throws MalformedFileException if the rest of the file cannot be read, is longer
	 * than {@link #MAX_BYTES}, or has more than {@link #MAX_QUESTIONS}
	 */
	public void read(Path file, EntrySink sink) throws IOException {
		if (Files.size(file) > MAX_BYTES) {
			throw new MalformedFileException(Location.of(1, 1), "",
					"The file has more than %d MB.".formatted(MAX_BYTES >> 20));
		}
		try {
			this.reader.read(file, new LimitedSink(sink, new Difficulties(() -> numbers(file))));
		}
		catch (MalformedFileException ex) {
			throw BoundedZip.isZip(file) ? ex : ex.withRest(file, ex.finding().location().line());
		}
	}

	/** Reads the difficulties of a file that are numbers, as far as it can be read. */
	private Set<String> numbers(Path file) throws IOException {
		var numbers = new NumberSink();
		try {
			this.reader.read(file, numbers);
		}
		catch (MalformedFileException ex) {
			// The reading during which this is asked reports it.
		}
		return numbers.found;
	}

	/** Opens a writer of a file in this format, which does not close the stream. */
	public EntryWriter writer(OutputStream out) throws IOException {
		return this.writers.open(out);
	}

	/** Returns what a file of this format cannot carry, as sentences for people. */
	public List<String> losses() {
		return this.losses;
	}

	/**
	 * Reads the questions of a file in one format, as a stream: memory does not grow with
	 * the number of questions.
	 */
	@FunctionalInterface
	interface FormatReader {

		/**
		 * Reads a file.
		 * @throws MalformedFileException if the rest of the file cannot be read
		 * @throws IOException if the file system or the sink fails
		 */
		void read(Path file, EntrySink sink) throws IOException;

	}

	/** Opens a writer. */
	@FunctionalInterface
	interface WriterFactory {

		EntryWriter open(OutputStream out) throws IOException;

	}

	/** Collects the difficulties that are numbers; few of them are different. */
	private static final class NumberSink implements EntrySink {

		private static final int MAX_NUMBERS = 100;

		private final Set<String> found = new HashSet<>();

		@Override
		public void entry(QuestionEntry entry) {
			if (Difficulties.isNumber(entry.difficulty()) && this.found.size() < MAX_NUMBERS) {
				this.found.add(entry.difficulty());
			}
		}

		@Override
		public void finding(Finding finding) {
		}

	}

}
