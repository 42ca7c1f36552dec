package questionbank;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.awaitility.core.ConditionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Load of signed-in administrators, each of whom searches for words and adds one after
 * the other to the answer of an own question, until the load is closed.
 */
final class Editors implements AutoCloseable {

	static final String EMAIL = "ada@example.org";

	/** The settings that create the administrator. */
	static final String[] ADMINISTRATOR = { "--questionbank.admin.email=" + EMAIL,
			"--questionbank.admin.password=" + TestAccounts.PASSWORD };

	private static final AtomicInteger WORDS = new AtomicInteger();

	/** Long enough for a repair of the index, which is retried every minute. */
	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

	private final AtomicInteger edits = new AtomicInteger();

	private final AtomicBoolean stopping = new AtomicBoolean();

	private final ExecutorService threads;

	private final List<Future<List<Edit>>> accepted;

	/** Signs in, and starts the load. */
	Editors(int port, int count) {
		this.threads = Executors.newFixedThreadPool(count);
		var editors = IntStream.range(0, count).mapToObj((number) -> signedIn(port)).toList();
		this.accepted = IntStream.range(0, count)
			.mapToObj(
					(number) -> this.threads.submit((Callable<List<Edit>>) () -> edit(editors.get(number), number + 1)))
			.toList();
	}

	/** Waits for what is certain to happen, however slow the machine is. */
	static ConditionFactory patiently() {
		return await().atMost(PATIENCE);
	}

	/** Signs in, which is possible once the administrator has been created. */
	static Visitor signedIn(int port) {
		var visitor = new Visitor(port);
		patiently().until(() -> visitor.signIn(EMAIL, TestAccounts.PASSWORD).status() == 302);
		return visitor;
	}

	/** Adds a word to the answer of a question, and returns the response. */
	static HtmlPage add(Visitor editor, long question, String word) {
		var form = editor.open("/questions/" + question + "/edit");
		return (form.status() != 200) ? form : editor.send(form, ".editor", "sampleAnswer",
				form.one("#sampleAnswer").val() + " " + word, "reason", word);
	}

	static String newWord() {
		return "w" + WORDS.incrementAndGet() + "w";
	}

	/** Waits until more edits are accepted. */
	Editors awaitEdits(int more) {
		var target = this.edits.get() + more;
		patiently().until(() -> this.edits.get() >= target);
		return this;
	}

	/** Returns what was answered other than by a page or an accepted edit. */
	List<String> failures() {
		return List.copyOf(this.failures);
	}

	/** Ends the load, and returns all accepted edits. */
	List<Edit> stop() throws InterruptedException, ExecutionException {
		this.stopping.set(true);
		var all = new ArrayList<Edit>();
		for (var edits : this.accepted) {
			all.addAll(edits.get());
		}
		return all;
	}

	private List<Edit> edit(Visitor editor, long question) {
		var edits = new ArrayList<Edit>();
		while (!this.stopping.get()) {
			var word = newWord();
			if (isExpected("search", () -> editor.open("/questions?q=" + word), 200)
					&& isExpected("edit", () -> add(editor, question, word), 302)) {
				edits.add(new Edit(question, word));
				this.edits.incrementAndGet();
			}
		}
		return edits;
	}

	private boolean isExpected(String what, Callable<HtmlPage> request, int status) {
		try {
			var page = request.call();
			if (page.status() != status) {
				this.failures.add(what + ": " + page.status() + " " + page.html().title());
			}
			return page.status() == status;
		}
		catch (UncheckedIOException ex) {
			this.failures.add(what + ": " + ex);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		return false;
	}

	/** Asserts that the answers have every accepted word, and searches find the last. */
	static void assertKept(List<Edit> edits, int port) {
		var reader = new Visitor(port);
		for (var question : edits.stream().map(Edit::question).distinct().toList()) {
			var words = edits.stream().filter((edit) -> edit.question == question).map(Edit::word).toList();
			assertThat(List.of(reader.open("/questions/" + question).text(".answer .prose").split("\\s+")))
				.containsAll(words);
			patiently().until(() -> reader.open("/questions?q=" + words.get(words.size() - 1))
				.listed()
				.equals(List.of(question)));
		}
	}

	@Override
	public void close() {
		this.stopping.set(true);
		this.threads.shutdown();
	}

	/** An accepted edit. */
	record Edit(long question, String word) {
	}

}
