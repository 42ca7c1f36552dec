package questionbank.desk;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import questionbank.desk.NearDuplicates.Pair;
import questionbank.question.QuestionDesk;
import questionbank.textanalysis.TextAnalysis;

/**
 * The questions in use that ask nearly the same. They are looked for in the background,
 * one search at a time, when somebody asks and the bank has changed.
 */
@Component
class Duplicates implements DisposableBean {

	/**
	 * The share of words in common from which on two questions count as nearly the same.
	 */
	static final double THRESHOLD = 0.6;

	private static final int MOST_SHOWN = 200;

	/** More, as some of them may have been settled. */
	private static final int MOST_KEPT = 1_000;

	private static final Logger logger = LoggerFactory.getLogger(Duplicates.class);

	private final JdbcClient database;

	private final QuestionDesk desk;

	private final ExecutorService background = Executors
		.newSingleThreadExecutor((task) -> new Thread(task, "duplicates"));

	/** The latest search, which may be going on. */
	private @Nullable Scan latest;

	/** The search before it, which is shown until then. */
	private @Nullable Scan former;

	Duplicates(JdbcClient database, QuestionDesk desk) {
		this.database = database;
		this.desk = desk;
	}

	/**
	 * What is known. A search begins if there was none since the bank changed; one that
	 * is going on is never given up for a newer state, or it might never end.
	 */
	synchronized Progress find() {
		var revision = this.desk.state();
		var run = this.latest;
		if (run == null || run.hasFailed() || run.isDone() && run.revision != revision) {
			this.former = (run != null && !run.hasFailed()) ? run : this.former;
			run = new Scan(revision);
			run.result = CompletableFuture.supplyAsync(run::search, this.background);
			this.latest = run;
		}
		var shown = run.isDone() ? run : this.former;
		return new Progress(run.compared, run.total, (shown != null) ? inUse(shown.result.join()) : null, shown == run);
	}

	/** Leaves out what has been settled since. */
	private List<DuplicatePair> inUse(List<DuplicatePair> pairs) {
		var different = different();
		var inUse = this.desk.inUse(pairs.stream().flatMap((pair) -> Stream.of(pair.one(), pair.other())).toList());
		return pairs.stream()
			.filter((pair) -> !different.contains(List.of(pair.one(), pair.other())))
			.filter((pair) -> inUse.contains(pair.one()) && inUse.contains(pair.other()))
			.limit(MOST_SHOWN)
			.toList();
	}

	/** Takes note that two questions are different, however alike they look. */
	void markDifferent(long one, long other, String author) {
		try {
			this.database.sql("insert into question_difference (one, other, author) values (?, ?, ?)")
				.params(Math.min(one, other), Math.max(one, other), author)
				.update();
		}
		catch (DuplicateKeyException ex) {
			logger.debug("Numbers {} and {} were marked as different before", one, other);
		}
	}

	private Set<List<Long>> different() {
		return new HashSet<>(this.database.sql("select one, other from question_difference")
			.query((row, number) -> List.of(row.getLong(1), row.getLong(2)))
			.list());
	}

	@Override
	public void destroy() {
		this.background.shutdownNow();
	}

	/**
	 * How far a search is.
	 *
	 * @param compared how many questions have been compared
	 * @param total how many there are to compare
	 * @param pairs what was found; {@code null} while the first is going on
	 * @param complete whether this search found them, and not the one before it
	 */
	record Progress(int compared, int total, @Nullable List<DuplicatePair> pairs, boolean complete) {
	}

	/**
	 * Two questions that ask nearly the same, and what they have in common, from 0 to 1.
	 */
	record DuplicatePair(long one, String onePrompt, long other, String otherPrompt, double similarity, WordDiff diff) {
	}

	private final class Scan {

		private final long revision;

		private volatile int compared;

		private volatile int total;

		private CompletableFuture<List<DuplicatePair>> result = new CompletableFuture<>();

		Scan(long revision) {
			this.revision = revision;
		}

		List<DuplicatePair> search() {
			var prompts = Duplicates.this.desk.prompts();
			this.total = prompts.size();
			var words = new LinkedHashMap<Long, List<String>>();
			prompts.forEach((id, prompt) -> words.put(id, TextAnalysis.stems(prompt)));
			return NearDuplicates.among(words, THRESHOLD, this::report)
				.stream()
				.limit(MOST_KEPT)
				.map((pair) -> alike(pair, prompts))
				.toList();
		}

		/** A search ends here when the program does. */
		private void report(int done) {
			this.compared = done;
			if (Thread.interrupted()) {
				throw new CancellationException();
			}
		}

		boolean isDone() {
			return this.result.isDone() && !hasFailed();
		}

		boolean hasFailed() {
			return this.result.isCompletedExceptionally();
		}

		private static DuplicatePair alike(Pair pair, Map<Long, String> prompts) {
			var one = prompts.getOrDefault(pair.one(), "");
			var other = prompts.getOrDefault(pair.other(), "");
			return new DuplicatePair(pair.one(), one, pair.other(), other, pair.similarity(),
					WordDiff.between(one, other));
		}

	}

}
