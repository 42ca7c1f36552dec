package questionbank.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Location;
import questionbank.format.QuestionEntry.Severity;
import questionbank.web.UnicodeText;

/**
 * Reads decks of Anki with the legacy collection, a SQLite database in a zip file. It is
 * copied to a temporary file, opened as immutable, and deleted in any case.
 */
final class ApkgReader {

	private static final String NEW_COLLECTION = "collection.anki21b";

	/** The collections that are read, the newest first. */
	private static final List<String> COLLECTIONS = List.of("collection.anki21", "collection.anki2");

	/** The longest value and statement of the database. */
	private static final int MAX_VALUE = 20 * 1024 * 1024;

	private static final int MAX_CARDS = 1_000_000;

	/** The most fields of a note. */
	private static final int MAX_FIELDS = 1000;

	private static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(50).build())
			.build())
		.build();

	private final EntrySink sink;

	private final String part;

	private final AnkiNotes notes = new AnkiNotes();

	private Map<Long, NoteType> noteTypes = Map.of();

	private Map<Long, String> decks = Map.of();

	private Map<Long, Long> deckOfNote = Map.of();

	private ApkgReader(EntrySink sink, String part) {
		this.sink = sink;
		this.part = part;
	}

	/** Reads a file, as {@link QuestionFormat.FormatReader} does. */
	static void read(Path file, EntrySink sink) throws IOException {
		var database = Files.createTempFile("questions", ".anki2");
		try {
			new ApkgReader(sink, extract(file, database)).read(database);
		}
		finally {
			Files.deleteIfExists(database);
		}
	}

	/** Copies the newest collection; returns its name. */
	private static String extract(Path file, Path database) throws IOException {
		var names = BoundedZip.names(file);
		if (names.contains(NEW_COLLECTION)) {
			throw new MalformedFileException(new Location(NEW_COLLECTION, 0, 0), NEW_COLLECTION,
					"The deck is in Anki's new format. Export it again with \"Support older Anki versions\".");
		}
		var newest = COLLECTIONS.stream()
			.filter(names::contains)
			.findFirst()
			.orElseThrow(() -> new MalformedFileException(Location.of(0, 0), "",
					"The file is no deck of Anki: it has no collection.anki2 or collection.anki21."));
		BoundedZip.read(file, (name, in) -> {
			if (name.equals(newest)) {
				Files.copy(in, database, StandardCopyOption.REPLACE_EXISTING);
			}
		});
		return newest;
	}

	private void read(Path database) throws IOException {
		try (var connection = open(database); var statement = connection.createStatement()) {
			refuseCalculatedTables(statement);
			readCollection(statement);
			readCards(statement);
			readNotes(statement);
		}
		catch (SQLException ex) {
			throw damaged(String.valueOf(ex.getMessage()).replaceFirst("^\\[[A-Z_]+\\] ", ""));
		}
		catch (JacksonException ex) {
			throw damaged(String.valueOf(ex.getOriginalMessage()));
		}
	}

	private MalformedFileException damaged(String reason) {
		return malformed("The collection is damaged: " + UnicodeText.readable(reason.lines().findFirst().orElse("")));
	}

	/** Opens a database that nothing in it can make write, load or calculate. */
	private static Connection open(Path database) throws SQLException {
		var connection = DriverManager
			.getConnection("jdbc:sqlite:file:%s?mode=ro&immutable=1&limit_length=%d&limit_sql_length=100000"
				.formatted(database.toUri().getRawPath(), MAX_VALUE));
		try (var statement = connection.createStatement()) {
			statement.execute("PRAGMA trusted_schema = OFF");
			statement.execute("PRAGMA query_only = ON");
			statement.execute("PRAGMA cell_size_check = ON");
			statement.execute("PRAGMA mmap_size = 0");
		}
		catch (SQLException ex) {
			connection.close();
			throw ex;
		}
		return connection;
	}

	private MalformedFileException malformed(String message) {
		return new MalformedFileException(new Location(this.part, 0, 0), "", message);
	}

	/**
	 * Refuses views, virtual tables and generated columns: reading them would run
	 * expressions of the file, which could take for ever.
	 */
	private void refuseCalculatedTables(Statement statement) throws SQLException, IOException {
		for (var table : List.of("col", "notes", "cards")) {
			try (var rows = statement.executeQuery(("SELECT type, sql, (SELECT count(*) FROM pragma_table_xinfo('%s')"
					+ " WHERE hidden <> 0) FROM sqlite_master WHERE name = '%s'")
				.formatted(table, table))) {
				if (!rows.next()) {
					throw malformed("The collection has no table \"%s\".".formatted(table));
				}
				var isPlain = text(rows, 1).equals("table")
						&& text(rows, 2).toUpperCase(Locale.ROOT).startsWith("CREATE TABLE") && rows.getInt(3) == 0;
				if (!isPlain) {
					throw malformed("The table \"%s\" is not one of Anki.".formatted(table));
				}
			}
		}
	}

	private void readCollection(Statement statement) throws SQLException, IOException {
		try (var rows = statement.executeQuery("SELECT models, decks FROM col LIMIT 1")) {
			if (!rows.next()) {
				throw malformed("The collection is empty.");
			}
			this.noteTypes = new HashMap<>();
			JSON.readTree(text(rows, 1))
				.properties()
				.forEach((model) -> put(this.noteTypes, model.getKey(), NoteType.of(model.getValue())));
			this.decks = new HashMap<>();
			JSON.readTree(text(rows, 2))
				.properties()
				.forEach((deck) -> put(this.decks, deck.getKey(), deck.getValue().path("name").asString("")));
		}
	}

	private static <T> void put(Map<Long, T> map, String id, T value) {
		if (id.matches("\\d{1,18}")) {
			map.put(Long.valueOf(id), value);
		}
	}

	private static String text(ResultSet rows, int column) throws SQLException {
		var text = rows.getString(column);
		return (text != null) ? text : "";
	}

	/** Reads in which decks the notes are, if there are several. */
	private void readCards(Statement statement) throws SQLException {
		this.deckOfNote = new HashMap<>();
		try (var rows = statement.executeQuery("SELECT nid, did FROM cards LIMIT " + MAX_CARDS)) {
			while (rows.next()) {
				this.deckOfNote.putIfAbsent(rows.getLong(1), rows.getLong(2));
			}
		}
	}

	private void readNotes(Statement statement) throws SQLException, IOException {
		try (var rows = statement.executeQuery("SELECT id, guid, mid, tags, flds FROM notes ORDER BY rowid")) {
			for (int number = 1; rows.next(); number++) {
				readNote(rows, new Location(this.part, 0, 0), number);
			}
		}
	}

	private void readNote(ResultSet rows, Location at, int number) throws SQLException, IOException {
		var values = List.of(text(rows, 5).split("\u001F", MAX_FIELDS));
		var noteType = this.noteTypes.get(rows.getLong(3));
		if (noteType == null) {
			this.sink.finding(new Finding(Severity.ERROR, at, values.get(0),
					"Note %,d has no note type that the collection knows.".formatted(number)));
			return;
		}
		var refusal = AnkiNotes.refusal(values, noteType.isCloze() ? "cloze" : "", at);
		if (refusal != null) {
			this.sink.finding(refusal);
			return;
		}
		var entry = new EntryBuilder(at);
		entry.text(EntryField.ID, "guid", AnkiNotes.id(text(rows, 2)), at);
		this.notes.read(entry, noteType.fields(), values, true, at);
		AnkiNotes.readTags(entry, text(rows, 4), deck(rows.getLong(1)), at);
		this.sink.entry(entry.build());
	}

	private String deck(long note) {
		var deck = this.deckOfNote.get(note);
		return (deck != null) ? this.decks.getOrDefault(deck, "") : "";
	}

	/**
	 * A note type.
	 *
	 * @param fields their names, in order
	 */
	private record NoteType(boolean isCloze, List<String> fields) {

		static NoteType of(JsonNode model) {
			var fields = StreamSupport.stream(model.path("flds").spliterator(), false)
				.limit(MAX_FIELDS)
				.sorted((first, second) -> Integer.compare(first.path("ord").asInt(0), second.path("ord").asInt(0)))
				.map((field) -> field.path("name").asString(""))
				.toList();
			return new NoteType(model.path("type").asInt(0) == 1, fields);
		}

	}

}
