package questionbank.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;

/**
 * Measures imports and exports of JSON lines, from the request to the result: previews,
 * an application until searches find the questions, and an export.
 */
final class TransferBenchmark {

	private static final int LARGE = Integer.getInteger("bench.rows", 100_000);

	private static final int SMALL = LARGE / 10;

	/** Of so many rows of the small file, one resembles a row of the large one. */
	private static final int RESEMBLING = 10;

	private static final int TOPICS = 40;

	private static final String HEAP = System.getProperty("bench.heap", "256m");

	private static final String EMAIL = "admin@example.org";

	private static final String PASSWORD = "marble otter ferry 7 lanterns";

	/** As the page of an import refreshes itself. */
	private static final Duration POLL = Duration.ofSeconds(1);

	private static final Duration TIMEOUT = Duration.ofMinutes(20);

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.cookieHandler(new CookieManager())
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	private final Server server;

	private final Path folder;

	private TransferBenchmark(Server server, Path folder) {
		this.server = server;
		this.folder = folder;
	}

	public static void main(String[] args) throws IOException, SQLException, InterruptedException {
		var settings = Settings.fromSystem();
		var folder = settings.folder().resolve("transfer");
		FileSystemUtils.deleteRecursively(folder);
		Files.createDirectories(folder);
		var bank = new BankFile(folder, 0);
		bank.prepare(settings);
		try (var database = bank.open()) {
			var vocabulary = bank.vocabulary(database);
			var large = lines(vocabulary, LARGE, 1);
			Files.write(folder.resolve("large.jsonl"), large);
			Files.write(folder.resolve("small.jsonl"), small(vocabulary, large));
		}
		var arguments = new ArrayList<>(settings.jvm());
		arguments.addAll(
				List.of("-Xmx" + HEAP, "-cp", settings.classpath(), Trial.PROGRAM, "--questionbank.data=" + bank.data(),
						"--questionbank.admin.email=" + EMAIL, "--questionbank.admin.password=" + PASSWORD));
		try (var server = Server.start(arguments, folder.resolve("log"))) {
			server.awaitWholeIndex();
			new TransferBenchmark(server, folder).run(bank.size());
		}
	}

	private static List<String> lines(Vocabulary vocabulary, int count, int seed) {
		var random = new Random(seed);
		var json = JsonMapper.builder().build();
		var lines = new ArrayList<String>();
		for (int i = 0; i < count; i++) {
			lines.add(json.writeValueAsString(Map.of("prompt", vocabulary.line(random, 8, 12) + "?", "difficulty",
					List.of("easy", "medium", "hard").get(random.nextInt(3)), "sampleAnswer",
					vocabulary.line(random, 6, 10) + ".", "topics",
					List.of("topic " + random.nextInt(1 + random.nextInt(TOPICS))))));
		}
		return lines;
	}

	/** Generates new questions, and some that differ from one of the large file. */
	private static List<String> small(Vocabulary vocabulary, List<String> large) {
		var lines = lines(vocabulary, SMALL, 2);
		for (int i = 0; i < SMALL; i += RESEMBLING) {
			lines.set(i, large.get(i).replace("?\"", " exactly?\""));
		}
		return lines;
	}

	private void run(int present) throws IOException, InterruptedException {
		var token = TimedClient.token(get("/sign-in"));
		post("/sign-in", token + "&email=" + EMAIL + "&password=" + PASSWORD.replace(' ', '+'));
		System.out.printf(Locale.ROOT, "-Xmx%s; files of %,d and %,d questions, %.1f and %.1f MB%n%n", HEAP, LARGE,
				SMALL, Files.size(file("large")) / 1e6, Files.size(file("small")) / 1e6);
		System.out.println("| work | s | processor s | peak RSS, MB |\n|---|--:|--:|--:|");
		var first = measure("preview of %,d rows, bank of %,d".formatted(SMALL, present), () -> preview("small"));
		var large = measure("preview of %,d rows, bank of %,d".formatted(LARGE, present), () -> preview("large"));
		var questions = present + taken(large);
		measure("application of %,d rows, until they are found".formatted(taken(large)),
				() -> apply(large, "Export %,d questions".formatted(questions)));
		measure("export of %,d questions".formatted(questions), () -> get("/export?format=jsonl"));
		var again = measure("preview of %,d rows, bank of %,d".formatted(SMALL, questions), () -> preview("small"));
		System.out.printf("%n%,d and %,d rows of the small file resembled none%n", taken(first), taken(again));
	}

	private HttpResponse<String> preview(String name) throws IOException, InterruptedException {
		var token = TimedClient.token(get("/import"));
		var boundary = "----bench";
		var part = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n";
		var csrf = token.split("=", 2);
		var head = part.formatted(csrf[0], "") + csrf[1] + "\r\n" + part.formatted("format", "") + "jsonl\r\n"
				+ part.formatted("status", "") + "published\r\n" + part.formatted("audience", "") + "everyone\r\n"
				+ part.formatted("file", "; filename=\"" + name + ".jsonl\"");
		var body = BodyPublishers.concat(BodyPublishers.ofString(head), BodyPublishers.ofFile(file(name)),
				BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
		var page = send(request("/import").header("Content-Type", "multipart/form-data; boundary=" + boundary), body);
		return await(page.uri().getPath(), (shown) -> shown.body().contains("Apply import"));
	}

	/** Applies an import, and waits until the list has all of its questions. */
	private HttpResponse<String> apply(HttpResponse<String> preview, String found)
			throws IOException, InterruptedException {
		var address = preview.uri().getPath();
		post(address + "/application", TimedClient.token(preview));
		await(address, (shown) -> shown.body().contains("Undo this import"));
		return await("/export", (shown) -> shown.body().contains(found));
	}

	/** Returns how many questions an import adds. */
	private static int taken(HttpResponse<String> preview) {
		var number = preview.body().replaceFirst("(?s).*As saved: ([0-9,]+) new question.*", "$1");
		return Integer.parseInt(number.replace(",", ""));
	}

	private HttpResponse<String> await(String address, Predicate<HttpResponse<String>> condition)
			throws IOException, InterruptedException {
		var start = System.nanoTime();
		var shown = get(address);
		while (!condition.test(shown)) {
			if (System.nanoTime() - start > TIMEOUT.toNanos()) {
				throw new IllegalStateException("No end in " + TIMEOUT + ": " + shown.body());
			}
			Thread.sleep(POLL.toMillis());
			shown = get(address);
		}
		return shown;
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return checked(this.client.send(request(path).GET().build(), BodyHandlers.ofString()));
	}

	private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded"),
				BodyPublishers.ofString(form));
	}

	private HttpResponse<String> send(HttpRequest.Builder request, BodyPublisher body)
			throws IOException, InterruptedException {
		return checked(this.client.send(request.POST(body).build(), BodyHandlers.ofString()));
	}

	private static HttpResponse<String> checked(HttpResponse<String> response) {
		if (response.statusCode() >= 400) {
			throw new IllegalStateException(
					response.uri() + ": " + response.statusCode() + " " + response.body().strip());
		}
		return response;
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.server.port() + path));
	}

	private Path file(String name) {
		return this.folder.resolve(name + ".jsonl");
	}

	private HttpResponse<String> measure(String name, Work work) throws IOException, InterruptedException {
		var processor = this.server.cpu();
		var start = System.nanoTime();
		var result = work.run();
		System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f | %.0f |%n", name, (System.nanoTime() - start) / 1e9,
				this.server.cpu().minus(processor).toMillis() / 1e3, this.server.resident("VmHWM") / 1024.0);
		return result;
	}

	/** Requests whose time is measured. */
	private interface Work {

		HttpResponse<String> run() throws IOException, InterruptedException;

	}

}
