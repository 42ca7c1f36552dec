package questionbank.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import questionbank.TestDatabase;
import questionbank.archive.Archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

/** An H2 file with tables is archived before a start migrates it. */
@Tag("database")
@ExtendWith(OutputCaptureExtension.class)
class MigrationArchiveTests {

	@TempDir
	private Path folder;

	private MigratedDatabase database;

	@BeforeEach
	void migrateEmptyDatabase() {
		this.database = MigratedDatabase.in(this.folder);
		this.database.migrate("6.0.1");
		assertThat(this.folder.resolve("backups")).doesNotExist();
	}

	@Test
	void archivesAnH2FileOnceBeforeItIsMigrated(CapturedOutput log) throws IOException {
		this.database.migrate("25");
		this.database.migrate("25");
		if (TestDatabase.isPostgresql()) {
			assertThat(this.folder.resolve("backups")).doesNotExist();
			return;
		}
		assertThat(backups()).singleElement().asString().startsWith("before-V25-from-V6.0.1-");
		var file = this.folder.resolve("backups").resolve(backups().get(0));
		assertThat(log)
			.containsOnlyOnce(
					"Archive " + file + " created before the migration of " + this.folder.resolve("questionbank.mv.db"))
			.containsOnlyOnce("from schema version 6.0.1 to 25");
		try (var archive = Archive.open(file)) {
			archive.check();
			assertThat(archive.manifest().schema()).isEqualTo("6.0.1");
			assertThat(archive.manifest().tables())
				.anySatisfy((part) -> assertThat(part.table() + part.rows()).isEqualTo("attempt1"));
		}
	}

	@Test
	void replacesAnArchiveOfTheSameMigrationOnly() throws IOException {
		assumeThat(TestDatabase.isPostgresql()).isFalse();
		Files.createDirectory(this.folder.resolve("backups"));
		var others = List.of("before-V25-from-V5-2020-01-01-000000.zip", "before-V7-from-V6.0.1-2020-01-01-000000.zip");
		var earlier = List.of("before-V25-from-V6.0.1-2020-01-01-000000.zip",
				"before-V25-from-V6.0.1-2020-01-02-000000.zip.part");
		for (var name : Stream.concat(others.stream(), earlier.stream()).toList()) {
			Files.createFile(this.folder.resolve("backups").resolve(name));
		}
		this.database.migrate("25");
		assertThat(backups()).hasSize(3).containsAll(others).doesNotContainAnyElementsOf(earlier);
		var folder = new BackupFolder(new BackupProperties(true, "-", this.folder.resolve("backups"), 0, 0, 0));
		folder.deleteOld();
		assertThat(backups()).hasSize(3);
		assertThat(folder.namesBeforeMigrations()).containsExactlyInAnyOrderElementsOf(backups());
	}

	@Test
	void doesNotMigrateWhatItCannotArchive() throws IOException {
		assumeThat(TestDatabase.isPostgresql()).isFalse();
		Files.createFile(this.folder.resolve("backups"));
		assertThatThrownBy(() -> this.database.migrate("25")).cause()
			.isInstanceOf(StartFailureException.class)
			.hasMessageContaining("is not migrated, because its archive cannot be written to "
					+ this.folder.resolve("backups") + ": it is a file, not a folder.");
		assertThat(this.database.versions()).contains("6.0.1").doesNotContain("7");
	}

	private List<String> backups() throws IOException {
		try (var files = Files.list(this.folder.resolve("backups"))) {
			return files.map((file) -> file.getFileName().toString()).toList();
		}
	}

}
