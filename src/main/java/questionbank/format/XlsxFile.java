package questionbank.format;

import java.io.BufferedInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionEntry.Location;

/**
 * Reads and writes Office Open XML workbooks, row by row; each sheet is a table. The
 * library trusts positions of cells and indexes of strings, so they are checked first.
 *
 * @see <a href="https://github.com/dhatim/fastexcel">fastexcel</a>
 */
final class XlsxFile {

	private static final int MAX_STRINGS = 1_000_000;

	private static final int MAX_ARRAY_FORMULAS = 1000;

	/** The rows that are in memory while writing. */
	private static final int FLUSH_EVERY = 100;

	private static final Pattern CELL = Pattern.compile("[A-Z]{1,3}[1-9]\\d{0,6}");

	private static final Pattern ROW = Pattern.compile("[1-9]\\d{0,6}");

	private static final Pattern INDEX = Pattern.compile("\\d{1,7}");

	/** How a workbook writes a character that XML cannot hold. */
	private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

	private XlsxFile() {
	}

	static void read(Path file, EntrySink sink) throws IOException {
		var check = new Check();
		BoundedZip.read(file, check::part);
		check.finish();
		try (var workbook = open(file)) {
			var tables = 0;
			for (var sheet : workbook.getSheets().toList()) {
				var table = new TableReader(sink);
				rows(sheet, table);
				tables += table.hasHeader() ? 1 : 0;
			}
			if (tables == 0) {
				throw TableReader.missingHeader(Location.of(1, 1));
			}
		}
	}

	private static ReadableWorkbook open(Path file) throws IOException {
		try {
			return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
		}
		catch (IOException | RuntimeException ex) {
			throw damaged(null, 0);
		}
	}

	private static void rows(Sheet sheet, TableReader table) throws IOException {
		var part = String.valueOf(sheet.getName());
		try (var stream = stream(sheet)) {
			var rows = stream.iterator();
			var line = 0;
			for (var row = next(rows, part, line); row != null; row = next(rows, part, line)) {
				line = row.getRowNum();
				table.row(new Location(part, line, 1), cells(row));
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

	private static List<String> cells(Row row) {
		var cells = new ArrayList<String>();
		for (int column = 0; column < row.getCellCount(); column++) {
			var cell = row.getCell(column);
			cells.add((cell != null) ? restore(text(cell)) : "");
		}
		return cells;
	}

	private static String text(Cell cell) {
		var raw = cell.getRawValue();
		return (raw == null) ? "" : switch (cell.getType()) {
			case BOOLEAN -> raw.equals("1") ? "true" : "false";
			default -> raw;
		};
	}

	private static String restore(String text) {
		return (text.indexOf("_x") < 0) ? text : ESCAPE.matcher(text)
			.replaceAll(
					(escape) -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
	}

	private static String escape(String text) {
		return (text.indexOf("_x") < 0) ? text : ESCAPE.matcher(text).replaceAll("_x005F_x$1_");
	}

	private static MalformedFileException damaged(@Nullable String part, int line) {
		return new MalformedFileException(new Location(part, line, 0), "",
				"The workbook is damaged: it cannot be read from here on.");
	}

	static EntryWriter writer(OutputStream out) {
		return new Rows(new Workbook(new OpenStream(out), "QuestionBank", "1.0"));
	}

	/** Checks the parts of a workbook before the library reads them. */
	private static final class Check {

		private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

		private int strings;

		private int lastString = -1;

		private int arrayFormulas;

		Check() {
			this.factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
			this.factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		}

		void part(String name, InputStream in) throws IOException {
			var buffered = new BufferedInputStream(in);
			buffered.mark(8);
			var start = new String(buffered.readNBytes(8), StandardCharsets.ISO_8859_1);
			buffered.reset();
			if (start.indexOf('<') < 0) {
				return;
			}
			try {
				elements(name, this.factory.createXMLStreamReader(buffered));
			}
			catch (XMLStreamException | RuntimeException ex) {
				if (ex instanceof XMLStreamException xml
						&& xml.getNestedException() instanceof MalformedFileException cause) {
					throw cause;
				}
				if (name.endsWith(".xml") || name.endsWith(".rels")) {
					throw damaged(name, 0);
				}
			}
		}

		private void elements(String name, XMLStreamReader xml) throws XMLStreamException, IOException {
			var inPart = 0;
			var isShared = false;
			while (xml.hasNext()) {
				var event = xml.next();
				if (event == XMLStreamConstants.DTD) {
					throw new MalformedFileException(new Location(name, xml.getLocation().getLineNumber(), 1),
							"<!DOCTYPE", "A document type is refused.");
				}
				if (event != XMLStreamConstants.START_ELEMENT) {
					continue;
				}
				switch (xml.getLocalName()) {
					case "si" -> inPart++;
					case "row" -> require(name, xml, ROW, "r");
					case "c" -> {
						require(name, xml, CELL, "r");
						require(name, xml, INDEX, "s");
						isShared = "s".equals(xml.getAttributeValue(null, "t"));
					}
					case "v" -> {
						if (isShared) {
							shared(name, xml);
						}
					}
					case "f" -> {
						if ("array".equals(xml.getAttributeValue(null, "t"))
								&& ++this.arrayFormulas > MAX_ARRAY_FORMULAS) {
							throw damaged(name, 0);
						}
					}
					default -> {
					}
				}
			}
			this.strings = Math.max(this.strings, inPart);
		}

		private void shared(String name, XMLStreamReader xml) throws XMLStreamException, IOException {
			var index = xml.getElementText().strip();
			if (!INDEX.matcher(index).matches()) {
				throw damaged(name, 0);
			}
			this.lastString = Math.max(this.lastString, Integer.parseInt(index));
		}

		private static void require(String name, XMLStreamReader xml, Pattern pattern, String attribute)
				throws IOException {
			var value = xml.getAttributeValue(null, attribute);
			if (value != null && !pattern.matcher(value).matches()) {
				throw new MalformedFileException(new Location(name, 0, 0), value, "A cell has no valid position.");
			}
		}

		void finish() throws IOException {
			if (this.lastString >= this.strings || this.strings > MAX_STRINGS) {
				throw new MalformedFileException(new Location(null, 0, 0), "",
						"The workbook refers to texts that it does not have.");
			}
		}

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

	/** Keeps the stream below open. */
	private static final class OpenStream extends FilterOutputStream {

		OpenStream(OutputStream out) {
			super(out);
		}

		@Override
		public void write(byte[] buffer, int offset, int length) throws IOException {
			this.out.write(buffer, offset, length);
		}

		@Override
		public void close() throws IOException {
			this.out.flush();
		}

	}

}
