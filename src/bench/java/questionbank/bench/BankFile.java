package questionbank.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.flywaydb.core.Flyway;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;

import questionbank.question.QuestionDraft;

/**
 * Data folder with a generated bank: the ten real questions, then random ones from a
 * fixed seed. It is written again only if the migrations or the generator have changed.
 */
final class BankFile {

	/** Version of the generator; increase it with each change. */
	private static final String GENERATOR_VERSION = "1";

	private static final int REAL_QUESTIONS = 10;

	private static final String AUTHOR = "Benchmark";

	private static final int BATCH = 1_000;

	private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

	private final Path folder;

	private final int size;

	private final JsonMapper json = JsonMapper.builder().build();

	BankFile(Path folder, int size) {
		this.folder = folder.resolve(Integer.toString(size));
		this.size = Math.max(size, REAL_QUESTIONS);
	}

	Path folder() {
		return this.folder;
	}

	/** Returns the data folder of the server. */
	Path data() {
		return this.folder.resolve("data");
	}

	int size() {
		return this.size;
	}

	/** Creates the database by a start of the program, and fills it, unless it exists. */
	void prepare(Settings settings) throws IOException, SQLException {
		var fingerprint = this.folder.resolve("fingerprint");
		var flyway = Flyway.configure().dataSource(url(), "", "").locations("classpath:db/migration/common").load();
		if (Files.exists(fingerprint) && Files.readString(fingerprint).equals(fingerprint(flyway))) {
			return;
		}
		FileSystemUtils.deleteRecursively(this.folder);
		Files.createDirectories(data());
		var start = System.nanoTime();
		Server
			.start(List.of("-cp", settings.classpath(), Trial.PROGRAM, "--questionbank.data=" + data()),
					this.folder.resolve("create.log"))
			.close();
		FileSystemUtils.deleteRecursively(data().resolve("index"));
		try (var database = open()) {
			database.setAutoCommit(false);
			fill(database);
			database.commit();
		}
		System.out.printf("Wrote %,d questions in %.1f s%n", this.size, (System.nanoTime() - start) / 1e9);
		Files.writeString(fingerprint, fingerprint(flyway));
	}

	Connection open() throws SQLException {
		return DriverManager.getConnection(url());
	}

	/** Returns the words of the real questions, and compounds of them. */
	Vocabulary vocabulary(Connection database) throws SQLException {
		var texts = new ArrayList<String>();
		try (var query = database.prepareStatement("select prompt, sample_answer from question where id <= ?")) {
			query.setInt(1, REAL_QUESTIONS);
			var rows = query.executeQuery();
			while (rows.next()) {
				texts.addAll(List.of(rows.getString(1), rows.getString(2)));
			}
		}
		return Vocabulary.of(texts, new Random(1));
	}

	private String url() {
		return "jdbc:h2:file:" + data().resolve("questionbank");
	}

	private String fingerprint(Flyway flyway) {
		return GENERATOR_VERSION + " of "
				+ Arrays.stream(flyway.info().all())
					.map((migration) -> String.valueOf(migration.getChecksum()))
					.collect(Collectors.joining(" "));
	}

	private void fill(Connection database) throws SQLException {
		var drafts = new Drafts(vocabulary(database), new Random(2));
		try (var questions = database.prepareStatement(insertInto("question", 17));
				var revisions = database.prepareStatement(insertInto(
						"question_revision (id, question_id, number, draft, author, reason, created_at)", 7));
				var bank = database.prepareStatement("update bank set revision = ?, question = ?")) {
			for (long id = REAL_QUESTIONS + 1; id <= this.size; id++) {
				var draft = drafts.next();
				add(questions, question(id, draft));
				add(revisions, revision(id, draft));
				if (id % BATCH == 0 || id == this.size) {
					questions.executeBatch();
					revisions.executeBatch();
					database.commit();
				}
			}
			add(bank, List.of(this.size, this.size));
			bank.executeBatch();
		}
	}

	private static String insertInto(String table, int columns) {
		return "insert into " + table + " values (?" + ", ?".repeat(columns - 1) + ")";
	}

	private static void add(PreparedStatement statement, List<?> values) throws SQLException {
		for (int i = 0; i < values.size(); i++) {
			statement.setObject(i + 1, values.get(i));
		}
		statement.addBatch();
	}

	private static List<?> question(long id, QuestionDraft draft) {
		var createdAt = FIRST.plusSeconds(id).atOffset(ZoneOffset.UTC);
		return List.of(id, draft.prompt(), draft.difficulty().name(), draft.sampleAnswer(), draft.keyPoints().toArray(),
				draft.probes().toArray(), draft.topics().toArray(), draft.status().name(), draft.audience().name(),
				draft.source(), 1, id, createdAt, createdAt, AUTHOR, createdAt, "generated-" + id);
	}

	private List<?> revision(long id, QuestionDraft draft) {
		return List.of(id, id, 1, this.json.writeValueAsString(draft), AUTHOR, "Generated for a benchmark",
				FIRST.plusSeconds(id).atOffset(ZoneOffset.UTC));
	}

}
