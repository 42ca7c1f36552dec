package questionbank.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

import questionbank.archive.Archive.Manifest;

/**
 * The commands {@code archive create FILE}, {@code archive verify FILE} and
 * {@code archive restore FILE}. They start the part of the program that connects to the
 * database, with its settings; no other process may have an H2 file open.
 */
class ArchiveCommand extends Command {

	private static final String USAGE = "Usage: archive create FILE | archive verify FILE | archive restore FILE";

	private final PrintStream messages = System.err;

	ArchiveCommand() {
		super("archive");
	}

	@Override
	protected int run(Class<?> program, List<String> arguments, List<String> options) {
		if (arguments.size() != 2 || !List.of("create", "verify", "restore").contains(arguments.get(0))) {
			this.messages.println(USAGE);
			return MISUSED;
		}
		try (var context = start(options)) {
			return run(arguments.get(0), Path.of(arguments.get(1)), context);
		}
		catch (InvalidPathException ex) {
			this.messages.println("%s is no name of a file: %s".formatted(arguments.get(1), ex.getReason()));
			return MISUSED;
		}
	}

	private static ConfigurableApplicationContext start(List<String> options) {
		return new SpringApplicationBuilder(Configuration.class).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.properties("logging.level.root=warn")
			.run(options.toArray(String[]::new));
	}

	private int run(String action, Path file, ConfigurableApplicationContext context) {
		try {
			var manifest = switch (action) {
				case "create" -> create(file, context);
				case "verify" -> context.getBean(ArchiveFile.class).verify(file);
				default -> context.getBean(Restoration.class).restore(file);
			};
			this.messages.println("Archive %s %s: %d tables, %d rows, schema version %s".formatted(file,
					action.equals("verify") ? "verified" : action + "d", manifest.tables().size(), manifest.rows(),
					manifest.schema()));
			return DONE;
		}
		catch (StartFailureException ex) {
			this.messages.println(ex.getMessage() + " " + ex.action());
		}
		catch (FileSystemException ex) {
			this.messages.println("The file or folder %s cannot be used: %s"
				.formatted(Objects.requireNonNullElse(ex.getFile(), file.toString()), reason(ex)));
		}
		catch (IOException ex) {
			this.messages.println("The archive %s cannot be used: %s. Take another archive; nothing was changed."
				.formatted(file, ex.getMessage()));
		}
		catch (SQLException | RuntimeException ex) {
			this.messages.println(explain(ex, context));
		}
		return FAILED;
	}

	/** Creates an archive; the database must exist, as H2 would create it. */
	private static Manifest create(Path file, ConfigurableApplicationContext context) throws IOException, SQLException {
		var database = new UnpooledDatabase(context.getBean(JdbcConnectionDetails.class));
		var missing = database.file().filter((each) -> !each.exists());
		if (missing.isPresent()) {
			throw new StartFailureException("There is no database %s.".formatted(missing.get()),
					"Name its folder: --questionbank.data=FOLDER", null);
		}
		return context.getBean(ArchiveFile.class).create(file, database.source());
	}

	private static String reason(FileSystemException ex) {
		return Objects.requireNonNullElse(ex.getReason(), ex.getClass().getSimpleName());
	}

	private static String explain(Exception failure, ConfigurableApplicationContext context) {
		var analysis = new DatabaseFailureAnalyzer(context.getEnvironment()).analyze(failure);
		if (analysis == null) {
			return "It failed: " + Objects.requireNonNullElse(failure.getMessage(), failure.toString())
				.strip()
				.replaceAll("\\s*\\R\\s*", " ");
		}
		var description = Objects.requireNonNullElse(analysis.getDescription(), "");
		return description.contains("in use by another process")
				? description + " Stop it, or use Back up now on its page Operations."
				: description + " " + analysis.getAction();
	}

	/**
	 * Connects to the database with the settings of the program, without migrating it;
	 * knows all its migrations.
	 */
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class,
			ProjectInfoAutoConfiguration.class })
	@ComponentScan(basePackages = "questionbank", useDefaultFilters = false,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = JavaMigration.class))
	@Import({ ArchiveFile.class, Restoration.class })
	static class Configuration {

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

		@Bean
		FlywayMigrationStrategy noMigration() {
			return Flyway::getConfiguration;
		}

	}

}
