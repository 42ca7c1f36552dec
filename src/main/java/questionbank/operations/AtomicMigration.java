package questionbank.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Flyway strategy that migrates the database atomically at startup: a process killed at
 * any moment leaves it either unchanged or migrated. PostgreSQL runs each migration and
 * its entry in the schema history in one transaction. H2 commits each DDL statement: its
 * file is archived, and migrated in a copy, which replaces the file by an atomic rename
 * after all migrations succeeded. Flyway uses its own connections, so that the pool opens
 * the database only after the migration.
 */
@Component
class AtomicMigration implements FlywayMigrationStrategy {

	private static final Logger logger = LoggerFactory.getLogger(AtomicMigration.class);

	private final UnpooledDatabase database;

	private final DataSource pool;

	private final MigrationArchive archive;

	AtomicMigration(JdbcConnectionDetails database, DataSource pool, MigrationArchive archive) {
		this.database = new UnpooledDatabase(database);
		this.pool = pool;
		this.archive = archive;
	}

	@Override
	public void migrate(Flyway flyway) {
		var file = this.database.file();
		try {
			if (file.isPresent()) {
				migrateFile(flyway, file.get());
			}
			else {
				migrateInPlace(flyway);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The database cannot be opened", ex);
		}
		catch (FlywayValidateException ex) {
			throw new StartFailureException("The database schema does not match this program: "
					+ Objects.requireNonNullElse(ex.getMessage(), "").replaceAll("\\s*Need more flexibility.*", ""),
					"Start the version of the program that migrated this database.", ex);
		}
	}

	private void migrateInPlace(Flyway flyway) throws SQLException {
		var source = this.database.source();
		try (var connection = source.getConnection()) {
			// A driver returns null for a URL that is not its own.
			if (connection == null) {
				throw new StartFailureException("The database " + this.database.url() + " is of an unknown kind.",
						"Name an H2 or PostgreSQL database in spring.datasource.url.", null);
			}
			var unpooled = UnpooledDatabase.flyway(source, flyway);
			if (hasPending(unpooled)) {
				unpooled.migrate();
			}
			openPool();
		}
	}

	private void migrateFile(Flyway flyway, DatabaseFile file) throws SQLException {
		try (var lock = file.lock()) {
			file.deleteCopy();
			if (!file.exists() || !openIfCurrent(flyway, file)) {
				migrateCopy(flyway, file);
				openPool();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Opens the pool if no migration is pending; archives and closes the database
	 * otherwise. The connection outlives the opening of the pool, so that the file is
	 * opened once.
	 */
	private boolean openIfCurrent(Flyway flyway, DatabaseFile file) throws SQLException {
		var source = this.database.source();
		try (var connection = source.getConnection()) {
			var unpooled = UnpooledDatabase.flyway(source, flyway);
			if (unpooled.info().applied().length == 0) {
				throw new StartFailureException("The database %s holds no tables of this program.".formatted(file),
						"H2 opens some damaged files as if they were new: restore the file from a backup, "
								+ "or delete it if it never held data.",
						null);
			}
			if (hasPending(unpooled)) {
				this.archive.create(file, source, unpooled.info());
				UnpooledDatabase.shutDown(connection);
				return false;
			}
			openPool();
			return true;
		}
	}

	/**
	 * Validates the applied migrations, and returns whether there are pending ones.
	 * @throws StartFailureException if a newer version of the program migrated the schema
	 * @throws FlywayValidateException if an applied migration differs from the program's
	 */
	private static boolean hasPending(Flyway flyway) {
		var info = flyway.info();
		if (Arrays.stream(info.applied())
			.anyMatch((migration) -> migration.getState() == MigrationState.FUTURE_SUCCESS)) {
			throw new StartFailureException(
					"The database has schema version %s, which is newer than this program."
						.formatted(Objects.requireNonNull(info.current()).getVersion()),
					"Start the version of the program that was last used with this database, or a newer one.", null);
		}
		Flyway.configure()
			.configuration(flyway.getConfiguration())
			.ignoreMigrationPatterns("*:pending")
			.load()
			.validate();
		return info.pending().length > 0;
	}

	private void migrateCopy(Flyway flyway, DatabaseFile file) throws IOException {
		try {
			if (file.exists()) {
				file.copy();
			}
			var source = this.database.source(file.copyUrl());
			try (var connection = source.getConnection()) {
				var result = UnpooledDatabase.flyway(source, flyway).migrate();
				UnpooledDatabase.shutDown(connection);
				file.replace();
				logger.info("Database {} migrated to schema version {}", file, result.targetSchemaVersion);
			}
		}
		catch (FlywayValidateException ex) {
			throw ex;
		}
		catch (IOException | SQLException | FlywayException ex) {
			throw new StartFailureException("The database %s cannot be migrated: %s".formatted(file, ex.getMessage()),
					"The database is unchanged. Make sure that its folder has room for a second copy, "
							+ "or start the version of the program that was last used with it.",
					ex);
		}
		finally {
			file.deleteCopy();
		}
	}

	private void openPool() throws SQLException {
		this.pool.getConnection().close();
	}

}
