package questionbank.format;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionEntry.Location;

/**
 * Reads and writes RFC 4180: the separator is the one by which the first lines name the
 * most fields. After a line with broken quotes, reading goes on with the next line.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CsvFile {

	private static final int MAX_BUFFER = 24 * 1024 * 1024;

	/** The most broken lines; each means that the file is opened once more. */
	private static final int MAX_BROKEN = 20;

	private static final int SAMPLE = 64 * 1024;

	/** The lines among which the header is looked for. */
	private static final int MAX_LINES = 20;

	private static final List<String> SEPARATORS = List.of(",", ";", "\t", "|");

	private static final Pattern DECLARATION = Pattern.compile("sep=(.)\\R", Pattern.CASE_INSENSITIVE);

	private static final Pattern LINE = Pattern.compile("line (\\d{1,9})");

	private final Path file;

	private final EntrySink sink;

	private final TableReader table;

	private @Nullable String separator;

	private int skipped;

	private int broken;

	/** Why the last of the skipped lines cannot be read. */
	private @Nullable String problem;

	private CsvFile(Path file, EntrySink sink) {
		this.file = file;
		this.sink = sink;
		this.table = new TableReader(sink);
	}

	static void read(Path file, EntrySink sink) throws IOException {
		new CsvFile(file, sink).read();
	}

	private void read() throws IOException {
		for (var end = false; !end;) {
			// What is said about the encoding is said once.
			try (var decoded = TextDecoding.open(this.file, (this.broken == 0) ? this.sink : EntrySink.NONE);
					var reader = new BufferedReader(decoded, SAMPLE)) {
				end = read(reader);
			}
		}
		if (!this.table.hasHeader()) {
			throw TableReader.missingHeader(Location.of(1, 1));
		}
	}

	/** Reads to the end, or to a broken line, after which to begin anew. */
	private boolean read(BufferedReader reader) throws IOException {
		if (this.separator == null) {
			var sample = sample(reader);
			var declaration = DECLARATION.matcher(sample);
			this.skipped = declaration.lookingAt() ? 1 : 0;
			this.separator = declaration.lookingAt() ? declaration.group(1) : separator(sample);
		}
		skip(reader);
		var records = open(reader, this.separator).iterator();
		while (true) {
			try {
				if (!records.hasNext()) {
					return true;
				}
			}
			catch (CsvParseException ex) {
				broken(ex);
				return false;
			}
			catch (UncheckedIOException ex) {
				throw ex.getCause();
			}
			var row = records.next();
			this.table.row(Location.of((int) row.getStartingLineNumber() + this.skipped, 1), row.getFields());
		}
	}

	/** Skips what was read before, and reports the broken line at its end. */
	private void skip(BufferedReader reader) throws IOException {
		var last = "";
		for (int line = 0; line < this.skipped; line++) {
			last = Objects.requireNonNullElse(reader.readLine(), "");
		}
		if (this.problem != null) {
			this.sink.entry(EntryBuilder.rejected(Location.of(this.skipped, 1), last, this.problem));
			this.problem = null;
		}
	}

	private void broken(CsvParseException ex) throws IOException {
		var message = String.valueOf(ex.getMessage());
		var line = LINE.matcher(message);
		this.skipped += line.find() ? Integer.parseInt(line.group(1)) : 1;
		var location = Location.of(this.skipped, 1);
		if (++this.broken > MAX_BROKEN) {
			throw new MalformedFileException(location, "",
					"The file cannot be read from here on: too many lines have broken quotes.");
		}
		this.problem = "This line is left out: %s.".formatted(message.replaceFirst(" \\(record starting.*", ""));
	}

	/** Returns the start of the text, and resets the reader. */
	private static String sample(BufferedReader reader) throws IOException {
		reader.mark(SAMPLE);
		var sample = TextDecoding.start(reader, SAMPLE / 2);
		reader.reset();
		return sample;
	}

	/** Returns whether the text begins with a header. */
	static boolean isCsv(String sample) {
		return DECLARATION.matcher(sample).lookingAt() || SEPARATORS.stream()
			.map((separator) -> rows(sample, separator, 1).get(0))
			.anyMatch((row) -> TableReader.isHeader(row)
					&& row.stream().allMatch((cell) -> cell.isEmpty() || Character.isLetter(cell.charAt(0))));
	}

	private static String separator(String sample) {
		var best = ",";
		var most = 0L;
		for (var separator : SEPARATORS) {
			var named = rows(sample, separator, MAX_LINES).stream()
				.filter(TableReader::isHeader)
				.findFirst()
				.map(TableReader::namedColumns)
				.orElse(0L);
			if (named > most) {
				best = separator;
				most = named;
			}
		}
		return best;
	}

	/** Returns the first rows, as read with a separator; at least one. */
	private static List<List<String>> rows(String sample, String separator, int max) {
		var rows = new ArrayList<List<String>>();
		try {
			for (var row : open(new StringReader(sample), separator)) {
				rows.add(row.getFields());
				if (rows.size() == max) {
					return rows;
				}
			}
		}
		catch (CsvParseException ex) {
			// The sample ends within quotes, or is no CSV.
		}
		return rows.isEmpty() ? List.of(List.of()) : rows;
	}

	private static CsvReader<CsvRecord> open(Reader reader, String separator) {
		return CsvReader.builder()
			.fieldSeparator(separator)
			.allowUnclosedQuote(false)
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.maxBufferSize(MAX_BUFFER)
			.ofCsvRecord(reader);
	}

	static EntryWriter writer(OutputStream out) {
		return new Rows(CsvWriter.builder()
			.lineDelimiter(LineDelimiter.CRLF)
			.build(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))));
	}

	/** Writes a row for each question; the first one decides on the last column. */
	private static final class Rows implements EntryWriter {

		private final CsvWriter csv;

		private boolean started;

		private boolean withProblem;

		Rows(CsvWriter csv) {
			this.csv = csv;
		}

		@Override
		public void write(QuestionEntry entry, @Nullable String problem) throws IOException {
			start(problem != null);
			this.csv.writeRecord(
					TableReader.cells(entry, this.withProblem ? Objects.requireNonNullElse(problem, "") : null));
		}

		private void start(boolean problem) {
			if (!this.started) {
				this.started = true;
				this.withProblem = problem;
				this.csv.writeRecord(TableReader.header(problem));
			}
		}

		@Override
		public void close() throws IOException {
			start(false);
			this.csv.flush();
		}

	}

}
