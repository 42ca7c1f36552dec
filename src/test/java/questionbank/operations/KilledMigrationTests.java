package questionbank.operations;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process is killed during migrations of an empty database and of one with data; the
 * next start completes them. {@link KilledMigrationIT} kills it after every write.
 */
@Tag("database")
class KilledMigrationTests {

	@TempDir
	private static Path folder;

	private static MigratedDatabase reference;

	@BeforeAll
	static void migrateWithoutKill() {
		reference = MigratedDatabase.in(folder.resolve("reference"));
		reference.migrate("latest");
	}

	@ParameterizedTest
	@CsvSource({ "0, 2", "0, 5", "0, 40", "6.0.1, 2", "6.0.1, 5" })
	void theNextStartCompletesAKilledMigration(String from, int writes) throws Exception {
		var data = folder.resolve(from + "-" + writes);
		var database = MigratedDatabase.in(data);
		database.migrate(from);
		assertThat(database.isKilledAfter(writes, "latest")).isTrue();
		database.migrate("latest");
		assertThat(database.contents()).isEqualTo(reference.contents());
		assertThat(folder).isDirectoryNotContaining("glob:**/*migrating*");
	}

}
