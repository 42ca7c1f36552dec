package questionbank.transfer;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.ObjectError;

import questionbank.operations.Command;

/**
 * A command that imports or exports a file without serving pages, on the data that the
 * program would serve:
 * {@code import FILE [--apply] [--format=] [--status=] [--audience=]} or
 * {@code export [FILE] --format= [--history]}. Its exit code is {@value #FINE},
 * {@value #REJECTED} if rows are rejected, or {@value #UNUSABLE} if the command, the file
 * or the database is unusable. It writes a report as JSON to the standard output, and the
 * log to the standard error.
 */
abstract class TransferCommand extends Command {

	/** The exit code of success. */
	static final int FINE = DONE;

	/** The exit code if rows of the file are rejected. */
	static final int REJECTED = FAILED;

	/** The exit code if the command, the file or the database is unusable. */
	static final int UNUSABLE = MISUSED;

	private static final String USAGE = " Usage: import FILE [--apply] [--format=FORMAT] [--status=STATUS] "
			+ "[--audience=AUDIENCE], or export [FILE] --format=FORMAT [--history]";

	private final boolean isImport;

	TransferCommand(String name, boolean isImport, String... options) {
		super(name, options);
		this.isImport = isImport;
	}

	@Override
	protected int run(Class<?> program, List<String> arguments, List<String> options) {
		var out = System.out;
		System.setOut(System.err);
		try {
			return run(program, new Request(this.isImport, arguments, options), out);
		}
		finally {
			System.setOut(out);
		}
	}

	private int run(Class<?> program, Request request, PrintStream out) {
		var problem = request.problem();
		if (problem.isPresent()) {
			return fail(problem.get() + USAGE, out);
		}
		try (var context = start(program, request.options.stream().filter(Command::isProperty).toList())) {
			return context.getBean(TransferRunner.class).run(request, out);
		}
		catch (RuntimeException ex) {
			return fail(
					"The program cannot start: " + Objects
						.requireNonNullElse(NestedExceptionUtils.getMostSpecificCause(ex).getMessage(), ex.toString()),
					out);
		}
	}

	@Override
	protected int refuse(String message) {
		return fail(message + USAGE, System.out);
	}

	static int fail(String message, PrintStream out) {
		out.println(JsonMapper.builder().build().writeValueAsString(Map.of("error", message)));
		return UNUSABLE;
	}

	/** The command {@code import}. */
	static final class ImportCommand extends TransferCommand {

		ImportCommand() {
			super("import", true, "apply", "format=", "status=", "audience=");
		}

	}

	/** The command {@code export}. */
	static final class ExportCommand extends TransferCommand {

		ExportCommand() {
			super("export", false, "format=", "history");
		}

	}

	/** The arguments of a command. */
	record Request(boolean isImport, List<String> files, List<String> options) {

		private Optional<String> problem() {
			if (this.files.size() > 1 || (this.isImport && this.files.isEmpty())) {
				return Optional.of("Name one file.");
			}
			if (!this.isImport && ImportForm.format(option("format")).isEmpty()) {
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

		/** Tells whether an option without a value is given. */
		boolean has(String option) {
			return this.options.contains("--" + option);
		}

		/** Returns the value of an option; empty without it. */
		String option(String name) {
			var prefix = "--" + name + "=";
			return this.options.stream()
				.filter((argument) -> argument.startsWith(prefix))
				.map((argument) -> argument.substring(prefix.length()))
				.findFirst()
				.orElse("");
		}

	}

}
