package questionbank.transfer;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.ObjectError;

/**
 * A command that imports or exports a file without serving pages, on the data that the
 * program would serve:
 * {@code import FILE [--apply] [--format=] [--status=] [--audience=]} or
 * {@code export [FILE] [--format=] [--history]}. Other options are those of the program.
 * Its exit status is {@value #FINE}, {@value #REJECTED} if rows are rejected, or
 * {@value #UNUSABLE} if the command or the file is unusable. It writes a report as JSON
 * to the standard output, and the log to the standard error.
 */
public final class TransferCommand {

	/** The exit status of success. */
	static final int FINE = 0;

	/** The exit status if rows of the file are rejected. */
	static final int REJECTED = 1;

	/** The exit status if the command, the file or the database is unusable. */
	static final int UNUSABLE = 2;

	private static final Set<String> NAMES = Set.of("import", "export");

	private static final String USAGE = "Usage: import FILE [--apply] [--format=FORMAT] [--status=STATUS] "
			+ "[--audience=AUDIENCE], or export [FILE] --format=FORMAT [--history]";

	private final String[] arguments;

	private TransferCommand(String[] arguments) {
		this.arguments = arguments;
	}

	/** Returns the command of the arguments of the program, if they are one. */
	public static Optional<TransferCommand> of(String... arguments) {
		return (arguments.length > 0 && NAMES.contains(arguments[0])) ? Optional.of(new TransferCommand(arguments))
				: Optional.empty();
	}

	/**
	 * Runs the command.
	 * @param program the main class
	 * @return the exit status
	 */
	public int run(Class<?> program) {
		var out = System.out;
		System.setOut(System.err);
		try {
			return run(program, out);
		}
		finally {
			System.setOut(out);
		}
	}

	private int run(Class<?> program, PrintStream out) {
		var usage = problem();
		if (usage.isPresent()) {
			return fail(usage.get() + " " + USAGE, out);
		}
		// With this port, Spring Boot makes the web application, but listens on none.
		var started = Stream.concat(Arrays.stream(this.arguments), Stream.of("--server.port=-1"))
			.toArray(String[]::new);
		try (var context = SpringApplication.run(program, started)) {
			return context.getBean(TransferRunner.class).run(this, out);
		}
		catch (RuntimeException ex) {
			return fail("The program cannot start, see the standard error: " + ex.getMessage(), out);
		}
	}

	static int fail(String message, PrintStream out) {
		out.println(JsonMapper.builder().build().writeValueAsString(Map.of("error", message)));
		return UNUSABLE;
	}

	private Optional<String> problem() {
		if (files().size() > 1 || (isImport() && files().isEmpty())) {
			return Optional.of("Name one file.");
		}
		if (!isImport() && ImportForm.format(option("format")).isEmpty()) {
			return Optional.of("Choose a format.");
		}
		var errors = new BeanPropertyBindingResult(form(""), "options");
		form("").check(errors);
		return errors.getAllErrors().stream().findFirst().map(ObjectError::getDefaultMessage);
	}

	/** Returns the options of an import as its form. */
	ImportForm form(String fileName) {
		return ImportForm.of(
				Map.of("format", option("format"), "status", option("status"), "audience", option("audience")),
				fileName, "");
	}

	boolean isImport() {
		return this.arguments[0].equals("import");
	}

	/** Returns the names of files. */
	List<String> files() {
		return Arrays.stream(this.arguments).skip(1).filter((argument) -> !argument.startsWith("--")).toList();
	}

	/** Tells whether an option without a value is given. */
	boolean has(String option) {
		return Arrays.asList(this.arguments).contains("--" + option);
	}

	/** Returns the value of an option; empty without it. */
	String option(String name) {
		var prefix = "--" + name + "=";
		return Arrays.stream(this.arguments)
			.filter((argument) -> argument.startsWith(prefix))
			.map((argument) -> argument.substring(prefix.length()))
			.findFirst()
			.orElse("");
	}

}
