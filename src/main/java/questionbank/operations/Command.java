package questionbank.operations;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;

import questionbank.textanalysis.TextAnalysis;

/**
 * Command on the command line, such as {@code java -jar question-bank.jar archive …},
 * which runs instead of the web server. Rooms register their commands in
 * {@code META-INF/spring.factories}.
 */
public abstract class Command {

	/** Exit code of a command that did what it was asked for. */
	protected static final int DONE = 0;

	/** Exit code of a command that failed; standard error has one line that says why. */
	protected static final int FAILED = 1;

	/** Exit code of a command whose arguments are wrong. */
	protected static final int MISUSED = 2;

	/** The beginnings of properties of the program, which every command takes. */
	private static final List<String> PROPERTIES = List.of("spring.", "questionbank.", "server.", "logging.",
			"management.");

	private static final String OPTION = "--";

	private final String name;

	private final List<String> options;

	/**
	 * @param name the first argument of the program, by which the command is chosen
	 * @param options the names of its own options, with {@code =} at the end of those
	 * that have a value
	 */
	protected Command(String name, String... options) {
		this.name = name;
		this.options = List.of(options);
	}

	/**
	 * Runs the command, without a web server.
	 * @param program the main class
	 * @param arguments the arguments after the name, without options
	 * @param options the arguments that begin with {@code --}: options of the command,
	 * and properties of the program
	 * @return the exit code
	 */
	protected abstract int run(Class<?> program, List<String> arguments, List<String> options);

	/** Says in one line why the arguments are wrong, and returns the exit code. */
	protected int refuse(String message) {
		System.err.println(message);
		return MISUSED;
	}

	/** Tells whether an argument is a property of the program. */
	protected static boolean isProperty(String argument) {
		return PROPERTIES.stream().anyMatch((beginning) -> argument.startsWith(OPTION + beginning));
	}

	private Optional<String> problem(String argument) {
		if (isProperty(argument)) {
			return Optional.empty();
		}
		var typed = argument.substring(OPTION.length()).replaceFirst("=.*", "");
		if (this.options.contains(argument.contains("=") ? typed + "=" : typed)) {
			return Optional.empty();
		}
		if (this.options.contains(typed)) {
			return Optional.of("The option --%s has no value.".formatted(typed));
		}
		if (this.options.contains(typed + "=")) {
			return Optional.of("The option --%1$s needs a value: --%1$s=VALUE".formatted(typed));
		}
		var known = this.options.stream().map((option) -> option.replace("=", "")).toList();
		return Optional.of("Unknown option --%s. ".formatted(typed) + TextAnalysis.closestSlug(typed, known)
			.map((nearest) -> "Did you mean --%s?".formatted(nearest))
			.orElseGet(() -> "The options of %s: %s".formatted(this.name,
					Stream
						.concat(known.stream().map((each) -> OPTION + each),
								Stream.of("settings such as --questionbank.data=FOLDER"))
						.collect(Collectors.joining(", ")))));
	}

	/**
	 * Starts the whole program, which listens on no port.
	 * @throws RuntimeException if it cannot start; the message is one line
	 */
	protected static ConfigurableApplicationContext start(Class<?> program, List<String> options) {
		var application = new SpringApplication(program);
		application.setBannerMode(Banner.Mode.OFF);
		application.setLogStartupInfo(false);
		var check = new DatabaseCheck();
		application.addListeners(check);
		try {
			// With this port, Spring Boot makes the web application, but listens on none.
			return application
				.run(Stream.concat(options.stream(), Stream.of("--server.port=-1")).toArray(String[]::new));
		}
		catch (SpringApplication.AbandonedRunException ex) {
			throw new StartFailureException(check.problem, "", ex);
		}
	}

	/**
	 * Runs the command that the arguments of the program name.
	 * @param program the main class
	 * @return the exit code, or empty if they name no command
	 */
	public static Optional<Integer> run(Class<?> program, String... arguments) {
		var split = Arrays.stream(arguments).collect(Collectors.partitioningBy((each) -> each.startsWith(OPTION)));
		var words = split.getOrDefault(false, List.of());
		if (words.isEmpty()) {
			return Optional.empty();
		}
		var commands = SpringFactoriesLoader.forDefaultResourceLocation(Command.class.getClassLoader())
			.load(Command.class);
		return Optional.of(commands.stream()
			.filter((command) -> command.name.equals(words.get(0)))
			.findAny()
			.map((command) -> command.checkAndRun(program, words.subList(1, words.size()),
					split.getOrDefault(true, List.of())))
			.orElseGet(() -> {
				System.err.printf("Unknown command %s. Commands: %s%n", words.get(0),
						commands.stream().map((command) -> command.name).sorted().collect(Collectors.joining(", ")));
				return MISUSED;
			}));
	}

	private int checkAndRun(Class<?> program, List<String> arguments, List<String> options) {
		return options.stream()
			.map(this::problem)
			.flatMap(Optional::stream)
			.findFirst()
			.map(this::refuse)
			.orElseGet(() -> run(program, arguments, options));
	}

	/**
	 * Ends a start before anything is logged if another process has the H2 file open,
	 * which Spring Boot would report as a chain of beans.
	 */
	private static final class DatabaseCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

		private String problem = "";

		@Override
		public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
			var environment = event.getEnvironment();
			var url = environment.getProperty("spring.datasource.url", "");
			if (DatabaseFile.of(url).filter(DatabaseFile::exists).isPresent() && isInUse(url, environment)) {
				throw new SpringApplication.AbandonedRunException();
			}
		}

		private boolean isInUse(String url, Environment environment) {
			try (var connection = DriverManager.getConnection(url,
					environment.getProperty("spring.datasource.username", "sa"),
					environment.getProperty("spring.datasource.password", ""))) {
				return connection.isClosed();
			}
			catch (SQLException ex) {
				var analysis = new DatabaseFailureAnalyzer(environment).analyze(ex);
				var description = (analysis != null) ? Objects.requireNonNullElse(analysis.getDescription(), "") : "";
				this.problem = description + " Stop it first, or use its pages.";
				return description.contains("in use by another process");
			}
		}

	}

}
