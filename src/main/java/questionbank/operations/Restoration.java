package questionbank.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import questionbank.archive.Archive;
import questionbank.archive.Archive.Manifest;

/**
 * Restores an archive into an empty database, atomically: a failure or a kill leaves an
 * H2 file as it was, and PostgreSQL without rows of the archive. A database is empty if
 * it has no tables, or if it only has the rows of the migrations, and at most the link to
 * become the first administrator.
 */
class Restoration {

	private static final String SETUP_LINKS = "select count(*) from person_link where purpose = 'SETUP'";

	private final ArchiveFile archives;

	private final Flyway flyway;

	private final UnpooledDatabase database;

	Restoration(ArchiveFile archives, Flyway flyway, JdbcConnectionDetails settings) {
		this.archives = archives;
		this.flyway = flyway;
		this.database = new UnpooledDatabase(settings);
	}

	/**
	 * Restores an archive. One of an older schema version is loaded into a database of
	 * that version, which is then migrated.
	 * @throws StartFailureException if the database is not empty, or the archive is from
	 * a newer program
	 */
	Manifest restore(Path path) throws IOException, SQLException {
		try (var archive = Archive.open(path)) {
			this.archives.requireKnown(archive.manifest());
			archive.check();
			var file = this.database.file();
			if (file.isPresent()) {
				restoreFile(archive, file.get());
			}
			else {
				restoreInPlace(archive);
			}
			return archive.manifest();
		}
	}

	/** Restores into a copy, which replaces the file when it is complete. */
	private void restoreFile(Archive archive, DatabaseFile file) throws IOException, SQLException {
		try (var lock = file.lock()) {
			file.deleteCopy();
			if (file.exists()) {
				requireEmptyFile(file);
			}
			var source = this.database.source(file.copyUrl());
			try (var connection = source.getConnection()) {
				migrate(source, archive.manifest().schema());
				archive.load(connection);
				migrate(source, "latest");
				UnpooledDatabase.shutDown(connection);
				file.replace();
			}
			finally {
				file.deleteCopy();
			}
		}
	}

	private void requireEmptyFile(DatabaseFile file) throws IOException, SQLException {
		var source = this.database.source();
		try (var connection = source.getConnection()) {
			requireEmpty(connection, version(source), file.toString());
			UnpooledDatabase.shutDown(connection);
		}
	}

	private void restoreInPlace(Archive archive) throws IOException, SQLException {
		var source = this.database.source();
		var schema = archive.manifest().schema();
		try (var connection = source.getConnection()) {
			var name = connection.getMetaData().getURL().replaceFirst("[;?].*", "");
			var version = version(source);
			requireEmpty(connection, version, name);
			if (version != null && version.compareTo(MigrationVersion.fromVersion(schema)) > 0) {
				throw new StartFailureException(
						"The database %s has schema version %s already, and the archive %s.".formatted(name, version,
								schema),
						"Restore it into a new database without tables; it is migrated after that.", null);
			}
			migrate(source, schema);
			connection.setAutoCommit(false);
			try {
				lock(connection);
				requireEmpty(connection, MigrationVersion.fromVersion(schema), name);
				archive.load(connection);
				connection.commit();
			}
			finally {
				connection.rollback();
			}
			migrate(source, "latest");
		}
	}

	private void migrate(DataSource source, String target) {
		UnpooledDatabase.flyway(source, this.flyway, target).migrate();
	}

	/** Returns the schema version of a database, or null if it has none. */
	private @Nullable MigrationVersion version(DataSource source) {
		var current = UnpooledDatabase.flyway(source, this.flyway).info().current();
		return (current != null) ? current.getVersion() : null;
	}

	/** On PostgreSQL, makes a program that runs on the database wait until the commit. */
	private static void lock(Connection connection) throws SQLException {
		if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
			try (var statement = connection.createStatement()) {
				statement.execute("lock table " + String.join(", ", Archive.count(connection).keySet())
						+ " in share row exclusive mode");
			}
		}
	}

	private void requireEmpty(Connection connection, @Nullable MigrationVersion version, String name)
			throws IOException, SQLException {
		var rows = new TreeMap<>(Archive.count(connection));
		if (rows.containsKey("person_link")) {
			try (var statement = connection.createStatement(); var links = statement.executeQuery(SETUP_LINKS)) {
				links.next();
				rows.merge("person_link", -links.getLong(1), Long::sum);
			}
		}
		if (!rows.equals((version != null) ? initialRows(version.getVersion()) : Map.of())) {
			throw new StartFailureException("The database %s is not empty; it is unchanged.".formatted(name),
					"Restore into a new folder (--questionbank.data=FOLDER) or another database (--spring.datasource.url=URL).",
					null);
		}
	}

	/** Counts the rows that the migrations up to a version insert. */
	private Map<String, Long> initialRows(String version) throws IOException, SQLException {
		try (var scratch = new ScratchDatabase(this.flyway, version)) {
			return Archive.count(scratch.connection());
		}
	}

}
