package questionbank.question;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Function;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import org.springframework.stereotype.Component;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs units of work that write questions, each in one transaction under the writer lock:
 * a pessimistic lock on {@link RevisionCounter}. When a unit of work returns, it is
 * committed, and the index has yet to follow.
 */
@Component
class QuestionLedger {

	private final EntityManager entities;

	private final RevisionRepository revisions;

	private final DraftJson json;

	private final DraftValidator validator;

	private final TopicLedger topics;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final SecureRandom random;

	QuestionLedger(EntityManager entities, RevisionRepository revisions, DraftJson json, DraftValidator validator,
			TopicLedger topics, PlatformTransactionManager transactions, Clock clock, SecureRandom random) {
		this.entities = entities;
		this.revisions = revisions;
		this.json = json;
		this.validator = validator;
		this.topics = topics;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Runs a unit of work; if it throws, nothing is written.
	 * @throws IllegalTransactionStateException within a transaction
	 */
	<T> T write(String author, Function<QuestionWriter, T> work) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalTransactionStateException(
					"Questions are written in a transaction of their own: call write outside of any other");
		}
		return Objects.requireNonNull(this.transaction.execute((status) -> work.apply(lock(author))));
	}

	/** Locks out other writers until the end of the transaction. */
	private QuestionWriter lock(String author) {
		var counter = this.entities.find(RevisionCounter.class, RevisionCounter.ONLY, LockModeType.PESSIMISTIC_WRITE);
		return new QuestionWriter(this.entities, this.revisions, this.json, this.validator, this.topics, counter,
				this.random, author, this.clock.instant());
	}

}
