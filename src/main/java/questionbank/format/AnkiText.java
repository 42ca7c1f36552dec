package questionbank.format;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Location;
import questionbank.format.QuestionEntry.Severity;

/**
 * Reads and writes notes of Anki as text: headers, and a line of fields for each note.
 */
final class AnkiText {

	private static final Map<String, Character> SEPARATORS = Map.of("tab", '\t', "comma", ',', "semicolon", ';', "pipe",
			'|', "colon", ':', "space", ' ');

	private static final int MAX_BUFFER = 24 * 1024 * 1024;

	private static final int SAMPLE = 16 * 1024;

	private final EntrySink sink;

	private final AnkiNotes notes = new AnkiNotes();

	private char separator = '\t';

	private boolean separatorGiven;

	private @Nullable Boolean html;

	private int guidColumn;

	private int tagsColumn;

	private int noteTypeColumn;

	private int deckColumn;

	private String noteType = "";

	private String deck = "";

	private String tags = "";

	private String columns = "";

	private int lines;

	private AnkiText(EntrySink sink) {
		this.sink = sink;
	}

	/** Reads a file, as {@link QuestionFormat.FormatReader} does. */
	static void read(Path file, EntrySink sink) throws IOException {
		try (var reader = new BufferedReader(TextDecoding.open(file, sink))) {
			new AnkiText(sink).read(reader);
		}
	}

	private void read(BufferedReader reader) throws IOException {
		while (next(reader) == '#') {
			this.lines++;
			header(reader.readLine());
		}
		var csv = CsvReader.builder()
			.fieldSeparator(this.separatorGiven ? this.separator : guess(reader))
			.commentStrategy(CommentStrategy.SKIP)
			.commentCharacter('#')
			.allowUnclosedQuote(false)
			.maxBufferSize(MAX_BUFFER)
			.ofCsvRecord(reader)
			.iterator();
		var line = this.lines + 1;
		try {
			while (csv.hasNext()) {
				var row = csv.next();
				line = this.lines + (int) row.getStartingLineNumber();
				row(row, Location.of(line, 1));
			}
		}
		catch (CsvParseException ex) {
			throw new MalformedFileException(Location.of(line, 1), "",
					"The file cannot be read after this line: a quote is not closed, or a note is too long.");
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	private static int next(BufferedReader reader) throws IOException {
		reader.mark(1);
		var next = reader.read();
		reader.reset();
		return next;
	}

	private static char guess(BufferedReader reader) throws IOException {
		reader.mark(SAMPLE);
		var text = TextDecoding.start(reader, SAMPLE / 2);
		reader.reset();
		return (text.indexOf('\t') >= 0) ? '\t' : (text.indexOf(';') >= 0) ? ';' : ',';
	}

	private void header(String line) throws IOException {
		var colon = line.indexOf(':');
		if (colon < 0) {
			return;
		}
		var name = line.substring(1, colon).strip().toLowerCase(Locale.ROOT);
		var value = line.substring(colon + 1);
		switch (name) {
			case "separator" -> separator(value);
			case "html" -> this.html = value.strip().equalsIgnoreCase("true");
			case "tags" -> this.tags = value;
			case "columns" -> this.columns = value;
			case "notetype" -> this.noteType = value.strip();
			case "deck" -> this.deck = value.strip();
			case "guid column" -> this.guidColumn = column(value);
			case "tags column" -> this.tagsColumn = column(value);
			case "notetype column" -> this.noteTypeColumn = column(value);
			case "deck column" -> this.deckColumn = column(value);
			default -> this.sink.finding(new Finding(Severity.NOTE, Location.of(this.lines, 1), line,
					"This header is unknown, and ignored."));
		}
	}

	private void separator(String value) throws IOException {
		var named = SEPARATORS.get(value.strip().toLowerCase(Locale.ROOT));
		if (named == null && value.length() == 1 && SEPARATORS.containsValue(value.charAt(0))) {
			named = value.charAt(0);
		}
		if (named == null) {
			throw new MalformedFileException(Location.of(this.lines, 1), value,
					"The separator is unknown: it is tab, comma, semicolon, pipe, colon or space.");
		}
		this.separator = named;
		this.separatorGiven = true;
	}

	private static int column(String value) {
		var number = value.strip();
		return number.matches("[1-9]\\d{0,3}") ? Integer.parseInt(number) : 0;
	}

	private void row(CsvRecord row, Location at) throws IOException {
		if (row.getFieldCount() > TableReader.MAX_COLUMNS) {
			throw new MalformedFileException(at, row.getField(0),
					"A note has %,d fields, more than %,d.".formatted(row.getFieldCount(), TableReader.MAX_COLUMNS));
		}
		if (row.getFields().stream().allMatch(String::isBlank)) {
			return;
		}
		var names = new ArrayList<String>();
		var values = new ArrayList<String>();
		var labels = this.columns.split(String.valueOf(this.separator).replace("|", "\\|"), -1);
		for (int column = 1; column <= row.getFieldCount(); column++) {
			if (column != this.guidColumn && column != this.tagsColumn && column != this.noteTypeColumn
					&& column != this.deckColumn) {
				var label = (column <= labels.length) ? labels[column - 1].strip() : "";
				names.add(label);
				values.add(row.getField(column - 1));
			}
		}
		var refusal = AnkiNotes.refusal(values, field(row, this.noteTypeColumn, this.noteType), at);
		if (refusal != null) {
			this.sink.finding(refusal);
			return;
		}
		var entry = new EntryBuilder(at);
		entry.text(EntryField.ID, "guid", AnkiNotes.id(field(row, this.guidColumn, "")), at);
		this.notes.read(entry, names, values, this.html, at);
		AnkiNotes.readTags(entry, field(row, this.tagsColumn, "") + " " + this.tags,
				field(row, this.deckColumn, this.deck), at);
		this.sink.entry(entry.build());
	}

	private static String field(CsvRecord row, int column, String otherwise) {
		return (column > 0 && column <= row.getFieldCount()) ? row.getField(column - 1) : otherwise;
	}

	/** Opens a writer. */
	static EntryWriter writer(OutputStream out) {
		return new Notes(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
	}

	/** Writes headers and notes; the first note decides on the column of problems. */
	private static final class Notes implements EntryWriter {

		private final Writer out;

		private final CsvWriter csv;

		private boolean started;

		private boolean withProblem;

		Notes(Writer out) {
			this.out = out;
			this.csv = CsvWriter.builder()
				.fieldSeparator('\t')
				.commentCharacter('#')
				.lineDelimiter(LineDelimiter.LF)
				.build(out);
		}

		@Override
		public void write(QuestionEntry entry, @Nullable String problem) throws IOException {
			start(problem != null);
			var fields = new ArrayList<String>();
			fields.add(AnkiNotes.guid(entry));
			fields.addAll(AnkiNotes.values(entry));
			fields.add(String.join(" ", AnkiNotes.tags(entry)));
			if (this.withProblem) {
				fields.add((problem != null) ? MarkdownText.escape(problem) : "");
			}
			this.csv.writeRecord(fields);
		}

		private void start(boolean problem) throws IOException {
			if (this.started) {
				return;
			}
			this.started = true;
			this.withProblem = problem;
			var names = new ArrayList<>(List.of("GUID"));
			names.addAll(AnkiNotes.NAMES);
			names.add("Tags");
			if (problem) {
				names.add("Problem");
			}
			this.out.write("#separator:tab\n#html:true\n#deck:" + AnkiNotes.DECK + "\n");
			this.out.write("#guid column:1\n#tags column:%d\n".formatted(AnkiNotes.NAMES.size() + 2));
			this.out.write("#columns:" + String.join("\t", names) + "\n");
		}

		@Override
		public void close() throws IOException {
			start(false);
			this.csv.flush();
			this.out.flush();
		}

	}

}
