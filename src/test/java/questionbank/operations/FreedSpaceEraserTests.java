package questionbank.operations;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;

import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FreedSpaceEraser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** H2's file without what is no longer referenced. */
class FreedSpaceEraserTests {

	private static final String SUM = "select sum(length(words)) from note where words like 'kept%'";

	private static final int NOTES = 300;

	/** The least number of power failures that are tried. */
	private static final int CRASHES = 20;

	@TempDir
	private Path folder;

	private Connection database;

	@BeforeEach
	void openDatabase() throws SQLException {
		RecordedDisk.register();
		this.database = connect(
				"file:recorded:" + this.folder.resolve("notes") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
		execute("create table note (id bigint primary key, words varchar(5000))");
		execute("create index note_words on note (words)");
	}

	@AfterEach
	void closeDatabase() throws SQLException {
		this.database.close();
	}

	@Test
	void erasesUpdatedAndDeletedRows() throws Exception {
		addNotes();
		execute("drop index note_words");
		for (int id = 1; id <= NOTES; id += 2) {
			execute("update note set words = 'blank' where id = " + id);
		}
		assertThat(file()).contains("secret");
		assertThat(erase(this.database)).isPositive();
		assertThat(file()).doesNotContain("secret").contains("kept");
		assertThat(erase(this.database)).isLessThan(1_000_000);
		assertThat(sum(this.database)).isEqualTo(keptLength());
	}

	@Test
	void leavesWhatAnOpenSnapshotReads() throws Exception {
		addNotes();
		try (var reader = connect("file:recorded:" + this.folder.resolve("notes"))) {
			reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
			reader.setAutoCommit(false);
			assertThat(sum(reader)).isEqualTo(keptLength());
			execute("delete from note");
			assertThat(erase(this.database)).isEqualTo(-1);
			assertThat(sum(reader)).isEqualTo(keptLength());
			reader.rollback();
		}
		assertThat(erase(this.database)).isPositive();
		assertThat(sum(this.database)).isZero();
	}

	/** The power fails at any write, and writes since the last sync are lost. */
	@Test
	void losesNothingWhenThePowerFails() throws Exception {
		addNotes();
		execute("drop index note_words");
		execute("update note set words = 'blank' where words like 'secret%'");
		execute("checkpoint sync");
		var start = RecordedDisk.length();
		erase(this.database);
		execute("update note set words = concat('kept, too ', words) where id = 1");
		erase(this.database);
		var end = RecordedDisk.length();
		assertThat(end - start).isGreaterThan(20);
		var random = new Random(7);
		for (int count = start; count <= end; count += 1 + random.nextInt(Math.max(1, (end - start) / CRASHES))) {
			var copy = Files.createDirectory(this.folder.resolve("copy" + count)).resolve("notes");
			RecordedDisk.replay(count, copy.resolveSibling("notes.mv.db"), random);
			try (var recovered = connect("file:" + copy)) {
				assertThat(sum(recovered)).as("after %s", count).isIn(keptLength(), keptLength() + 15);
			}
			Files.delete(copy.resolveSibling("notes.mv.db"));
		}
	}

	/** Adds notes that are to be kept and, between them, secret ones, in many commits. */
	private void addNotes() throws SQLException {
		for (int id = 1; id <= NOTES; id++) {
			execute("insert into note values (%s, concat('%s ', repeat('word ', 50), %s))".formatted(id,
					(id % 2 == 0) ? "kept" : "secret", 1000 + id));
		}
	}

	private static long keptLength() {
		return NOTES / 2 * (5L + 250 + 4);
	}

	private void execute(String sql) throws SQLException {
		try (var statement = this.database.createStatement()) {
			statement.execute(sql);
		}
	}

	private static long sum(Connection connection) throws SQLException {
		try (var statement = connection.createStatement(); var result = statement.executeQuery(SUM)) {
			result.next();
			return result.getLong(1);
		}
	}

	private String file() throws Exception {
		return Files.readString(this.folder.resolve("notes.mv.db"), StandardCharsets.ISO_8859_1);
	}

	private static long erase(Connection connection) throws SQLException {
		var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
		return FreedSpaceEraser.erase(session.getDatabase().getStore().getMvStore(), () -> false);
	}

	private static Connection connect(String path) throws SQLException {
		return DriverManager.getConnection("jdbc:h2:" + path, "sa", "");
	}

}
