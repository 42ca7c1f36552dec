package questionbank.operations;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;

import javax.sql.DataSource;

import org.flywaydb.core.api.MigrationInfoService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Creates an archive of an H2 file before it is migrated, in the folder of backups: an
 * upgrade can be undone with the previous version of the program.
 */
@Component
class MigrationArchive {

	private static final Logger logger = LoggerFactory.getLogger(MigrationArchive.class);

	private final ArchiveFile archives;

	private final BackupFolder folder;

	private final Clock clock;

	MigrationArchive(ArchiveFile archives, BackupFolder folder, Clock clock) {
		this.archives = archives;
		this.folder = folder;
		this.clock = clock;
	}

	/**
	 * Creates the archive, which replaces those of earlier attempts at the same
	 * migration, from one schema version to another: a start that fails again and again
	 * does not fill the disk.
	 * @param migrations the migrations, of which some are pending
	 * @throws StartFailureException if the archive cannot be created
	 */
	void create(DatabaseFile database, DataSource source, MigrationInfoService migrations) {
		var pending = migrations.pending();
		var from = String.valueOf(Objects.requireNonNull(migrations.current()).getVersion());
		var to = String.valueOf(pending[pending.length - 1].getVersion());
		var file = this.folder.fileBeforeMigration(from, to, this.clock.instant());
		try {
			this.folder.create();
			this.folder.deletePartsBeforeMigration(from, to);
			// A process that was killed a moment ago may have made it.
			if (!Files.exists(file)) {
				this.archives.create(file, source);
			}
			this.folder.deleteBeforeMigration(from, to, file);
			logger.info("Archive {} created before the migration of {} from schema version {} to {}", file, database,
					from, to);
		}
		catch (FileSystemException ex) {
			throw failure(database, FolderFailureAnalyzer.reason(ex), ex);
		}
		catch (IOException ex) {
			throw failure(database, reason(ex), ex);
		}
		catch (SQLException | IllegalArgumentException ex) {
			throw new StartFailureException(
					"The database %s is not migrated, because it cannot be read for an archive: %s.".formatted(database,
							reason(ex)),
					"The database is unchanged. Start the previous version of the program with it, and if that cannot "
							+ "read it either, restore a backup.",
					ex);
		}
	}

	private static String reason(Exception ex) {
		return Objects.requireNonNullElse(ex.getMessage(), ex.toString()).strip();
	}

	private StartFailureException failure(DatabaseFile database, String reason, Exception cause) {
		return new StartFailureException(
				"The database %s is not migrated, because its archive cannot be written to %s: %s.".formatted(database,
						this.folder, reason),
				"The database is unchanged. Make room in that folder and let the account that runs the program write "
						+ "it, or name another: --questionbank.backup.folder=FOLDER. Then start again.",
				cause);
	}

}
