package questionbank.operations;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Archives of earlier schema versions, kept in the test resources, are restored into
 * databases of this program. {@code -Dtest=KeptSchemaTests -Dkeep.schema=VERSION} writes
 * one of a version with all rows that the tests have for it.
 */
class KeptSchemaTests {

	private static final Path ARCHIVES = Path.of("src/test/resources/archives");

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "18, h2", "18, postgresql", "24, h2", "24, postgresql", "29, h2", "29, postgresql", "32.3, h2",
			"32.3, postgresql" })
	void restoresAnArchiveOfAnEarlierSchema(String schema, String kind) throws Exception {
		try (var database = ArchiveDatabase.of(kind, this.folder)) {
			var archive = database.restore(archive(schema));
			assertThat(archive.schema()).isEqualTo(schema);
			assertThat(database.version()).isEqualTo(versions(database).get(versions(database).size() - 1));
			var later = Double.parseDouble(schema) > 20 ? 1 : 0;
			assertThat(List.of(
					database.query("select count(*) from question where sample_answer like 'Mit einer **%😀'"),
					database.query("select count(*) from question_revision where draft like '%你好 🚂%'"),
					database.query("select count(*) from attempt where grade = 'AGAIN' and answer = 'Später 🐢'"),
					database.query("select count(*) from card"),
					database
						.query("select count(*) from user_credentials where public_key = cast('binary key' as bytea)"),
					database.query("select count(*) from interview where candidate = 'Zoë'"),
					database.query("select count(*) from interview_answer where notes = 'Sehr gut' and rating = 4")))
				.containsExactly(1L, 1L, 1L, 2L, 1L, 0L + later, 0L + later);
			// Identities continue after the restored rows.
			database
				.execute("insert into practice_session (id, learner_id, kind, title, counted, zone, started_at, closed)"
						+ " values (2, 1, 'FREE', '', true, 'UTC', current_timestamp, true)");
			database
				.execute("insert into attempt (session_id, position, learner_id, question_id, counted, covered, missed)"
						+ " select 2, position, learner_id, question_id, counted, covered, missed from attempt");
			assertThat(database.query("select count(*) from attempt")).isEqualTo(4);
		}
	}

	/** A new migration fails here until the schema that it changes is kept. */
	@Test
	void theSchemaBeforeTheLastMigrationIsKept() {
		try (var database = ArchiveDatabase.of("h2", this.folder)) {
			var versions = versions(database);
			var before = versions.get(versions.size() - 2);
			var last = versions.get(versions.size() - 1);
			assertThat(List.of(archive(before), archive(last)))
				.as("An archive of schema %s: ./mvnw test -Dtest=KeptSchemaTests -Dkeep.schema=%s", before, before)
				.anyMatch(Files::exists);
		}
	}

	@Test
	@EnabledIfSystemProperty(named = "keep.schema", matches = "[0-9.]+")
	void keepsASchema() throws Exception {
		var schema = System.getProperty("keep.schema");
		try (var database = ArchiveDatabase.of("h2", this.folder, ArchiveDatabase.WITH_ROWS)) {
			database.migrate(schema);
			Files.deleteIfExists(archive(schema));
			database.create(archive(schema));
		}
	}

	private static Path archive(String schema) {
		return ARCHIVES.resolve("schema-" + schema + ".zip");
	}

	private static List<String> versions(ArchiveDatabase database) {
		return Arrays.stream(database.context().getBean(Flyway.class).info().all())
			.map(MigrationInfo::getVersion)
			.map(String::valueOf)
			.toList();
	}

}
