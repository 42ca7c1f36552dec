package questionbank.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import questionbank.question.QuestionDesk;
import questionbank.textanalysis.TextAnalysis;
import questionbank.textanalysis.TextAnalysis.Pair;
import questionbank.textanalysis.WordDiff;

/**
 * Finds near-duplicates among the questions that are not retired. A scan runs in the
 * background, one at a time, started by a request after the bank has changed. A failed
 * scan is retried by a request after {@link #RETRY_INTERVAL}; the log has only the first
 * of consecutive failures.
 */
@Component
class Duplicates implements DisposableBean {

	/** Time before a failed scan is retried. */
	static final Duration RETRY_INTERVAL = Duration.ofMinutes(1);

	private static final int MAX_SHOWN = 200;

	/**
	 * The maximum number of pairs of a scan; more than are shown, as some get resolved.
	 */
	private static final int MAX_KEPT = 1_000;

	private static final Logger logger = LoggerFactory.getLogger(Duplicates.class);

	private final JdbcClient database;

	private final QuestionDesk desk;

	private final Clock clock;

	private final LongTaskTimer timer;

	private final ExecutorService background = Executors
		.newSingleThreadExecutor((task) -> new Thread(task, "duplicates"));

	/** The latest scan, which may be running. */
	private @Nullable Scan latest;

	/** The last completed scan, shown until the latest one is done. */
	private @Nullable Scan former;

	/** Whether the last scan that ended has failed. */
	private volatile boolean failing;

	Duplicates(JdbcClient database, QuestionDesk desk, Clock clock, MeterRegistry meters) {
		this.database = database;
		this.desk = desk;
		this.clock = clock;
		this.timer = LongTaskTimer.builder("questionbank.duplicates.active")
			.description("Scan for near-duplicates")
			.register(meters);
	}

	/**
	 * Returns the known near-duplicates, and starts a scan if the bank has changed since
	 * the latest one. A running scan is never restarted for a newer state, or it might
	 * never end.
	 */
	synchronized Progress find() {
		var revision = this.desk.state();
		var scan = this.latest;
		if (scan == null || scan.isRetryDue() || scan.isDone() && scan.revision != revision) {
			this.former = (scan != null && !scan.hasFailed()) ? scan : this.former;
			scan = new Scan(revision);
			scan.result = CompletableFuture.supplyAsync(scan::run, this.background);
			this.latest = scan;
		}
		var shown = scan.isDone() ? scan : this.former;
		return new Progress(scan.compared, scan.total, (shown != null) ? unresolved(shown.result.join()) : null,
				shown == scan, scan.hasFailed());
	}

	/** Leaves out pairs that were resolved since the scan. */
	private List<DuplicatePair> unresolved(List<DuplicatePair> pairs) {
		var different = different();
		var inUse = this.desk.inUse(pairs.stream().flatMap((pair) -> Stream.of(pair.one(), pair.other())).toList());
		return pairs.stream()
			.filter((pair) -> !different.contains(List.of(pair.one(), pair.other())))
			.filter((pair) -> inUse.contains(pair.one()) && inUse.contains(pair.other()))
			.limit(MAX_SHOWN)
			.toList();
	}

	/** Marks two questions as different, so that they are not shown as a pair again. */
	void markDifferent(long one, long other, String author) {
		try {
			this.database.sql("insert into question_difference (one, other, author, created_at) values (?, ?, ?, ?)")
				.params(Math.min(one, other), Math.max(one, other), author,
						this.clock.instant().atOffset(ZoneOffset.UTC))
				.update();
		}
		catch (DuplicateKeyException ex) {
			logger.debug("Questions {} and {} are already marked as different", one, other);
		}
	}

	/**
	 * Removes the mark of two questions as different.
	 * @return whether there was one
	 */
	boolean unmark(long one, long other) {
		return this.database.sql("delete from question_difference where one = ? and other = ?")
			.params(Math.min(one, other), Math.max(one, other))
			.update() > 0;
	}

	/** Finds the pairs that were marked as different before a time, the latest first. */
	List<Difference> findDifferences(Instant before, int limit) {
		return this.database.sql("""
				select * from question_difference where created_at < :before
				order by created_at desc, one, other fetch first :limit rows only""")
			.param("before", before.atOffset(ZoneOffset.UTC))
			.param("limit", limit)
			.query((row, number) -> new Difference(row.getLong("one"), row.getLong("other"), row.getString("author"),
					row.getObject("created_at", OffsetDateTime.class).toInstant()))
			.list();
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

	/** Two questions that were marked as different. */
	record Difference(long one, long other, String author, Instant createdAt) {
	}

	/**
	 * The progress of a scan.
	 *
	 * @param compared the number of compared questions
	 * @param total the number of questions
	 * @param pairs the near-duplicates; {@code null} until the first scan is done
	 * @param complete {@code false} if they are from the scan before the running one
	 * @param failed whether the scan has failed, and is going to be retried
	 */
	record Progress(int compared, int total, @Nullable List<DuplicatePair> pairs, boolean complete, boolean failed) {
	}

	/**
	 * A pair of near-duplicates, with its similarity from 0 to 1.
	 */
	record DuplicatePair(long one, String onePrompt, long other, String otherPrompt, double similarity, WordDiff diff) {
	}

	/** A comparison of all questions as of one state of the bank. */
	private final class Scan {

		private final long revision;

		private volatile int compared;

		private volatile int total;

		private volatile Instant retryAt = Instant.MAX;

		private CompletableFuture<List<DuplicatePair>> result = new CompletableFuture<>();

		Scan(long revision) {
			this.revision = revision;
		}

		List<DuplicatePair> run() {
			var task = Duplicates.this.timer.start();
			try {
				var pairs = compare();
				Duplicates.this.failing = false;
				return pairs;
			}
			catch (CancellationException ex) {
				throw ex;
			}
			catch (RuntimeException | Error ex) {
				this.retryAt = Duplicates.this.clock.instant().plus(RETRY_INTERVAL);
				if (!Duplicates.this.failing) {
					Duplicates.this.failing = true;
					logger.error("Scan for near-duplicates failed after {} of {} questions, retrying after {} s",
							this.compared, this.total, RETRY_INTERVAL.toSeconds(), ex);
				}
				throw ex;
			}
			finally {
				task.stop();
			}
		}

		private List<DuplicatePair> compare() {
			var prompts = Duplicates.this.desk.prompts();
			this.total = prompts.size();
			return TextAnalysis.nearDuplicates(prompts, this::report)
				.stream()
				.limit(MAX_KEPT)
				.map((pair) -> withPrompts(pair, prompts))
				.toList();
		}

		/** Reports progress, and stops the scan at shutdown. */
		private void report(int done) {
			this.compared = done;
			if (Thread.interrupted()) {
				throw new CancellationException();
			}
		}

		boolean isDone() {
			return this.result.isDone() && !hasFailed();
		}

		boolean isRetryDue() {
			return hasFailed() && !Duplicates.this.clock.instant().isBefore(this.retryAt);
		}

		boolean hasFailed() {
			return this.result.isCompletedExceptionally();
		}

		private static DuplicatePair withPrompts(Pair pair, Map<Long, String> prompts) {
			var one = prompts.getOrDefault(pair.one(), "");
			var other = prompts.getOrDefault(pair.other(), "");
			return new DuplicatePair(pair.one(), one, pair.other(), other, pair.similarity(),
					WordDiff.between(one, other));
		}

	}

}
