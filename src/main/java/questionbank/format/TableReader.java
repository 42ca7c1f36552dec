package questionbank.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Location;
import questionbank.format.QuestionEntry.Severity;

/**
 * Reads the rows of a table: the first row that names a column with the question is the
 * header, each row after it a question.
 */
final class TableReader {

	/** The most columns of a table. */
	static final int MAX_COLUMNS = 1000;

	/** The rows among which the header is looked for. */
	private static final int MAX_ROWS_BEFORE_HEADER = 20;

	private final EntrySink sink;

	private @Nullable List<@Nullable EntryField> fields;

	private List<String> header = List.of();

	private int rowsBefore;

	private boolean isEnded;

	TableReader(EntrySink sink) {
		this.sink = sink;
	}

	/** Returns whether a row names a column with the question. */
	static boolean isHeader(List<String> cells) {
		return cells.size() <= MAX_COLUMNS
				&& cells.stream().anyMatch((cell) -> EntryField.named(cell) == EntryField.PROMPT);
	}

	/** Returns the number of cells that name a field. */
	static long namedColumns(List<String> cells) {
		return cells.stream().limit(MAX_COLUMNS).filter((cell) -> EntryField.named(cell) != null).count();
	}

	/** Returns whether the header was found. */
	boolean hasHeader() {
		return this.fields != null;
	}

	/**
	 * Reads a row.
	 * @param start of its first cell
	 */
	void row(Location start, List<String> cells) throws IOException {
		row(start, cells, Map.of());
	}

	/**
	 * Reads a row.
	 * @param start of its first cell
	 * @param problems why cells cannot be taken, by their indexes
	 */
	void row(Location start, List<String> cells, Map<Integer, String> problems) throws IOException {
		if (this.isEnded || cells.stream().allMatch(String::isBlank)) {
			return;
		}
		if (cells.size() > MAX_COLUMNS) {
			throw new MalformedFileException(start, cells.get(0),
					"The table has %,d columns, more than %,d.".formatted(cells.size(), MAX_COLUMNS));
		}
		if (this.fields != null) {
			entry(start, cells, problems, this.fields);
		}
		else if (isHeader(cells)) {
			this.header = List.copyOf(cells);
			this.fields = columns(start, cells);
		}
		else if (++this.rowsBefore > MAX_ROWS_BEFORE_HEADER) {
			this.isEnded = true;
			this.sink.finding(missingHeader(start).finding());
		}
		else {
			this.sink.finding(new Finding(Severity.NOTE, start, cells.get(0),
					"A row before the header is left out: it names no column \"question\"."));
		}
	}

	/** Returns that there is no header. */
	static MalformedFileException missingHeader(Location at) {
		return new MalformedFileException(at, "",
				"No row names a column \"question\": the first row has the names of the columns.");
	}

	private List<@Nullable EntryField> columns(Location start, List<String> cells) throws IOException {
		var best = new EnumMap<EntryField, Integer>(EntryField.class);
		for (int column = 0; column < cells.size(); column++) {
			var field = EntryField.named(cells.get(column));
			if (field != null && !field.isList()) {
				best.merge(field, column, (first,
						second) -> (field.rank(cells.get(second)) < field.rank(cells.get(first))) ? second : first);
			}
		}
		var columns = new ArrayList<@Nullable EntryField>();
		for (int column = 0; column < cells.size(); column++) {
			columns.add(column(start, column, cells.get(column), best));
		}
		return columns;
	}

	private @Nullable EntryField column(Location start, int column, String name, Map<EntryField, Integer> best)
			throws IOException {
		var field = EntryField.named(name);
		if (field != null && (field.isList() || Integer.valueOf(column).equals(best.get(field)))) {
			return field;
		}
		if (!name.isBlank()) {
			this.sink.finding(new Finding(Severity.NOTE, at(start, column), name, "The column \"%s\" is left out: %s."
				.formatted(name, (field != null) ? "another has the same meaning" : "its name is unknown")));
		}
		return null;
	}

	private void entry(Location start, List<String> cells, Map<Integer, String> problems,
			List<@Nullable EntryField> columns) throws IOException {
		var builder = new EntryBuilder(start);
		for (int column = 0; column < cells.size(); column++) {
			var field = (column < columns.size()) ? columns.get(column) : null;
			var text = FormulaEscape.restore(cells.get(column));
			if (field == null && !text.isBlank() && (column >= columns.size() || this.header.get(column).isBlank())) {
				builder.report(Severity.NOTE, at(start, column), text,
						"A cell in a column without a name is left out.");
			}
			else if (field != null && field != EntryField.PROBLEM && !text.isBlank()) {
				builder.text(field, this.header.get(column), text, at(start, column));
				var problem = problems.get(column);
				if (problem != null) {
					builder.report(Severity.ERROR, at(start, column), text, problem);
				}
			}
		}
		this.sink.entry(builder.build());
	}

	private static Location at(Location start, int column) {
		return new Location(start.part(), start.line(), column + 1);
	}

	/** Returns the header of a table that is written. */
	static List<String> header(boolean withProblem) {
		return IntStream.range(0, EntryField.values().length - (withProblem ? 0 : 1))
			.mapToObj((index) -> EntryField.values()[index].key())
			.toList();
	}

	/** Returns the cells of a row that is written. */
	static List<String> cells(QuestionEntry entry, @Nullable String problem) {
		var cells = new ArrayList<String>();
		for (var field : EntryField.values()) {
			if (field != EntryField.PROBLEM) {
				cells.add(FormulaEscape.escape(field.text(entry)));
			}
		}
		if (problem != null) {
			cells.add(FormulaEscape.escape(problem));
		}
		return cells;
	}

	/**
	 * Escapes cells that a spreadsheet would take for a formula by a leading apostrophe,
	 * and restores them.
	 *
	 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV
	 * injection</a>
	 */
	static final class FormulaEscape {

		/** Some spreadsheets also take the full-width characters. */
		private static final Pattern FORMULA = Pattern.compile("'*+[=+\\-@\\t\\r\\uFF1D\\uFF0B\\uFF0D\\uFF20]");

		private FormulaEscape() {
		}

		static String escape(String text) {
			return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
		}

		static String restore(String text) {
			return (text.startsWith("'") && FORMULA.matcher(text).lookingAt()) ? text.substring(1) : text;
		}

	}

}
