package questionbank.question;

import java.time.Clock;
import java.util.Optional;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes questions and their revisions, each change in one transaction. When a method
 * here returns, the change is committed; the index has yet to follow.
 */
@Component
class QuestionLedger {

	private final EntityManager entities;

	private final JsonMapper json;

	private final Clock clock;

	QuestionLedger(EntityManager entities, JsonMapper json, Clock clock) {
		this.entities = entities;
		this.json = json;
		this.clock = clock;
	}

	@Transactional
	long add(QuestionDraft draft, String author, String reason) {
		var locked = lock();
		var question = new Question(locked.nextQuestion(), draft, locked.nextRevision(), this.clock.instant());
		this.entities.persist(question);
		record(question, author, reason);
		return question.id();
	}

	@Transactional
	Optional<Integer> rewrite(long id, QuestionDraft draft, String author, String reason) {
		var locked = lock();
		return Optional.ofNullable(this.entities.find(Question.class, id)).map((question) -> {
			if (!question.draft().equals(draft)) {
				question.rewrite(draft, locked.nextRevision(), this.clock.instant());
				record(question, author, reason);
			}
			return question.version();
		});
	}

	/** Nobody else writes until the end of the transaction. */
	private Bank lock() {
		return this.entities.find(Bank.class, Bank.ONLY, LockModeType.PESSIMISTIC_WRITE);
	}

	private void record(Question question, String author, String reason) {
		var draft = this.json.writeValueAsString(question.draft());
		this.entities.persist(new QuestionRevision(question, draft, author, reason, this.clock.instant()));
	}

}
