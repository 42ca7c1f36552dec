package questionbank.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;

import questionbank.TestDatabase;
import questionbank.archive.Archive.Manifest;

/** Database that archives are made of, and restored into. */
record ArchiveDatabase(ConfigurableApplicationContext context) implements AutoCloseable {

	/** Settings with migrations that insert rows of all kinds between the others. */
	static final String WITH_ROWS = "--spring.flyway.locations="
			+ "classpath:db/migration/common,classpath:migration-data,classpath:schema-data";

	/** Returns an H2 database in this folder, or one of PostgreSQL. */
	static ArchiveDatabase of(String kind, Path folder, String... settings) {
		var url = kind.equals("h2") ? "jdbc:h2:file:" + folder.toAbsolutePath().resolve("questionbank")
				: TestDatabase.newPostgresql();
		return new ArchiveDatabase(
				new SpringApplicationBuilder(ArchiveCommand.Configuration.class).web(WebApplicationType.NONE)
					.run(Stream
						.concat(Stream.of("--spring.datasource.url=" + url,
								"--spring.datasource.username=" + (kind.equals("h2") ? "" : "postgres"),
								"--spring.datasource.hikari.maximum-pool-size=2"), Stream.of(settings))
						.toArray(String[]::new)));
	}

	private UnpooledDatabase database() {
		return new UnpooledDatabase(this.context.getBean(JdbcConnectionDetails.class));
	}

	Connection connect() throws SQLException {
		return database().source().getConnection();
	}

	void migrate(String version) {
		UnpooledDatabase.flyway(database().source(), this.context.getBean(Flyway.class), version).migrate();
	}

	String version() {
		return UnpooledDatabase.flyway(database().source(), this.context.getBean(Flyway.class))
			.info()
			.current()
			.getVersion()
			.getVersion();
	}

	void execute(String sql) throws SQLException {
		try (var connection = connect(); var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	long query(String sql) throws SQLException {
		try (var connection = connect();
				var statement = connection.createStatement();
				var result = statement.executeQuery(sql)) {
			result.next();
			return result.getLong(1);
		}
	}

	Manifest create(Path file) throws IOException, SQLException {
		return this.context.getBean(ArchiveFile.class).create(file, database().source());
	}

	Manifest verify(Path file) throws IOException, SQLException {
		return this.context.getBean(ArchiveFile.class).verify(file);
	}

	Manifest restore(Path file) throws IOException, SQLException {
		return this.context.getBean(Restoration.class).restore(file);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
