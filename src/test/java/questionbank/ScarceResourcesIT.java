package questionbank;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import questionbank.Editors.Edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Little heap, and no file handles left. It takes minutes and runs with
 * {@code ./mvnw verify -Pfaults} only.
 */
class ScarceResourcesIT {

	private static final int CONNECTIONS = 64;

	private static final int REQUESTS = 8;

	private static final int QUESTIONS = 1_000;

	/** Pages and downloads that read the whole bank. */
	private static final List<String> ADDRESSES = List.of("/", "/questions", "/questions?q=word17", "/questions/7",
			"/export?format=json", "/questions?page=20", "/export?format=xlsx", "/questions/7/edit",
			"/export?format=apkg", "/questions/duplicates", "/practice", "/export?format=moodle", "/questions/bulk",
			"/operations");

	/**
	 * More than the files that the program has open, and less than they and the sockets.
	 */
	private static final int HANDLES = 500;

	@TempDir
	private Path data;

	@Test
	void sixtyFourConnectionsFitIntoAHeapOf160Megabytes() throws Exception {
		var file = Files.writeString(this.data.resolve("many.csv"),
				IntStream.range(0, QUESTIONS)
					.mapToObj((i) -> "What is word" + i + "?,easy,"
							+ IntStream.range(i, i + 200).mapToObj((j) -> "word" + j).collect(Collectors.joining(" ")))
					.collect(Collectors.joining("\n", "question,difficulty,answer\n", "\n")));
		try (var command = ProgramProcess.start(List.of(), List.of("-Xmx160m"), this.data, "import", file.toString(),
				"--apply", "--status=published")) {
			assertThat(command.awaitExit()).as(command.log()).isZero();
		}
		try (var program = ProgramProcess.start(List.of(), List.of("-Xmx160m"), this.data, Editors.ADMINISTRATOR)) {
			var port = program.awaitPort();
			var administrator = Editors.signedIn(port);
			Editors.patiently()
				.until(() -> administrator.open("/questions").text("#count").startsWith("1,010 questions"));
			var threads = Executors.newFixedThreadPool(CONNECTIONS);
			try {
				var clients = IntStream.range(0, CONNECTIONS)
					.mapToObj((number) -> (Callable<List<String>>) () -> failures(administrator.twin(), number))
					.toList();
				for (var failures : threads.invokeAll(clients)) {
					assertThat(failures.get()).isEmpty();
				}
			}
			finally {
				threads.shutdown();
			}
			assertThat(program.log()).doesNotContain("OutOfMemoryError", "Exception Processing");
			assertThat(Editors.add(administrator, 7, "afterwards").status()).isEqualTo(302);
			assertThat(program.health("")).isEqualTo(200);
		}
	}

	/** Requests some addresses, and returns what was neither answered nor refused. */
	private static List<String> failures(Visitor visitor, int number) {
		var failures = new ArrayList<String>();
		for (int i = 0; i < REQUESTS; i++) {
			var address = ADDRESSES.get((number + i) % ADDRESSES.size());
			var page = visitor.open(address);
			var refused = (page.status() == 429 || page.status() == 503) && page.header("Retry-After") != null;
			if (page.status() != 200 && !refused) {
				failures.add(address + ": " + page.status());
			}
		}
		return failures;
	}

	@Test
	void continuesOnceThereAreFileHandlesAgain() throws IOException {
		assumeTrue(Files.exists(Path.of("/usr/bin/prlimit")), "There is no prlimit");
		try (var program = ProgramProcess.start(List.of("prlimit", "--nofile=" + HANDLES), List.of(), this.data,
				Editors.ADMINISTRATOR)) {
			var port = program.awaitPort();
			var editor = Editors.signedIn(port);
			var accepted = new ArrayList<Edit>();
			add(editor, accepted);
			var sockets = new ArrayList<Socket>();
			try {
				Editors.patiently().pollInterval(Duration.ofMillis(10)).until(() -> {
					sockets.add(new Socket("localhost", port));
					return program.log().contains("Too many open files");
				});
				// The connection of the editor is open. The error page is no file of its
				// own
				// in the jar, but it is here, and cannot be read.
				var page = Editors.add(editor, 8, "scarce");
				assertThat(page.status()).isIn(302, 500, 503);
				if (page.status() == 302) {
					accepted.add(new Edit(8, "scarce"));
				}
			}
			finally {
				for (var socket : sockets) {
					socket.close();
				}
			}
			Editors.patiently().ignoreExceptions().untilAsserted(() -> {
				assertThat(program.health("")).isEqualTo(200);
				add(editor, accepted);
				Editors.assertKept(accepted, port);
			});
		}
	}

	private static void add(Visitor editor, List<Edit> accepted) {
		var edit = new Edit(7, Editors.newWord());
		assertThat(Editors.add(editor, edit.question(), edit.word()).status()).isEqualTo(302);
		accepted.add(edit);
	}

}
