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
 * The program as it is delivered, on a real file, killed again and again while four
 * administrators write. It takes some minutes and is asked for by itself:
 * {@code ./mvnw verify -Pkill}.
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
	void losesNoChangeThatWasAnsweredWithSuccess() throws Exception {
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
			System.out.println(this.accepted.size() + " accepted changes outlived " + KILLS + " kills");
		}
		finally {
			program.destroy();
			program.waitFor();
		}
	}

	/** Runs the program, and comes back when it answers. */
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
		throw new IllegalStateException("The program does not start");
	}

	private static void discard(BufferedReader log) {
		var reading = new Thread(() -> log.lines().forEach((line) -> {
		}));
		reading.setDaemon(true);
		reading.start();
	}

	/** Their sessions survive; only the first time they have to sign in. */
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
			var begun = new CountDownLatch(1);
			var writing = this.writers.stream()
				.map((writer) -> threads
					.submit((Callable<List<Word>>) () -> write(writer, begun, new Random(writer.hashCode()))))
				.toList();
			// Later in some rounds than in others, and always in the midst of writing.
			begun.await();
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

	/** Adds word after word to the answers, until nobody answers any more. */
	private List<Word> write(Visitor writer, CountDownLatch begun, Random random) {
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
				begun.countDown();
			}
		}
		catch (UncheckedIOException ex) {
			return written;
		}
	}

	/** Adds a word to what is there, also to what others have made of it meanwhile. */
	private static Page send(Visitor writer, Page form, String present, Word word) {
		return writer.send(form, ".editor", "sampleAnswer", present + " " + word.text, "reason", word.text);
	}

	/** Every accepted change is in the history once, in the answer, and found. */
	private void assertHasEverything() {
		for (var id : LongStream.rangeClosed(1, QUESTIONS).toArray()) {
			var wanted = this.accepted.stream().filter((word) -> word.question == id).map(Word::text).toList();
			assertThat(wanted.isEmpty() ? List.of() : reasons(id)).containsAll(wanted).doesNotHaveDuplicates();
			assertThat(List.of(new Visitor(this.port).open("/questions/" + id).text(".answer .prose").split("\\s+")))
				.containsAll(wanted);
		}
		for (var word : this.accepted.subList(Math.max(0, this.accepted.size() - 20), this.accepted.size())) {
			assertThat(new Visitor(this.port).open("/questions?q=" + word.text).listed())
				.containsExactly(word.question);
		}
		assertThat(new Visitor(this.port).open("/questions").text("#count")).startsWith(QUESTIONS + " questions");
	}

	/** The reasons of all versions, page after page. */
	private List<String> reasons(long id) {
		var reasons = new ArrayList<String>();
		var address = "/questions/" + id + "/revisions";
		while (address != null) {
			var page = this.writers.get(0).open(address);
			reasons.addAll(page.texts(".why"));
			address = page.html().select(".versions .actions a").attr("href");
			address = address.isEmpty() ? null : address;
		}
		return reasons;
	}

	private record Word(long question, String text) {
	}

}
