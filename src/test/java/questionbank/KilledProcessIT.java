package questionbank;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Durability: the packaged program is killed repeatedly while four administrators write,
 * and loses no confirmed change. It takes minutes and runs with
 * {@code ./mvnw verify -Pkill} only.
 */
class KilledProcessIT {

	private static final int KILLS = Integer.getInteger("kills", 30);

	private static final int WRITERS = 4;

	private static final long QUESTIONS = 10;

	private final AtomicInteger words = new AtomicInteger();

	private final Random random = new Random(11);

	private final List<Word> accepted = new ArrayList<>();

	@TempDir
	private Path data;

	private int port;

	private List<Visitor> writers;

	@BeforeEach
	void chooseAPort() throws IOException {
		try (var socket = new ServerSocket(0)) {
			this.port = socket.getLocalPort();
		}
		this.writers = IntStream.range(0, WRITERS).mapToObj((number) -> new Visitor(this.port)).toList();
	}

	@Test
	void losesNoConfirmedChange() throws Exception {
		for (int kill = 0; kill < KILLS; kill++) {
			var program = start();
			try {
				assertHasEverything();
				signIn();
				var before = this.accepted.size();
				writeUntilKilled(program);
				assertThat(this.accepted).hasSizeGreaterThan(before);
			}
			finally {
				program.destroyForcibly().waitFor();
			}
		}
		var program = start();
		try {
			assertHasEverything();
			System.out.println(this.accepted.size() + " confirmed changes survived " + KILLS + " kills");
		}
		finally {
			program.destroy();
			program.waitFor();
		}
	}

	/** Starts the program, and waits until it is ready. */
	private Process start() throws IOException {
		var program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
				System.getProperty("program"), "--server.port=" + this.port, "--questionbank.data=" + this.data,
				"--questionbank.admin.email=ada@example.org", "--questionbank.admin.password=" + TestAccounts.PASSWORD)
			.redirectErrorStream(true)
			.start();
		var log = program.inputReader();
		for (var line = log.readLine(); line != null; line = log.readLine()) {
			assertThat(line).doesNotContain(" ERROR ");
			if (line.contains("Started QuestionBankApplication")) {
				discard(log);
				return program;
			}
		}
		throw new IllegalStateException("The program did not start");
	}

	private static void discard(BufferedReader log) {
		var reading = new Thread(() -> log.lines().forEach((line) -> {
		}));
		reading.setDaemon(true);
		reading.start();
	}

	/** Signs in the writers whose sessions do not exist yet. */
	private void signIn() {
		for (var writer : this.writers) {
			if (writer.open("/account").status() != 200) {
				assertThat(writer.signIn("ada@example.org", TestAccounts.PASSWORD).status()).isEqualTo(302);
			}
		}
	}

	private void writeUntilKilled(Process program) throws Exception {
		var threads = Executors.newFixedThreadPool(WRITERS);
		try {
			var started = new CountDownLatch(1);
			var writing = this.writers.stream()
				.map((writer) -> threads
					.submit((Callable<List<Word>>) () -> write(writer, started, new Random(writer.hashCode()))))
				.toList();
			// Kill at a random time, while the writers write.
			started.await();
			program.waitFor(this.random.nextInt(1_500), TimeUnit.MILLISECONDS);
			program.destroyForcibly();
			for (var writer : writing) {
				this.accepted.addAll(writer.get());
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	/** Adds words to answers until the program is killed. */
	private List<Word> write(Visitor writer, CountDownLatch started, Random random) {
		var written = new ArrayList<Word>();
		try {
			while (true) {
				var word = new Word(1 + random.nextLong(QUESTIONS), "w" + this.words.incrementAndGet() + "w");
				var page = writer.open("/questions/" + word.question + "/edit");
				var present = page.one("#sampleAnswer").val();
				page = send(writer, page, present, word);
				while (page.status() == 409) {
					page = send(writer, page, page.one("[data-theirs]").attr("data-theirs"), word);
				}
				assertThat(page.status()).isEqualTo(302);
				written.add(word);
				started.countDown();
			}
		}
		catch (UncheckedIOException ex) {
			return written;
		}
	}

	/** Adds a word to the current answer, also after an edit conflict. */
	private static HtmlPage send(Visitor writer, HtmlPage form, String present, Word word) {
		return writer.send(form, ".editor", "sampleAnswer", present + " " + word.text, "reason", word.text);
	}

	/**
	 * Asserts that each confirmed change is in the history once, in the answer and in the
	 * index.
	 */
	private void assertHasEverything() {
		for (var id : LongStream.rangeClosed(1, QUESTIONS).toArray()) {
			var confirmed = this.accepted.stream().filter((word) -> word.question == id).map(Word::text).toList();
			assertThat(confirmed.isEmpty() ? List.of() : reasons(id)).containsAll(confirmed).doesNotHaveDuplicates();
			assertThat(List.of(new Visitor(this.port).open("/questions/" + id).text(".answer .prose").split("\\s+")))
				.containsAll(confirmed);
		}
		for (var word : this.accepted.subList(Math.max(0, this.accepted.size() - 20), this.accepted.size())) {
			assertThat(new Visitor(this.port).open("/questions?q=" + word.text).listed())
				.containsExactly(word.question);
		}
		assertThat(new Visitor(this.port).open("/questions").text("#count")).startsWith(QUESTIONS + " questions");
	}

	/** Returns the reasons of all revisions, from all pages of the history. */
	private List<String> reasons(long id) {
		var reasons = new ArrayList<String>();
		var address = "/questions/" + id + "/revisions";
		while (address != null) {
			var page = this.writers.get(0).open(address);
			reasons.addAll(page.texts(".reason"));
			address = page.html().select(".revisions .actions a").attr("href");
			address = address.isEmpty() ? null : address;
		}
		return reasons;
	}

	private record Word(long question, String text) {
	}

}
