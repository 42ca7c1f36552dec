package questionbank.practice;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Replays the review log of all learners into their cards at startup, if
 * {@code questionbank.practice.replay=true}: after a change of the memory model, or if
 * the cards are damaged.
 */
@Component
class CardReplay implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(CardReplay.class);

	private static final int BATCH_SIZE = 500;

	private final boolean enabled;

	private final LearnerRepository learners;

	private final Cards cards;

	private final TransactionOperations transaction;

	CardReplay(PracticeProperties properties, LearnerRepository learners, Cards cards,
			TransactionOperations transaction) {
		this.enabled = properties.replay();
		this.learners = learners;
		this.cards = cards;
		this.transaction = transaction;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.enabled) {
			logger.info("Cards of {} learners replayed from the review log", replayAll());
		}
	}

	/**
	 * Replays the log of each learner in a transaction of its own.
	 * @return the number of learners
	 */
	long replayAll() {
		var count = 0L;
		var last = 0L;
		List<Long> batch;
		while (!(batch = this.learners.findIdsAfter(last, BATCH_SIZE)).isEmpty()) {
			for (var id : batch) {
				this.transaction.executeWithoutResult(
						(status) -> this.learners.findForChange(id).ifPresent((learner) -> this.cards.replay(id)));
			}
			count += batch.size();
			last = batch.get(batch.size() - 1);
		}
		return count;
	}

}
