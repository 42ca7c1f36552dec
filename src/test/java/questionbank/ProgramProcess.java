package questionbank;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The program in another process, with its own settings instead of those of the tests.
 */
public final class ProgramProcess implements AutoCloseable {

	private static final Pattern STARTED = Pattern
		.compile("Tomcat started on port (\\d+)(?s:.*)Started QuestionBankApplication");

	private static final Duration TIMEOUT = Duration.ofMinutes(5);

	private final Process process;

	private final Path log;

	private ProgramProcess(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	/**
	 * Starts the program on a free port, without waiting for it.
	 * @param data the data folder
	 */
	public static ProgramProcess start(Path data, String... settings) {
		return start(List.of(), List.of(), data, settings);
	}

	/**
	 * Starts the program in a restricted environment.
	 * @param wrapper a command with arguments that replaces itself by the JVM, such as
	 * {@code prlimit --nofile=100}
	 * @param options further options of the JVM
	 */
	static ProgramProcess start(List<String> wrapper, List<String> options, Path data, String... settings) {
		var command = new ArrayList<>(wrapper);
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m", "-XX:+UseSerialGC",
				"-XX:MetaspaceSize=192m"));
		command.addAll(options);
		command.addAll(
				List.of("-cp", classPath(), QuestionBankApplication.class.getName(), "--questionbank.data=" + data));
		command.addAll(List.of(settings));
		try {
			var log = Files.createTempFile("program", ".log");
			var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
			builder.environment().put("SERVER_PORT", "0");
			return new ProgramProcess(builder.start(), log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String classPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.endsWith("test-classes"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	/**
	 * Waits until the program has started.
	 * @return the port
	 */
	public int awaitPort() {
		await().atMost(TIMEOUT).until(() -> !this.process.isAlive() || STARTED.matcher(log()).find());
		return STARTED.matcher(log())
			.results()
			.findFirst()
			.map((found) -> Integer.parseInt(found.group(1)))
			.orElseThrow(() -> new AssertionError(log()));
	}

	/**
	 * Returns the HTTP status of its health.
	 * @param group empty for all of it, or such as {@code /readiness}
	 */
	int health(String group) {
		try {
			return ((HttpURLConnection) URI.create("http://localhost:" + awaitPort() + "/actuator/health" + group)
				.toURL()
				.openConnection()).getResponseCode();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Asks the program to shut down, by SIGTERM. */
	void terminate() {
		this.process.destroy();
	}

	/** Whether the process runs. */
	boolean isAlive() {
		return this.process.isAlive();
	}

	/**
	 * Waits until the program exits.
	 * @return the exit code
	 */
	public int awaitExit() {
		try {
			assertThat(this.process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Returns its output. */
	public String log() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
		awaitExit();
	}

}
