package questionbank.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Connects to the database without the pool.
 *
 * @param settings the settings of the connection
 */
record UnpooledDatabase(JdbcConnectionDetails settings) {

	/** Returns the file, if it is an H2 database in a local file. */
	Optional<DatabaseFile> file() {
		return DatabaseFile.of(this.settings.getJdbcUrl());
	}

	/** Returns the JDBC URL without its parameters, which may contain a password. */
	String url() {
		return this.settings.getJdbcUrl().replaceFirst("[;?].*", "");
	}

	DataSource source() {
		return source(this.settings.getJdbcUrl());
	}

	DataSource source(String url) {
		return DataSourceBuilder.create()
			.type(SimpleDriverDataSource.class)
			.driverClassName(this.settings.getDriverClassName())
			.url(url)
			.username(this.settings.getUsername())
			.password(this.settings.getPassword())
			.build();
	}

	/** Copies Flyway's configuration with another data source. */
	static Flyway flyway(DataSource source, Flyway flyway) {
		return configuration(source, flyway).load();
	}

	/** Copies Flyway's configuration with another data source and target version. */
	static Flyway flyway(DataSource source, Flyway flyway, String target) {
		return configuration(source, flyway).target(target).load();
	}

	private static FluentConfiguration configuration(DataSource source, Flyway flyway) {
		return Flyway.configure(flyway.getConfiguration().getClassLoader())
			.configuration(flyway.getConfiguration())
			.dataSource(source);
	}

	/** Closes an H2 database, even if its URL says to keep it open. */
	static void shutDown(Connection connection) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute("shutdown");
		}
	}

}
