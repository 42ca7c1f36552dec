package questionbank.question;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.hibernate.search.util.common.SearchException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import questionbank.caching.ContentVersion;
import questionbank.question.BankState.Extent;

/**
 * Synchronizes the search index with the database. The index follows the revisions:
 * questions with a higher revision than it has seen are indexed again, whichever instance
 * on the database changed them. At startup the index is compared with the database, and a
 * missing, foreign or stale index is repaired from the latest change to the first, while
 * searches are served from what is indexed. Hibernate Search's mass indexer is not used,
 * because it empties the index first and starts over after an interruption.
 */
@Component
class QuestionIndex implements SmartInitializingSingleton, DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(QuestionIndex.class);

	private static final int BATCH_SIZE = 500;

	/** The time that the startup waits for a repair. */
	private static final Duration STARTUP_WAIT = Duration.ofSeconds(2);

	/** The interval between two progress reports. */
	private static final Duration REPORT_INTERVAL = Duration.ofSeconds(5);

	private final BankState state;

	private final QuestionRepository questions;

	private final IndexRepair repair;

	private final IndexFailures failures;

	private final EntityManager entities;

	private final TransactionTemplate transaction;

	private final ContentVersion version;

	private final LongTaskTimer timer;

	/** The highest revision that is indexed. */
	private volatile long indexed;

	private volatile boolean complete;

	private volatile boolean stopping;

	private volatile CompletableFuture<Void> rebuilding = CompletableFuture.completedFuture(null);

	QuestionIndex(BankState state, QuestionRepository questions, IndexRepair repair, IndexFailures failures,
			EntityManager entities, PlatformTransactionManager transactions, ContentVersion version,
			MeterRegistry meters) {
		this.state = state;
		this.questions = questions;
		this.repair = repair;
		this.failures = failures;
		this.entities = entities;
		this.transaction = new TransactionTemplate(transactions);
		this.version = version;
		this.timer = LongTaskTimer.builder("questionbank.index.rebuild.active")
			.description("Rebuild of the search index")
			.register(meters);
	}

	@Override
	public void afterSingletonsInstantiated() {
		startRebuild();
		try {
			this.rebuilding.get(STARTUP_WAIT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			logger.info("Search index incomplete after {} s, starting up and repairing it in the background",
					STARTUP_WAIT.toSeconds());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The search index cannot be used", ex.getCause());
		}
	}

	/** Rebuilds an index whose files were deleted or truncated. */
	@Scheduled(fixedDelayString = "PT10S")
	void verify() {
		if (this.complete && this.repair.isDamaged()) {
			rebuildAgain();
		}
	}

	/** Retries a failed rebuild every minute. */
	@Scheduled(fixedDelayString = "PT1M")
	void retryRebuild() {
		if (!this.complete) {
			rebuildAgain();
		}
	}

	/**
	 * Starts a rebuild unless one runs. Pages that were rendered from a wrong index get
	 * other ETags.
	 */
	private synchronized void rebuildAgain() {
		if (this.rebuilding.isDone() && !this.stopping) {
			this.state.renewPublishedState();
			startRebuild();
		}
	}

	private void startRebuild() {
		this.complete = false;
		this.version.invalidate();
		this.indexed = this.state.revision();
		this.rebuilding = CompletableFuture.runAsync(() -> this.timer.record(this::rebuild),
				(task) -> new Thread(task, "search-index").start());
		this.rebuilding.whenComplete((done, failure) -> {
			if (failure != null) {
				logger.error("Search index rebuild failed, retrying within a minute", failure);
			}
		});
	}

	/**
	 * Indexes the revisions since the last call; when this returns, searches find them.
	 * If the database fails, the next call retries. If the index fails, it is incomplete
	 * until it is rebuilt; the changes are safe in the database. A failure that lasts is
	 * reported at every call: the log counts repetitions.
	 */
	@Scheduled(fixedDelayString = "${questionbank.index.follow-interval:1s}")
	void follow() {
		this.repair.lock().lock();
		try {
			var head = this.state.head();
			while (head.revision() > this.indexed && followBatch() == BATCH_SIZE) {
				logger.debug("Search index followed to revision {}", this.indexed);
				head = this.state.head();
			}
			if (this.failures.any()) {
				this.complete = false;
				this.version.invalidate();
			}
			else if (this.complete) {
				this.version.advanceTo(this.indexed, head.publishedState());
			}
		}
		catch (SearchException ex) {
			this.complete = false;
			fail(ex);
		}
		catch (DataAccessException | TransactionException ex) {
			fail(ex);
		}
		finally {
			this.repair.lock().unlock();
		}
	}

	private void fail(RuntimeException ex) {
		this.version.invalidate();
		logger.error("Search index cannot follow the database after revision {}", this.indexed, ex);
	}

	private int followBatch() {
		return inTransaction(() -> {
			var changed = this.questions.findChangedAfter(this.indexed, BATCH_SIZE);
			if (!changed.isEmpty()) {
				this.repair.put(changed);
				this.indexed = changed.get(changed.size() - 1).revision();
			}
			return changed.size();
		});
	}

	/**
	 * Tells whether searches find every question; not so after a failure, until the index
	 * is rebuilt.
	 */
	boolean isComplete() {
		return this.complete;
	}

	private void rebuild() {
		this.repair.open();
		// The comparison finds what these left out.
		this.failures.clear();
		var lag = lag();
		if (!lag.equals(Extent.NONE)) {
			logger.info("Search index incomplete ({} questions missing), repairing", lag.questions());
			if (!repair(lag) && !this.stopping) {
				logger.info("Search index has questions that the database lacks, rebuilding");
				this.repair.clear();
				repair(lag());
			}
			logger.info("Search index complete ({} questions)", this.repair.extent().questions());
		}
		this.complete = !this.stopping;
		follow();
	}

	/**
	 * Repairs the index from the latest change to the first, until nothing is missing.
	 * @return {@code false} if something is left
	 */
	private boolean repair(Extent lag) {
		var before = Long.MAX_VALUE;
		var missing = lag;
		var reported = System.nanoTime();
		while (!this.stopping && !missing.equals(Extent.NONE)) {
			var batch = this.state.entriesBefore(before, BATCH_SIZE);
			if (batch.isEmpty()) {
				return lag().equals(Extent.NONE);
			}
			missing = missing.minus(this.repair.repair(batch));
			before = batch.get(batch.size() - 1).revision();
			if (System.nanoTime() - reported > REPORT_INTERVAL.toNanos()) {
				reported = System.nanoTime();
				logger.info("Search index repair: {} questions left", missing.questions());
			}
		}
		return !this.stopping;
	}

	/**
	 * Compares the index with the database, under the writer lock. An entry of the index
	 * can be stale, but never ahead: so equal sums mean equal entries.
	 */
	private Extent lag() {
		return inTransaction(() -> {
			this.entities.find(RevisionCounter.class, RevisionCounter.ONLY, LockModeType.PESSIMISTIC_WRITE);
			follow();
			return this.state.extent().minus(this.repair.extent());
		});
	}

	private <T> T inTransaction(Supplier<T> work) {
		return Objects.requireNonNull(this.transaction.execute((status) -> work.get()));
	}

	@Override
	public void destroy() {
		this.stopping = true;
		this.rebuilding.exceptionally((alreadyReported) -> null).join();
	}

}
