package questionbank.operations;

import java.nio.file.Path;
import java.util.List;

import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process is killed after each write of each migration of a database with data; the
 * next start completes the migration. It takes minutes and runs with
 * {@code ./mvnw verify -Pkill} only.
 */
class KilledMigrationIT {

	@TempDir
	private Path folder;

	@Test
	void theNextStartCompletesAMigrationKilledAfterAnyWrite() throws Exception {
		var reference = MigratedDatabase.in(this.folder.resolve("reference"));
		reference.migrate("latest");
		var expected = reference.contents();
		var kills = 0;
		var from = "0";
		for (var to : versionsInOrder(reference)) {
			kills += killAfterEachWrite(from, to, expected);
			from = to;
		}
		assertThat(kills).isGreaterThan(100);
		System.out.println(kills + " kills survived");
	}

	private static List<String> versionsInOrder(MigratedDatabase database) {
		return database.versions().stream().map(MigrationVersion::fromVersion).sorted().map(String::valueOf).toList();
	}

	private int killAfterEachWrite(String from, String to, List<String> expected) throws Exception {
		for (int writes = 1;; writes++) {
			var database = MigratedDatabase.in(this.folder.resolve(from + "-" + writes));
			database.migrate(from);
			var killed = database.isKilledAfter(writes, to);
			database.migrate("latest");
			assertThat(database.contents()).as("killed from %s to %s after %d writes", from, to, writes)
				.isEqualTo(expected);
			if (!killed) {
				return writes - 1;
			}
		}
	}

}
