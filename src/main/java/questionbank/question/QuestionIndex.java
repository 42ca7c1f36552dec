package questionbank.question;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

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

import questionbank.question.BankState.Extent;
import questionbank.web.ContentVersion;

/**
 * Keeps the search index in step with the database. The index follows the revisions: what
 * changed after the last revision that it has seen is indexed again, whoever changed it,
 * this program or another on the same database. At start the two are compared, and an
 * index that is missing, foreign or behind is put right from the newest question to the
 * oldest, while searches are served from what is there. Hibernate Search's own mass
 * indexer is not used for this because it empties the index first and starts over when it
 * is interrupted.
 */
@Component
class QuestionIndex implements SmartInitializingSingleton, DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(QuestionIndex.class);

	private static final int BATCH = 500;

	/** How long a start waits for an index that is being put right. */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private static final Duration REPORTED = Duration.ofSeconds(5);

	private final BankState state;

	private final QuestionRepository questions;

	private final IndexRepair indexed;

	private final IndexFailures failures;

	private final EntityManager entities;

	private final TransactionTemplate transaction;

	private final ContentVersion version;

	private volatile long seen;

	private volatile boolean whole;

	private volatile boolean failing;

	private volatile boolean stopping;

	private volatile CompletableFuture<Void> healing = CompletableFuture.completedFuture(null);

	QuestionIndex(BankState state, QuestionRepository questions, IndexRepair indexed, IndexFailures failures,
			EntityManager entities, PlatformTransactionManager transactions, ContentVersion version) {
		this.state = state;
		this.questions = questions;
		this.indexed = indexed;
		this.failures = failures;
		this.entities = entities;
		this.transaction = new TransactionTemplate(transactions);
		this.version = version;
	}

	@Override
	public void afterSingletonsInstantiated() {
		startHealing();
		try {
			this.healing.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			logger.info("Starting with an incomplete search index; it is completed in the background");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The search index cannot be used", ex.getCause());
		}
	}

	/** Tries again what failed, as long as it takes. */
	@Scheduled(fixedDelayString = "PT1M")
	void healAgain() {
		if (!this.whole && this.healing.isDone()) {
			this.state.renewPublishedState();
			startHealing();
		}
	}

	private void startHealing() {
		this.whole = false;
		this.version.invalidate();
		this.seen = this.state.revision();
		this.healing = CompletableFuture.runAsync(this::heal, (task) -> new Thread(task, "search-index").start());
		this.healing.whenComplete((done, failure) -> {
			if (failure != null) {
				logger.error("The search index stays incomplete until the next try", failure);
			}
		});
	}

	/**
	 * Indexes what has changed since the last look; when it returns, searches find it. If
	 * the database fails, the next look tries again. If the index fails, it is not what
	 * it should be any more until it has been put right; the changes are safe in the
	 * database.
	 */
	@Scheduled(fixedDelayString = "${questionbank.index.follow-interval:1s}")
	void follow() {
		this.indexed.turn().lock();
		try {
			var head = this.state.head();
			while (head.revision() > this.seen && followBatch() == BATCH) {
				logger.debug("The search index has followed to revision {}", this.seen);
				head = this.state.head();
			}
			if (this.failures.any()) {
				this.whole = false;
				this.version.invalidate();
			}
			else if (this.whole) {
				this.version.advanceTo(this.seen, head.publishedState());
			}
			this.failing = false;
		}
		catch (SearchException ex) {
			this.whole = false;
			fail(ex);
		}
		catch (DataAccessException | TransactionException ex) {
			fail(ex);
		}
		finally {
			this.indexed.turn().unlock();
		}
	}

	/** It is tried every second: what lasts is told once. */
	private void fail(RuntimeException ex) {
		this.version.invalidate();
		if (!this.failing) {
			logger.error("The search index cannot follow revision {}", this.seen, ex);
		}
		this.failing = true;
	}

	private int followBatch() {
		return inTransaction(() -> {
			var changed = this.questions.findChangedAfter(this.seen, BATCH);
			if (!changed.isEmpty()) {
				this.indexed.put(changed);
				this.seen = changed.get(changed.size() - 1).revision();
			}
			return changed.size();
		});
	}

	/**
	 * Whether everything in the database can be found; false after a failure, and until
	 * the index has been put right.
	 */
	boolean isWhole() {
		return this.whole;
	}

	private void heal() {
		this.failures.forget();
		this.indexed.open();
		var lag = lag();
		if (!lag.equals(Extent.NONE)) {
			logger.info("The search index lacks {} questions or is behind; putting it right", lag.questions());
			if (!repair(lag) && !this.stopping) {
				logger.info("The search index holds what the database does not; building it anew");
				this.indexed.empty();
				repair(lag());
			}
			logger.info("The search index has all {} questions", this.indexed.extent().questions());
		}
		this.whole = !this.stopping;
		follow();
	}

	/**
	 * Walks from the latest change to the first until nothing is lacking.
	 * @return whether that came true
	 */
	private boolean repair(Extent lag) {
		var before = Long.MAX_VALUE;
		var lacking = lag;
		var reported = System.nanoTime();
		while (!this.stopping && !lacking.equals(Extent.NONE)) {
			var page = this.state.entriesBefore(before, BATCH);
			if (page.isEmpty()) {
				return lag().equals(Extent.NONE);
			}
			lacking = lacking.minus(this.indexed.repair(page));
			before = page.get(page.size() - 1).revision();
			if (System.nanoTime() - reported > REPORTED.toNanos()) {
				reported = System.nanoTime();
				logger.info("Search index: {} questions to go", lacking.questions());
			}
		}
		return !this.stopping;
	}

	/**
	 * What the index lacks, taken while nobody writes. An entry can only be behind, never
	 * ahead: equal sums therefore mean equal entries.
	 */
	private Extent lag() {
		return inTransaction(() -> {
			this.entities.find(RevisionCounter.class, RevisionCounter.ONLY, LockModeType.PESSIMISTIC_WRITE);
			follow();
			return this.state.extent().minus(this.indexed.extent());
		});
	}

	private <T> T inTransaction(Supplier<T> work) {
		return Objects.requireNonNull(this.transaction.execute((status) -> work.get()));
	}

	@Override
	public void destroy() {
		this.stopping = true;
		this.healing.exceptionally((alreadyReported) -> null).join();
	}

}
