package questionbank.format;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a deck of Anki with the legacy collection, which all versions import. Guids and
 * the ids of notes, note type and deck follow from the questions, so that the next import
 * updates the notes of the last one.
 *
 * @see <a href="https://github.com/ankidroid/Anki-Android/wiki/Database-Structure">Anki's
 * database</a>
 */
final class ApkgWriter implements EntryWriter {

	private static final String COLLECTION = "collection.anki2";

	/** The ids of the note type and the deck: moments, as Anki has them, long ago. */
	private static final long NOTE_TYPE = 1_700_000_000_001L;

	private static final long DECK = 1_700_000_000_002L;

	/** The first id of notes. */
	private static final long FIRST_NOTE = 1_000_000_000_000L;

	/** How many ids there are for notes. */
	private static final long NOTE_IDS = 500_000_000_000L;

	private static final int BATCH = 1000;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final List<String> SCHEMA = List.of(
			"CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,"
					+ " ver integer not null, dty integer not null, usn integer not null, ls integer not null,"
					+ " conf text not null, models text not null, decks text not null, dconf text not null,"
					+ " tags text not null)",
			"CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null,"
					+ " mod integer not null, usn integer not null, tags text not null, flds text not null,"
					+ " sfld integer not null, csum integer not null, flags integer not null, data text not null)",
			"CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null,"
					+ " ord integer not null, mod integer not null, usn integer not null, type integer not null,"
					+ " queue integer not null, due integer not null, ivl integer not null, factor integer not null,"
					+ " reps integer not null, lapses integer not null, left integer not null, odue integer not null,"
					+ " odid integer not null, flags integer not null, data text not null)",
			"CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null,"
					+ " ease integer not null, ivl integer not null, lastIvl integer not null,"
					+ " factor integer not null, time integer not null, type integer not null)",
			"CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null)",
			"CREATE INDEX ix_notes_usn ON notes (usn)", "CREATE INDEX ix_notes_csum ON notes (csum)",
			"CREATE INDEX ix_cards_usn ON cards (usn)", "CREATE INDEX ix_cards_nid ON cards (nid)",
			"CREATE INDEX ix_cards_sched ON cards (did, queue, due)", "CREATE INDEX ix_revlog_usn ON revlog (usn)",
			"CREATE INDEX ix_revlog_cid ON revlog (cid)");

	private final OutputStream out;

	private final Path database;

	private final Connection connection;

	private final PreparedStatement notes;

	private final PreparedStatement cards;

	private final long seconds;

	private int count;

	ApkgWriter(OutputStream out, Clock clock) throws IOException {
		this.out = out;
		this.seconds = clock.millis() / 1000;
		this.database = Files.createTempFile("questions", ".anki2");
		try {
			this.connection = DriverManager.getConnection("jdbc:sqlite:" + this.database);
			create();
			this.notes = this.connection
				.prepareStatement("INSERT OR IGNORE INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')");
			this.cards = this.connection
				.prepareStatement("INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')");
		}
		catch (SQLException ex) {
			Files.deleteIfExists(this.database);
			throw new IOException(ex);
		}
	}

	private void create() throws SQLException {
		try (var statement = this.connection.createStatement()) {
			statement.execute("PRAGMA journal_mode = OFF");
			statement.execute("PRAGMA synchronous = OFF");
			this.connection.setAutoCommit(false);
			for (var sql : SCHEMA) {
				statement.execute(sql);
			}
			collection(statement);
		}
	}

	private void collection(Statement statement) throws SQLException {
		try (var row = statement.getConnection()
			.prepareStatement("INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')")) {
			row.setLong(1, this.seconds);
			row.setLong(2, this.seconds * 1000);
			row.setLong(3, this.seconds * 1000);
			row.setString(4, JSON.writeValueAsString(Map.of("nextPos", 1, "curDeck", 1, "activeDecks", List.of(1),
					"sortType", "noteFld", "sortBackwards", false, "curModel", String.valueOf(NOTE_TYPE))));
			row.setString(5, JSON.writeValueAsString(Map.of(String.valueOf(NOTE_TYPE), noteType())));
			row.setString(6, JSON
				.writeValueAsString(Map.of("1", deck(1, "Default"), String.valueOf(DECK), deck(DECK, AnkiNotes.DECK))));
			row.setString(7, JSON.writeValueAsString(Map.of("1", deckOptions())));
			row.executeUpdate();
		}
	}

	private Map<String, Object> noteType() {
		var fields = IntStream.range(0, AnkiNotes.NAMES.size())
			.mapToObj((ord) -> Map.of("name", AnkiNotes.NAMES.get(ord), "ord", ord, "sticky", false, "rtl", false,
					"font", "Arial", "size", 20, "media", List.of()))
			.toList();
		var template = Map.of("name", "Card 1", "ord", 0, "qfmt", "{{Front}}", "afmt",
				"{{FrontSide}}<hr id=answer>{{Back}}{{#Key points}}<h4>Key points</h4>{{Key points}}{{/Key points}}"
						+ "{{#Follow-up questions}}<h4>Follow-up questions</h4>{{Follow-up questions}}"
						+ "{{/Follow-up questions}}{{#Source}}<p><small>{{Source}}</small></p>{{/Source}}",
				"bqfmt", "", "bafmt", "");
		return Map.ofEntries(Map.entry("id", NOTE_TYPE), Map.entry("name", AnkiNotes.DECK), Map.entry("type", 0),
				Map.entry("mod", this.seconds), Map.entry("usn", -1), Map.entry("sortf", 0), Map.entry("did", DECK),
				Map.entry("tmpls", List.of(template)), Map.entry("flds", fields),
				Map.entry("css", ".card { font-family: sans-serif; font-size: 20px; text-align: left; }"),
				Map.entry("latexPre", "\\documentclass[12pt]{article}\n\\begin{document}\n"),
				Map.entry("latexPost", "\\end{document}"), Map.entry("latexsvg", false),
				Map.entry("req", List.of(List.of(0, "any", List.of(0)))), Map.entry("tags", List.of()),
				Map.entry("vers", List.of()));
	}

	private Map<String, Object> deck(long id, String name) {
		var today = List.of(0, 0);
		return Map.ofEntries(Map.entry("id", id), Map.entry("name", name), Map.entry("mod", this.seconds),
				Map.entry("usn", -1), Map.entry("lrnToday", today), Map.entry("revToday", today),
				Map.entry("newToday", today), Map.entry("timeToday", today), Map.entry("collapsed", false),
				Map.entry("browserCollapsed", false), Map.entry("desc", ""), Map.entry("dyn", 0), Map.entry("conf", 1),
				Map.entry("extendNew", 0), Map.entry("extendRev", 0));
	}

	private static Map<String, Object> deckOptions() {
		return Map.ofEntries(Map.entry("id", 1), Map.entry("name", "Default"), Map.entry("mod", 0), Map.entry("usn", 0),
				Map.entry("maxTaken", 60), Map.entry("autoplay", true), Map.entry("timer", 0),
				Map.entry("replayq", true), Map.entry("dyn", false),
				Map.entry("new",
						Map.of("bury", false, "delays", List.of(1, 10), "initialFactor", 2500, "ints", List.of(1, 4, 0),
								"order", 1, "perDay", 20)),
				Map.entry("rev",
						Map.of("bury", false, "ease4", 1.3, "ivlFct", 1, "maxIvl", 36500, "perDay", 200, "hardFactor",
								1.2)),
				Map.entry("lapse",
						Map.of("delays", List.of(10), "leechAction", 1, "leechFails", 8, "minInt", 1, "mult", 0)));
	}

	@Override
	public void write(QuestionEntry entry, @Nullable String problem) throws IOException {
		try {
			var values = String.join("\u001F", AnkiNotes.values(entry)).replace("\0", "\uFFFD");
			if (problem != null) {
				values += "<!-- problem: " + MarkdownText.escape(problem).replace("--", "- -") + " -->";
			}
			note(firstId(entry), entry, values);
			if (++this.count % BATCH == 0) {
				this.connection.commit();
			}
		}
		catch (SQLException ex) {
			throw new IOException(ex);
		}
	}

	/** Returns the first id for a note, which follows from its guid. */
	private static long firstId(QuestionEntry entry) {
		var hash = new BigInteger(1, sha1(AnkiNotes.guid(entry)));
		return FIRST_NOTE + hash.mod(BigInteger.valueOf(NOTE_IDS)).longValueExact();
	}

	private void note(long id, QuestionEntry entry, String values) throws SQLException {
		var front = HtmlToMarkdown.parse(values.substring(0, values.indexOf('\u001F'))).text();
		this.notes.setString(2, AnkiNotes.guid(entry));
		this.notes.setLong(3, NOTE_TYPE);
		this.notes.setLong(4, this.seconds);
		this.notes.setString(5, " " + String.join(" ", AnkiNotes.tags(entry)) + " ");
		this.notes.setString(6, values);
		this.notes.setString(7, front);
		// Anki's checksum: the first 32 of the 160 bits.
		this.notes.setLong(8, new BigInteger(1, sha1(front)).shiftRight(128).longValueExact());
		this.notes.setLong(1, id);
		while (this.notes.executeUpdate() == 0) {
			this.notes.setLong(1, ++id);
		}
		this.cards.setLong(1, id);
		this.cards.setLong(2, id);
		this.cards.setLong(3, DECK);
		this.cards.setLong(4, this.seconds);
		this.cards.setInt(5, this.count + 1);
		this.cards.executeUpdate();
	}

	private static byte[] sha1(String text) {
		try {
			return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		if (!Files.exists(this.database)) {
			return;
		}
		try {
			try (this.connection; this.notes; this.cards) {
				this.connection.commit();
			}
			zip();
		}
		catch (SQLException ex) {
			throw new IOException(ex);
		}
		finally {
			Files.deleteIfExists(this.database);
		}
	}

	private void zip() throws IOException {
		var zip = new ZipOutputStream(this.out);
		zip.putNextEntry(new ZipEntry(COLLECTION));
		Files.copy(this.database, zip);
		zip.closeEntry();
		zip.putNextEntry(new ZipEntry("media"));
		zip.write("{}".getBytes(StandardCharsets.UTF_8));
		zip.closeEntry();
		zip.finish();
	}

}
