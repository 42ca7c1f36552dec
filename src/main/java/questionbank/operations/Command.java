package questionbank.operations;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.core.io.support.SpringFactoriesLoader;

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

	private final String name;

	/**
	 * @param name the first argument of the program, by which the command is chosen
	 */
	protected Command(String name) {
		this.name = name;
	}

	/**
	 * Runs the command, without a web server.
	 * @param arguments the arguments after the name, without options
	 * @param options the arguments that begin with {@code --}: properties of the program
	 * @return the exit code
	 */
	protected abstract int run(List<String> arguments, List<String> options);

	/**
	 * Runs the command that the arguments of the program name.
	 * @return the exit code, or empty if they name no command
	 */
	public static Optional<Integer> run(String... arguments) {
		var split = Arrays.stream(arguments).collect(Collectors.partitioningBy((each) -> each.startsWith("--")));
		var words = split.getOrDefault(false, List.of());
		if (words.isEmpty()) {
			return Optional.empty();
		}
		var commands = SpringFactoriesLoader.forDefaultResourceLocation(Command.class.getClassLoader())
			.load(Command.class);
		return Optional.of(commands.stream()
			.filter((command) -> command.name.equals(words.get(0)))
			.findAny()
			.map((command) -> command.run(words.subList(1, words.size()), split.getOrDefault(true, List.of())))
			.orElseGet(() -> {
				System.err.printf("Unknown command %s. Commands: archive, export, import%n", words.get(0));
				return MISUSED;
			}));
	}

}
