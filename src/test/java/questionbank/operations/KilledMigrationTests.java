package questionbank.operations;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The next start migrates what a process left that was killed while it migrated: some
 * moments, from nothing and with data. {@link KilledMigrationIT} has all of them.
 */
@Tag("database")
class KilledMigrationTests {

	@TempDir
	private static Path folder;

	private static MigratedDatabase reference;

	@BeforeAll
	static void migrateUndisturbed() {
		reference = MigratedDatabase.in(folder.resolve("reference"));
		reference.migrate("latest");
	}

	@ParameterizedTest
	@CsvSource({ "0, 2", "0, 5", "0, 40", "6.0.1, 2", "6.0.1, 5" })
	void theNextStartMigratesWhatAKilledOneLeft(String from, int writes) throws Exception {
		var data = folder.resolve(from + "-" + writes);
		var database = MigratedDatabase.in(data);
		database.migrate(from);
		assertThat(database.isKilledAfter(writes, "latest")).isTrue();
		database.migrate("latest");
		assertThat(database.contents()).isEqualTo(reference.contents());
		assertThat(folder).isDirectoryNotContaining("glob:**/*migrating*");
	}

}
