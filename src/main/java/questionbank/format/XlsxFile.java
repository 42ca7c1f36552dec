package questionbank.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StreamUtils;

import questionbank.format.QuestionEntry.Location;

/**
 * Reads and writes Office Open XML workbooks, row by row; each sheet is a table. The
 * library trusts positions of cells and indexes of strings, so they are checked first.
 *
 * @see <a href="https://github.com/dhatim/fastexcel">fastexcel</a>
 */
final class XlsxFile {

	/** The rows that are in memory while writing. */
	private static final int FLUSH_EVERY = 100;

	/** How a workbook writes a character that XML cannot hold. */
	private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

	private XlsxFile() {
	}

	static void read(Path file, EntrySink sink) throws IOException {
		var check = new WorkbookCheck();
		BoundedZip.read(file, check::part);
		check.finish();
		try (var workbook = open(file)) {
			var tables = 0;
			for (var sheet : workbook.getSheets().toList()) {
				var table = new TableReader(sink);
				rows(sheet, table, workbook.isDate1904());
				tables += table.hasHeader() ? 1 : 0;
			}
			if (tables == 0) {
				throw TableReader.missingHeader(Location.of(1, 1));
			}
		}
	}

	private static ReadableWorkbook open(Path file) throws IOException {
		try {
			return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
		}
		catch (IOException | RuntimeException ex) {
			throw damaged(null, 0);
		}
	}

	private static void rows(Sheet sheet, TableReader table, boolean isDate1904) throws IOException {
		var part = String.valueOf(sheet.getName());
		try (var stream = stream(sheet)) {
			var rows = stream.iterator();
			var line = 0;
			for (var row = next(rows, part, line); row != null; row = next(rows, part, line)) {
				line = row.getRowNum();
				var problems = new HashMap<Integer, String>();
				table.row(new Location(part, line, 1), cells(row, isDate1904, problems), problems);
			}
		}
	}

	private static Stream<Row> stream(Sheet sheet) throws IOException {
		try {
			return sheet.openStream();
		}
		catch (IOException | RuntimeException ex) {
			throw damaged(sheet.getName(), 0);
		}
	}

	private static @Nullable Row next(Iterator<Row> rows, String part, int line) throws IOException {
		try {
			return rows.hasNext() ? rows.next() : null;
		}
		catch (RuntimeException ex) {
			throw damaged(part, line + 1);
		}
	}

	private static List<String> cells(Row row, boolean isDate1904, Map<Integer, String> problems) {
		var cells = new ArrayList<String>();
		for (int column = 0; column < row.getCellCount(); column++) {
			var cell = row.getCell(column);
			var shown = (cell != null) ? SheetCell.of(cell, isDate1904) : SheetCell.EMPTY;
			if (shown.problem() != null) {
				problems.put(column, shown.problem());
			}
			cells.add(restore(shown.text()));
		}
		return cells;
	}

	private static String restore(String text) {
		return (text.indexOf("_x") < 0) ? text : ESCAPE.matcher(text)
			.replaceAll(
					(escape) -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
	}

	private static String escape(String text) {
		return (text.indexOf("_x") < 0) ? text : ESCAPE.matcher(text).replaceAll("_x005F_x$1_");
	}

	static MalformedFileException damaged(@Nullable String part, int line) {
		return new MalformedFileException(new Location(part, line, 0), "",
				"The workbook is damaged: it cannot be read from here on.");
	}

	static EntryWriter writer(OutputStream out) {
		return new Rows(new Workbook(StreamUtils.nonClosing(out), "QuestionBank", "1.0"));
	}

	/** Writes a row for each question; the first one decides on the last column. */
	private static final class Rows implements EntryWriter {

		private static final double WIDTH = 40;

		private final Workbook workbook;

		private final Worksheet sheet;

		private int row;

		private boolean withProblem;

		Rows(Workbook workbook) {
			this.workbook = workbook;
			this.sheet = workbook.newWorksheet("Questions");
			this.sheet.freezePane(0, 1);
		}

		@Override
		public void write(QuestionEntry entry, @Nullable String problem) throws IOException {
			start(problem != null);
			row(TableReader.cells(entry, this.withProblem ? Objects.requireNonNullElse(problem, "") : null));
			if (this.row % FLUSH_EVERY == 0) {
				this.sheet.flush();
			}
		}

		private void start(boolean problem) {
			if (this.row == 0) {
				this.withProblem = problem;
				var header = TableReader.header(problem);
				for (int column = 0; column < header.size(); column++) {
					this.sheet.width(column, WIDTH);
				}
				row(header);
			}
		}

		private void row(List<String> cells) {
			for (int column = 0; column < cells.size(); column++) {
				this.sheet.inlineString(this.row, column, escape(cells.get(column)));
			}
			this.row++;
		}

		@Override
		public void close() throws IOException {
			start(false);
			this.workbook.finish();
		}

	}

}
