package questionbank.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.h2.Driver;

import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * Migrated H2 database in a temporary folder that only the operating system user of the
 * program can read. It is deleted when it is closed.
 */
final class ScratchDatabase implements AutoCloseable {

	private final Path folder = Files.createTempDirectory("question-bank-scratch");

	private final DataSource source = new SimpleDriverDataSource(new Driver(),
			"jdbc:h2:file:" + this.folder.toAbsolutePath().resolve("scratch"), "sa", "");

	private final Connection connection;

	private final Flyway flyway;

	/**
	 * @param schema the schema version
	 */
	ScratchDatabase(Flyway flyway, String schema) throws IOException, SQLException {
		this.flyway = flyway;
		this.connection = this.source.getConnection();
		UnpooledDatabase.flyway(this.source, flyway, schema).migrate();
	}

	Connection connection() {
		return this.connection;
	}

	/** Migrates to the latest schema version. */
	void migrate() {
		UnpooledDatabase.flyway(this.source, this.flyway).migrate();
	}

	@Override
	public void close() throws IOException, SQLException {
		try {
			UnpooledDatabase.shutDown(this.connection);
		}
		finally {
			FileSystemUtils.deleteRecursively(this.folder);
		}
	}

}
