package questionbank.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import questionbank.format.QuestionEntry.Finding;

import static org.assertj.core.api.Assertions.assertThat;

/** Decks of Anki, in and out. */
class ApkgTests {

	@TempDir
	private Path folder;

	/** Returns the collection of questions, changed by statements. */
	private Path database(List<QuestionEntry> entries, String... statements) throws IOException, SQLException {
		var deck = Files.write(this.folder.resolve("deck.apkg"), ReadFile.written(QuestionFormat.APKG, entries, null));
		var database = this.folder.resolve("collection");
		try (var zip = new ZipFile(deck.toFile())) {
			Files.copy(zip.getInputStream(zip.getEntry("collection.anki2")), database,
					StandardCopyOption.REPLACE_EXISTING);
		}
		try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
				var statement = connection.createStatement()) {
			for (var sql : statements) {
				statement.execute(sql);
			}
		}
		return database;
	}

	private static byte[] zip(Object... namesAndContents) throws IOException {
		var out = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(out)) {
			for (int at = 0; at < namesAndContents.length; at += 2) {
				zip.putNextEntry(new ZipEntry((String) namesAndContents[at]));
				zip.write((namesAndContents[at + 1] instanceof Path file) ? Files.readAllBytes(file)
						: ((String) namesAndContents[at + 1]).getBytes(StandardCharsets.UTF_8));
			}
		}
		return out.toByteArray();
	}

	@Test
	void keepsIdsOfNotesFromExportToExport() throws IOException, SQLException {
		var entries = new GeneratedEntries(4).list(8);
		var first = notes(database(entries));
		var reordered = new ArrayList<>(entries.subList(4, 8));
		reordered.addAll(entries.subList(0, 4));
		assertThat(first).hasSize(8);
		assertThat(notes(database(reordered))).containsExactlyInAnyOrderElementsOf(first);
	}

	private List<String> notes(Path database) throws SQLException {
		var notes = new ArrayList<String>();
		try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
				var statement = connection.createStatement();
				var rows = statement
					.executeQuery("SELECT n.guid, n.id, c.did FROM notes n JOIN cards c ON c.nid = n.id")) {
			while (rows.next()) {
				notes.add(rows.getString(1) + " " + rows.getLong(2) + " " + rows.getLong(3));
			}
		}
		return notes;
	}

	@Test
	void prefersTheNewerOfTwoCollections() throws IOException, SQLException {
		var entries = new GeneratedEntries(4).list(2);
		var database = database(entries, "UPDATE notes SET guid = 'new-' || id");
		var old = database.resolveSibling("old");
		Files.copy(database(entries), old);
		database(entries, "UPDATE notes SET guid = 'new-' || id");
		var read = ReadFile.of(QuestionFormat.APKG, zip("collection.anki21", database, "collection.anki2", old));
		assertThat(read.entries()).hasSize(2).allMatch((entry) -> entry.id().startsWith("new-"));
	}

	@Test
	void takesTopicsFromTheDeckAndSkipsClozes() throws IOException, SQLException {
		var database = database(new GeneratedEntries(4).list(2), "UPDATE notes SET tags = ' hard '",
				"UPDATE col SET decks = replace(decks, 'Question Bank', 'Integration::Messaging')",
				"UPDATE notes SET flds = 'A {{c1::gap}}' WHERE id = (SELECT min(id) FROM notes)");
		var read = ReadFile.of(QuestionFormat.APKG, zip("collection.anki2", database));
		assertThat(read.entries()).singleElement().satisfies((entry) -> {
			assertThat(entry.topics()).containsExactly("Integration", "Messaging");
			assertThat(entry.difficulty()).isEqualTo("hard");
		});
		assertThat(read.findings()).extracting(Finding::message).singleElement().asString().contains("cloze");
	}

	@Test
	void refusesTheNewFormatWithWhatToDo() throws IOException {
		var read = ReadFile.of(QuestionFormat.APKG, zip("collection.anki21b", "zstd", "collection.anki2", "x"));
		assertThat(read.findings()).extracting(Finding::message)
			.containsExactly("The deck is in Anki's new format. Export it again with \"Support older Anki versions\".");
	}

	@Test
	void refusesWhatCalculates() throws IOException, SQLException {
		var view = database(List.of(), "ALTER TABLE notes RENAME TO other",
				"CREATE VIEW notes AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)"
						+ " SELECT id, 'g' AS guid, 1 AS mid, '' AS tags, '' AS flds FROM n");
		var read = ReadFile.of(QuestionFormat.APKG, zip("collection.anki2", view));
		assertThat(read.findings()).extracting(Finding::message)
			.containsExactly("The table \"notes\" is not one of Anki.");
		for (var generated : List.of("AS (", "GENERATED ALWAYS AS /* */ (")) {
			var column = database(List.of(), "DROP TABLE notes",
					"CREATE TABLE notes (id, guid, mid, tags, flds TEXT " + generated + "hex(zeroblob(9))))",
					"INSERT INTO notes (id) VALUES (1)");
			assertThat(ReadFile.of(QuestionFormat.APKG, zip("collection.anki2", column)).findings())
				.extracting(Finding::message)
				.containsExactly("The table \"notes\" is not one of Anki.");
		}
	}

	@Test
	void refusesWhatIsNoDatabase() throws IOException {
		for (var content : List.of("", "no database at all", "SQLite format 3\0 and then nothing that fits")) {
			assertThat(ReadFile.of(QuestionFormat.APKG, zip("collection.anki2", content)).readToEnd()).isFalse();
		}
	}

	@Test
	void survivesDamagedCollections() throws IOException, SQLException {
		var random = new java.util.Random(6);
		var bytes = Files.readAllBytes(database(new GeneratedEntries(9).list(6)));
		var file = this.folder.resolve("damaged");
		for (int round = 0; round < 100; round++) {
			var damaged = bytes.clone();
			for (int change = 0; change < 30; change++) {
				damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
			}
			Files.write(file, damaged);
			assertThat(ReadFile.of(QuestionFormat.APKG, zip("collection.anki2", file))).isNotNull();
		}
	}

	@Test
	void leavesNoFileBehind() throws IOException {
		var before = temporary();
		ReadFile.of(QuestionFormat.APKG, ReadFile.written(QuestionFormat.APKG, new GeneratedEntries(2).list(3), null));
		ReadFile.of(QuestionFormat.APKG, zip("collection.anki2", "damaged"));
		assertThat(temporary()).isEqualTo(before);
	}

	private static List<Path> temporary() throws IOException {
		try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return files.filter((file) -> file.getFileName().toString().endsWith(".anki2")).sorted().toList();
		}
	}

}
