package questionbank.operations;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import questionbank.archive.Archive;
import questionbank.archive.Archive.Part;
import questionbank.archive.RandomRows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Archives of H2 and PostgreSQL, restored into either. */
class ArchiveTests {

	private static final String PERSON = "insert into person (email, name, role, enabled, version, created_at)"
			+ " values ('%s@example.org', 'Ada', 'CANDIDATE', true, 0, current_timestamp)";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "h2, h2", "h2, postgresql", "postgresql, h2" })
	void restoredDatabaseHasTheSameArchive(String from, String to) throws Exception {
		try (var source = ArchiveDatabase.of(from, this.folder.resolve("source"));
				var target = ArchiveDatabase.of(to, this.folder.resolve("target"))) {
			source.migrate("latest");
			try (var connection = source.connect()) {
				new RandomRows(connection, new Random(7)).insert(30);
			}
			var archive = source.create(file("first.zip"));
			assertThat(archive.tables()).allSatisfy((part) -> assertThat(part.rows()).as(part.table()).isPositive());
			assertThat(source.verify(file("first.zip"))).isEqualTo(archive);
			assertThat(target.restore(file("first.zip"))).isEqualTo(archive);
			assertThat(target.create(file("second.zip")).tables()).isEqualTo(archive.tables());
			assertThat(target.version()).isEqualTo(source.version());
			var state = "select published_state from bank";
			assertThat(target.query(state)).isNotEqualTo(source.query(state));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql" })
	void restoredIdentitiesContinueAfterDeletedOnes(String kind) throws Exception {
		try (var source = ArchiveDatabase.of(kind, this.folder.resolve("source"));
				var target = ArchiveDatabase.of(kind, this.folder.resolve("target"))) {
			source.migrate("latest");
			source.execute(PERSON.formatted("first"));
			source.execute(PERSON.formatted("second"));
			source.execute("delete from person where email like 'second%'");
			source.create(file("archive.zip"));
			target.restore(file("archive.zip"));
			target.execute(PERSON.formatted("third"));
			assertThat(target.query("select id from person where email like 'third%'")).isEqualTo(3);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql" })
	void restoresReferencesToLaterRows(String kind) throws Exception {
		var locations = "--spring.flyway.locations=classpath:db/migration/common,classpath:archive-cycle";
		try (var source = ArchiveDatabase.of(kind, this.folder.resolve("source"), locations);
				var target = ArchiveDatabase.of(kind, this.folder.resolve("target"), locations)) {
			source.migrate("latest");
			var archive = source.create(file("first.zip"));
			target.restore(file("first.zip"));
			assertThat(target.create(file("second.zip")).tables()).isEqualTo(archive.tables());
			assertThatThrownBy(() -> target.execute("update cycle_a set parent_id = 7"))
				.isInstanceOf(SQLException.class);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql" })
	void isOneSnapshotWhileTheProgramWrites(String kind) throws Exception {
		try (var source = ArchiveDatabase.of(kind, this.folder); var connection = source.connect()) {
			source.migrate("latest");
			var output = new FilterOutputStream(OutputStream.nullOutputStream()) {

				private boolean written;

				@Override
				public void write(byte[] bytes, int offset, int length) throws IOException {
					if (!this.written) {
						this.written = true;
						try {
							source.execute(PERSON.formatted("later"));
							source.execute("delete from question_revision where id = 3");
						}
						catch (SQLException ex) {
							throw new IOException(ex);
						}
					}
				}

			};
			var archive = Archive.write(connection, output, "1", "", Instant.EPOCH);
			assertThat(archive.tables()).filteredOn((part) -> part.table().equals("person"))
				.extracting(Part::rows)
				.containsExactly(0L);
			assertThat(archive.tables()).filteredOn((part) -> part.table().equals("question_revision"))
				.extracting(Part::rows)
				.containsExactly(10L);
			assertThat(source.query("select count(*) from question_revision")).isEqualTo(9);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql" })
	void restoresAnArchiveOfAnOlderSchema(String kind) throws Exception {
		try (var source = ArchiveDatabase.of(kind, this.folder.resolve("source"));
				var target = ArchiveDatabase.of(kind, this.folder.resolve("target"))) {
			source.migrate("25");
			source.execute(PERSON.formatted("ada"));
			assertThat(source.create(file("archive.zip")).schema()).isEqualTo("25");
			target.restore(file("archive.zip"));
			source.migrate("latest");
			assertThat(target.version()).isEqualTo(source.version());
			assertThat(target.query("select count(*) from person")).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql" })
	void restoresIntoADatabaseOfAFirstStart(String kind) throws Exception {
		try (var source = ArchiveDatabase.of(kind, this.folder.resolve("source"));
				var target = ArchiveDatabase.of(kind, this.folder.resolve("target"))) {
			source.migrate("latest");
			source.execute(PERSON.formatted("ada"));
			source.create(file("archive.zip"));
			target.migrate("latest");
			target.execute("insert into person_link (purpose, token_hash, expires_at) values ('SETUP', 'hash', now())");
			target.restore(file("archive.zip"));
			assertThat(target.query("select count(*) from person")).isEqualTo(1);
			assertThat(target.query("select count(*) from person_link")).isZero();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql" })
	void refusesADatabaseThatIsNotEmpty(String kind) throws Exception {
		try (var database = ArchiveDatabase.of(kind, this.folder)) {
			database.migrate("latest");
			database.create(file("archive.zip"));
			database.execute(PERSON.formatted("ada"));
			assertThatThrownBy(() -> database.restore(file("archive.zip"))).isInstanceOf(StartFailureException.class)
				.hasMessageContaining("is not empty; it is unchanged");
			assertThat(database.query("select count(*) from person")).isEqualTo(1);
		}
	}

	@Test
	void refusesABrokenArchive() throws Exception {
		try (var database = ArchiveDatabase.of("h2", this.folder.resolve("source"))) {
			database.migrate("latest");
			database.create(file("archive.zip"));
		}
		assertRefused("manifest.json", (text) -> null, "It has no manifest");
		assertRefused("manifest.json", (text) -> text.substring(1), "Its manifest is not readable");
		assertRefused("manifest.json", (text) -> text.replace("\"format\":1", "\"format\":2"), "It has format 2");
		assertRefused("manifest.json", (text) -> text.replaceFirst("\"schema\":\"[0-9.]+\"", "\"schema\":\"999\""),
				"schema version 999, which this program does not know");
		assertRefused("tables/question.jsonl", (text) -> null, "tables/question.jsonl is missing");
		assertRefused("tables/question.jsonl", (text) -> text.replaceFirst("MEDIUM", "EASY"),
				"tables/question.jsonl is damaged");
		assertRefused("tables/question.jsonl", (text) -> text.substring(text.indexOf('\n') + 1),
				"tables/question.jsonl has 9 rows instead of 10");
		var bytes = Files.readAllBytes(file("archive.zip"));
		Files.write(file("broken.zip"), Arrays.copyOf(bytes, bytes.length / 2));
		assertRefused("It is not a complete zip file");
	}

	private void assertRefused(String entry, UnaryOperator<String> change, String message) throws Exception {
		try (var zip = new ZipFile(file("archive.zip").toFile());
				var output = new ZipOutputStream(Files.newOutputStream(file("broken.zip")))) {
			for (var each : zip.stream().toList()) {
				var text = new String(zip.getInputStream(each).readAllBytes(), StandardCharsets.UTF_8);
				var changed = each.getName().equals(entry) ? change.apply(text) : text;
				if (changed != null) {
					output.putNextEntry(new ZipEntry(each.getName()));
					output.write(changed.getBytes(StandardCharsets.UTF_8));
				}
			}
		}
		assertRefused(message);
	}

	private void assertRefused(String message) {
		try (var database = ArchiveDatabase.of("h2", this.folder.resolve("target"))) {
			assertThatThrownBy(() -> database.verify(file("broken.zip"))).hasMessageContaining(message);
			assertThatThrownBy(() -> database.restore(file("broken.zip"))).hasMessageContaining(message);
			assertThat(this.folder.resolve("target")).doesNotExist();
		}
	}

	@Test
	void keepsAnExistingFileAndIsReadableByItsOwnerOnly() throws Exception {
		try (var database = ArchiveDatabase.of("h2", this.folder)) {
			database.migrate("latest");
			database.create(file("archive.zip"));
			assertThat(Files.getPosixFilePermissions(file("archive.zip")))
				.isEqualTo(PosixFilePermissions.fromString("rw-------"));
			assertThatThrownBy(() -> database.create(file("archive.zip"))).isInstanceOf(FileSystemException.class)
				.hasMessageContaining("it exists already");
			assertThat(database.verify(file("archive.zip")).rows()).isPositive();
			assertThat(this.folder).isDirectoryNotContaining("glob:**.part");
		}
	}

	private Path file(String name) {
		return this.folder.resolve(name);
	}

}
