package questionbank.question;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import questionbank.question.QuestionHistory.FieldDiff;

/**
 * Changes many questions at once, after showing what would become of each, and takes it
 * back as a whole.
 */
@Service
public class QuestionBulk {

	/** More are changed in several goes, so that what is shown can be looked at. */
	static final int MOST = 2_000;

	private final QuestionLedger ledger;

	private final QuestionIndex index;

	private final QuestionRepository questions;

	private final RevisionRepository revisions;

	private final DraftJson json;

	private final Validator validator;

	QuestionBulk(QuestionLedger ledger, QuestionIndex index, QuestionRepository questions, RevisionRepository revisions,
			DraftJson json, Validator validator) {
		this.ledger = ledger;
		this.index = index;
		this.questions = questions;
		this.revisions = revisions;
		this.json = json;
		this.validator = validator;
	}

	/** The numbers of all questions that have a topic, in whatever state. */
	@Transactional(readOnly = true)
	List<Long> withTopic(String topic) {
		return this.questions.findIdsByTopic(topic);
	}

	/**
	 * What a change would make of these questions; those that it leaves alone are left
	 * out.
	 */
	@Transactional(readOnly = true)
	List<Effect> preview(Collection<Long> ids, BulkChange change) {
		return this.questions.findAllByIds(ids).stream().map((question) -> {
			var before = question.draft();
			var after = change.apply(before);
			return new Effect(question.id(), before.prompt(), QuestionHistory.changes(before, after),
					this.validator.validate(after).stream().map(ConstraintViolation::getMessage).sorted().toList());
		}).filter((effect) -> !effect.changes().isEmpty()).toList();
	}

	/**
	 * Makes a change to all of these questions or none, one revision each.
	 * @param asOf the state of the bank that was looked at
	 * @return the number of the batch; nothing if one of the questions has changed since
	 * that state, or nothing was different
	 */
	@Transactional(propagation = Propagation.NEVER)
	Optional<Long> apply(Collection<Long> ids, BulkChange change, long asOf, String author, String reason) {
		var batch = this.ledger.changeUnlessChangedSince(asOf, ids, change, author, reason);
		this.index.follow();
		return batch;
	}

	/** How many questions a batch has changed; 0 if there is no such batch. */
	@Transactional(readOnly = true)
	long size(long batch) {
		return this.revisions.countBatch(batch);
	}

	/** What a batch has changed, by question, up to a limit. */
	@Transactional(readOnly = true)
	List<Effect> batch(long batch, int limit) {
		var before = this.revisions.findBeforeBatch(batch, limit).iterator();
		return this.revisions.findBatch(batch, limit).stream().map((revision) -> {
			var after = this.json.read(revision.draft());
			return new Effect(revision.questionId(), after.prompt(),
					QuestionHistory.changes(this.json.read(before.next().draft()), after), List.of());
		}).toList();
	}

	/**
	 * Takes a batch back. Where somebody has changed the same field since, that change
	 * stays.
	 * @return the number of the batch that this made; nothing if nothing was different
	 */
	@Transactional(propagation = Propagation.NEVER)
	Optional<Long> undo(long batch, String author) {
		var undone = this.ledger.undo(batch, author);
		this.index.follow();
		return undone;
	}

	/**
	 * What a change makes of a question.
	 *
	 * @param problems the rules that it would break
	 */
	record Effect(long question, String prompt, List<FieldDiff> changes, List<String> problems) {

		public boolean isFine() {
			return this.problems.isEmpty();
		}

	}

}
