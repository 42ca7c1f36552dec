package questionbank.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import questionbank.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Database that is migrated by starts of the program: an H2 file, or one of PostgreSQL.
 *
 * @param url the JDBC URL
 * @param user the owner
 * @param backups the folder of backups
 */
record MigratedDatabase(String url, String user, Path backups) {

	/** Returns an empty database; that of H2 is in this folder. */
	static MigratedDatabase in(Path folder) {
		var backups = folder.resolve("backups");
		return TestDatabase.isPostgresql() ? new MigratedDatabase(TestDatabase.newPostgresql(), "postgres", backups)
				: new MigratedDatabase("jdbc:h2:file:" + folder.toAbsolutePath().resolve("questionbank")
						+ ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", "sa", backups);
	}

	/** Migrates to a version; 0 is the empty database. */
	void migrate(String version) {
		if (!version.equals("0")) {
			MigrationProcess.run(settings(version));
		}
	}

	/**
	 * Migrates to a version in a process that is killed after a number of writes.
	 * @return whether it was killed, and not complete before
	 */
	boolean isKilledAfter(int writes, String version) throws IOException, InterruptedException {
		var code = MigrationProcess.runUntil(writes, settings(version));
		assertThat(code).isIn(0, MigrationProcess.KILLED);
		return code == MigrationProcess.KILLED;
	}

	private String[] settings(String version) {
		return new String[] { "--spring.datasource.url=" + this.url, "--spring.datasource.username=" + this.user,
				"--spring.flyway.target=" + version, "--questionbank.backup.folder=" + this.backups };
	}

	/** Returns the versions in the schema history. */
	List<String> versions() {
		return query(
				"select \"version\" from \"flyway_schema_history\" where \"success\" and \"version\" is not null order by \"installed_rank\"");
	}

	/** Returns all columns, constraints and rows except the times of the migrations. */
	List<String> contents() {
		var contents = query("""
				select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
				where lower(table_schema) = 'public'""");
		contents.addAll(query("""
				select table_name, constraint_name, constraint_type from information_schema.table_constraints
				where lower(table_schema) = 'public' and constraint_type <> 'CHECK'"""));
		for (var table : query(
				"select table_name from information_schema.tables where lower(table_schema) = 'public'")) {
			if (!table.startsWith("flyway")) {
				// The published state is random in each database.
				contents.addAll(query(table.equalsIgnoreCase("bank") ? "select id, revision, question from bank"
						: "select * from " + table));
			}
		}
		contents.addAll(versions());
		return contents;
	}

	private List<String> query(String sql) {
		try (var connection = connect();
				var statement = connection.createStatement();
				var result = statement.executeQuery(sql)) {
			var columns = result.getMetaData().getColumnCount();
			var rows = new ArrayList<String>();
			while (result.next()) {
				var row = new ArrayList<String>();
				for (var column : IntStream.rangeClosed(1, columns).toArray()) {
					row.add(result.getString(column));
				}
				rows.add(String.join(" | ", row.stream().map(String::valueOf).toList()));
			}
			rows.sort(null);
			return rows;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Connection connect() throws SQLException {
		return DriverManager.getConnection(this.url, this.user, "");
	}

}
