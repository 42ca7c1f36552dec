package questionbank.practice;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Computes anew, from the log, where everybody stands with their questions. A start with
 * {@code questionbank.practice.replay=true} does so, after the memory model has changed
 * or where the cards cannot be relied upon.
 */
@Component
class Replay implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(Replay.class);

	private static final int AT_ONCE = 500;

	private final boolean wanted;

	private final LearnerRepository learners;

	private final Cards cards;

	private final TransactionOperations transaction;

	Replay(PracticeProperties properties, LearnerRepository learners, Cards cards, TransactionOperations transaction) {
		this.wanted = properties.replay();
		this.learners = learners;
		this.cards = cards;
		this.transaction = transaction;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.wanted) {
			logger.info("The practice of {} learners has been computed anew from the log", all());
		}
	}

	/**
	 * Plays the log of all learners, one after the other.
	 * @return how many they are
	 */
	long all() {
		var count = 0L;
		var last = 0L;
		List<Long> some;
		while (!(some = this.learners.findIdsAfter(last, AT_ONCE)).isEmpty()) {
			for (var id : some) {
				this.transaction.executeWithoutResult(
						(status) -> this.learners.findForChange(id).ifPresent((learner) -> this.cards.replay(id)));
			}
			count += some.size();
			last = some.get(some.size() - 1);
		}
		return count;
	}

}
