package questionbank.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** Server process under test. */
final class Server implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofMinutes(30);

	private static final Pattern STARTED = Pattern.compile("process running for ([0-9.]+)");

	private static final Pattern HEAP = Pattern.compile("heap +total [0-9]+K, used ([0-9]+)K");

	private final Process process;

	private final int port;

	private final Path log;

	private final long start = System.nanoTime();

	/** When a milestone was first logged. */
	private final Map<Milestone, Duration> milestones = new ConcurrentHashMap<>();

	private volatile Duration started = Duration.ZERO;

	private Duration ready = Duration.ZERO;

	private Server(Process process, int port, Path log) {
		this.process = process;
		this.port = port;
		this.log = log;
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
		var reader = new Thread(this::follow, "log of " + log.getFileName());
		reader.setDaemon(true);
		reader.start();
	}

	/**
	 * Starts a Spring Boot program and waits until it is ready.
	 * @param arguments the arguments of {@code java}
	 * @param log the file for the output
	 */
	static Server start(List<String> arguments, Path log) throws IOException {
		var port = freePort();
		var command = new ArrayList<String>();
		command.add(tool("java"));
		command.addAll(arguments);
		command.add("--server.port=" + port);
		command.add("--server.address=127.0.0.1");
		var server = new Server(
				new ProcessBuilder(command).directory(log.getParent().toFile()).redirectErrorStream(true).start(), port,
				log);
		server.await(() -> server.has("/actuator/health/readiness", ""), Duration.ofMillis(10));
		server.ready = Duration.ofNanos(System.nanoTime() - server.start);
		server.await(() -> !server.started.isZero(), Duration.ofMillis(10));
		return server;
	}

	int port() {
		return this.port;
	}

	/** Returns the time from the start of the process until it is ready. */
	Duration ready() {
		return this.ready;
	}

	/** Returns the process time at which “Started” was logged. */
	Duration started() {
		return this.started;
	}

	/** Waits until the index is complete, and pages can be cached. */
	void awaitWholeIndex() {
		await(() -> has("/questions", "ETag"), Duration.ofMillis(100));
	}

	/** Returns the time that repairing the index took; zero if it was complete. */
	Duration indexBuild() {
		var start = this.milestones.get(Milestone.INDEX_INCOMPLETE);
		var done = this.milestones.get(Milestone.INDEX_COMPLETE);
		return (start != null && done != null) ? done.minus(start) : Duration.ZERO;
	}

	/** Checks that two lists of URLs have equal response bodies. */
	void requireSame(List<String> addresses, List<String> baselines) throws IOException {
		for (int i = 0; i < addresses.size(); i++) {
			var body = open(addresses.get(i)).getInputStream().readAllBytes();
			var expected = open(baselines.get(i)).getInputStream().readAllBytes();
			if (!Arrays.equals(body, expected)) {
				throw new IllegalStateException(addresses.get(i) + " differs from " + baselines.get(i));
			}
		}
	}

	Duration cpu() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	/**
	 * Returns a memory entry of {@code /proc/PID/status} in kilobytes; 0 if the system is
	 * not Linux.
	 */
	long resident(String line) throws IOException {
		return memory(this.process, line);
	}

	/** Returns a memory entry of a process in kilobytes; 0 if it is unknown. */
	static long memory(Process process, String line) throws IOException {
		var status = Path.of("/proc", Long.toString(process.pid()), "status");
		return !Files.exists(status) ? 0
				: Files.readAllLines(status)
					.stream()
					.filter((entry) -> entry.startsWith(line + ":"))
					.mapToLong((entry) -> Long.parseLong(entry.replaceAll("[^0-9]", "")))
					.findFirst()
					.orElse(0);
	}

	/** Returns the live heap in kilobytes, after a full garbage collection. */
	long heap() throws IOException {
		diagnose("GC.run");
		var found = HEAP.matcher(diagnose("GC.heap_info"));
		return found.find() ? Long.parseLong(found.group(1)) : 0;
	}

	private String diagnose(String command) throws IOException {
		var diagnosis = new ProcessBuilder(tool("jcmd"), Long.toString(this.process.pid()), command)
			.redirectErrorStream(true)
			.start();
		return new String(diagnosis.getInputStream().readAllBytes());
	}

	private static String tool(String name) {
		return Path.of(System.getProperty("java.home"), "bin", name).toString();
	}

	private static int freePort() throws IOException {
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private void follow() {
		try (var lines = new BufferedReader(this.process.inputReader()); var kept = Files.newBufferedWriter(this.log)) {
			for (var line = lines.readLine(); line != null; line = lines.readLine()) {
				kept.write(line + System.lineSeparator());
				kept.flush();
				note(line);
			}
		}
		catch (IOException ex) {
			System.err.println("Reading the log of the server failed: " + ex.getMessage());
		}
	}

	private void note(String line) {
		for (var milestone : Milestone.values()) {
			if (milestone.message.matcher(line).find()) {
				this.milestones.putIfAbsent(milestone, Duration.ofNanos(System.nanoTime() - this.start));
			}
		}
		var match = STARTED.matcher(line);
		if (match.find()) {
			this.started = Duration.ofMillis(Math.round(Double.parseDouble(match.group(1)) * 1000));
		}
	}

	private boolean has(String address, String header) {
		try {
			var connection = open(address);
			var answered = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
			return answered && (header.isEmpty() || connection.getHeaderField(header) != null);
		}
		catch (IOException ex) {
			return false;
		}
	}

	private HttpURLConnection open(String address) throws IOException {
		var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + this.port + address)
			.toURL()
			.openConnection();
		connection.setRequestProperty("Accept-Encoding", "gzip, deflate");
		return connection;
	}

	private void await(BooleanSupplier condition, Duration pause) {
		while (!condition.getAsBoolean()) {
			if (!this.process.isAlive() || System.nanoTime() - this.start > TIMEOUT.toNanos()) {
				close();
				throw new IllegalStateException("Server did not become ready; see " + this.log);
			}
			sleep(pause);
		}
	}

	private static void sleep(Duration pause) {
		try {
			Thread.sleep(pause.toMillis());
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		// Unlike the process, its handle does not close the output stream.
		this.process.toHandle().destroy();
		try {
			if (!this.process.waitFor(2, TimeUnit.MINUTES)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

	private enum Milestone {

		INDEX_INCOMPLETE("(The search index lacks|Search index incomplete)"),

		INDEX_COMPLETE("(The search index has all|Search index complete)");

		private final Pattern message;

		Milestone(String message) {
			this.message = Pattern.compile(message);
		}

	}

}
