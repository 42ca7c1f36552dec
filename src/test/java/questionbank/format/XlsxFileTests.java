package questionbank.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static questionbank.format.QuestionFormat.XLSX;

/** Workbooks are read as spreadsheets write them, and hostile ones are refused. */
class XlsxFileTests {

	@Test
	void readsEachSheetWithSharedTextsAndNumbers() throws IOException {
		var out = new ByteArrayOutputStream();
		try (var workbook = new Workbook(out, "Test", "1.0")) {
			var notes = workbook.newWorksheet("Notes");
			notes.value(0, 0, "Nothing to see");
			var sheet = workbook.newWorksheet("Questions");
			sheet.value(1, 1, "Question");
			sheet.value(1, 2, "Level");
			sheet.value(1, 3, "Owner");
			sheet.value(3, 1, "What is a saga?");
			sheet.value(3, 2, 2);
			sheet.value(4, 2, 0);
		}
		var file = ReadFile.of(XLSX, out.toByteArray());
		assertThat(file.taken()).singleElement()
			.matches((entry) -> entry.prompt().equals("What is a saga?") && entry.difficulty().equals("hard"));
		assertThat(file.entries().get(1).findings().get(0).location())
			.isEqualTo(new QuestionEntry.Location("Questions", 5, 1));
		assertThat(file.messages()).anyMatch((message) -> message.startsWith("2:4 The column \"Owner\" is left out"));
	}

	@Test
	void refusesCellsWithErrors() throws IOException {
		var sheet = """
				<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
				<row r="1"><c r="A1" t="str"><v>Question</v></c><c r="B1" t="str"><v>Level</v></c></row>
				<row r="2"><c r="A2" t="e"><v>#DIV/0!</v></c><c r="B2" t="str"><v>easy</v></c></row>
				<row r="3"><c r="A3" t="e"><f>NA()</f><v>#N/A</v></c><c r="B3" t="str"><v>easy</v></c></row>
				<row r="4"><c r="A4" t="inlineStr"><is><t>#REF!</t></is></c><c r="B4" t="str"><v>easy</v></c></row>
				</sheetData></worksheet>""";
		var file = ReadFile.of(XLSX,
				replaced(ReadFile.written(XLSX, List.of(), null), "xl/worksheets/sheet1.xml", sheet));
		assertThat(file.taken()).extracting(QuestionEntry::prompt).containsExactly("#REF!");
		assertThat(file.messages()).contains("2:1 The cell A2 has an error in place of a text. [#DIV/0!]",
				"3:1 The cell A3 has an error in place of a text. [#N/A]");
	}

	@Test
	void readsDatesAsTheyAreShown() throws IOException {
		var out = new ByteArrayOutputStream();
		var formats = List.of("d mmm yyyy", "yyyy\\-mm\\-dd", "[$-409]dddd, mmmm d, yy;@", "h:mm AM/PM",
				"\"on\" dd.mm.", "0.00", "General", "[h]:mm", "ss.000", "d".repeat(256));
		try (var workbook = new Workbook(out, "Test", "1.0")) {
			var sheet = workbook.newWorksheet("Questions");
			sheet.value(0, 0, "Question");
			for (int row = 0; row < formats.size(); row++) {
				sheet.value(row + 1, 0, 45000.75);
				sheet.style(row + 1, 0).format(formats.get(row)).set();
			}
		}
		var file = ReadFile.of(XLSX, out.toByteArray());
		assertThat(file.entries()).extracting(QuestionEntry::prompt)
			.containsExactly("15 Mar 2023", "2023-03-15", "Wednesday, March 15, 23", "6:00 PM", "on 15.03.", "45000.75",
					"45000.75", "45000.75", "45000.75", "45000.75");
		assertThat(file.entries().stream().map(QuestionEntry::hasErrors)).containsExactly(false, false, false, false,
				false, false, false, true, true, false);
	}

	@Test
	void writesNoFormula() throws IOException {
		var entries = ReadFile.of(QuestionFormat.CSV, "question,level,answer\n\"=1+1\",easy,\"@x\"\n").entries();
		var sheet = part(ReadFile.written(XLSX, entries, null), "xl/worksheets/sheet1.xml");
		assertThat(sheet).contains("&apos;=1+1", "&apos;@x").doesNotContain(">=1+1", ">@x", "<f>");
	}

	@Test
	void refusesPositionsAndTextsThatWouldTakeAllMemory() throws IOException {
		var sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"%s\" t=\"s\"><v>%s</v></c></row></sheetData></worksheet>";
		assertRefused(sheet.formatted("ZZZZZZ1", "0"));
		assertRefused(sheet.formatted("A1", "2000000000"));
		assertRefused(sheet.formatted("A1", "5"));
		assertRefused("<!DOCTYPE a [<!ENTITY b \"c\">]>" + sheet.formatted("A1", "0"));
	}

	@Test
	void checksPartsThatBeginWithBlanksOrHaveOtherNames() throws IOException {
		var sheet = " ".repeat(100)
				+ "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZ1\"/></row></sheetData></worksheet>";
		var workbook = ReadFile.written(XLSX, List.of(), null);
		for (var name : List.of("xl/worksheets/sheet1.xml", "xl/worksheets/sheet.bin")) {
			assertThat(ReadFile.of(XLSX, replaced(workbook, name, sheet)).messages()).singleElement()
				.asString()
				.contains("A cell has no valid position.");
		}
	}

	@Test
	void readsPastPartsThatAreNoXml() throws IOException {
		var workbook = ReadFile.written(XLSX, new GeneratedEntries(1).list(1), null);
		assertThat(ReadFile.of(XLSX, replaced(workbook, "xl/media/image.png", "\u0089PNG < no XML")).entries())
			.hasSize(1);
	}

	/** The JDK reads the last of two entries, and the library the first. */
	@Test
	void refusesWhatReadersOfZipFilesUnderstandDifferently() throws IOException {
		var workbook = replaced(ReadFile.written(XLSX, List.of(), null), "xl/worksheets/sheet2.xml", "<worksheet/>");
		var twice = new String(workbook, StandardCharsets.ISO_8859_1).replace("sheet2.xml", "sheet1.xml");
		assertThat(ReadFile.of(XLSX, twice.getBytes(StandardCharsets.ISO_8859_1)).messages()).singleElement()
			.asString()
			.contains("two entries of the same name. [xl/worksheets/sheet1.xml]");
		var out = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
			zip.setComment("PK\5\6 and another directory");
		}
		assertThat(ReadFile.of(XLSX, out.toByteArray()).messages()).singleElement()
			.asString()
			.contains("two directories");
	}

	private static void assertRefused(String sheet) throws IOException {
		var entry = new GeneratedEntries(1).list(1);
		var file = ReadFile.of(XLSX, replaced(ReadFile.written(XLSX, entry, null), "xl/worksheets/sheet1.xml", sheet));
		assertThat(file.readToEnd()).isFalse();
		assertThat(file.entries()).isEmpty();
	}

	@Test
	void refusesZipBombsAndDamage() throws IOException {
		var bomb = replaced(ReadFile.written(XLSX, List.of(), null), "xl/worksheets/sheet1.xml",
				"<worksheet>" + " ".repeat(20_000_000) + "</worksheet>");
		assertThat(ReadFile.of(XLSX, bomb).messages()).singleElement()
			.asString()
			.contains("compressed more than 100 times");
		assertThat(ReadFile.of(XLSX, "PK\3\4 no zip").readToEnd()).isFalse();
		assertThat(ReadFile.of(XLSX, "no zip").readToEnd()).isFalse();
	}

	private static String part(byte[] workbook, String name) throws IOException {
		try (var zip = open(workbook)) {
			return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/** Replaces a part of a workbook, or adds it. */
	private static byte[] replaced(byte[] workbook, String name, String text) throws IOException {
		var out = new ByteArrayOutputStream();
		try (var zip = open(workbook); var changed = new ZipOutputStream(out)) {
			for (var entry : Collections.list(zip.entries())) {
				if (!entry.getName().equals(name)) {
					changed.putNextEntry(new ZipEntry(entry.getName()));
					changed.write(zip.getInputStream(entry).readAllBytes());
				}
			}
			changed.putNextEntry(new ZipEntry(name));
			changed.write(text.getBytes(StandardCharsets.UTF_8));
		}
		return out.toByteArray();
	}

	private static ZipFile open(byte[] workbook) throws IOException {
		var file = Files.createTempFile("workbook", ".xlsx");
		Files.write(file, workbook);
		return new ZipFile(file.toFile(), ZipFile.OPEN_READ | ZipFile.OPEN_DELETE);
	}

}
