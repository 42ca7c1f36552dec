package questionbank.question;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes many questions at once, after showing what would become of each, and takes it
 * back as a whole.
 */
@Service
public class QuestionBulk {

	/** More are changed in several goes, so that what is shown can be looked at. */
	public static final int MOST = 2_000;

	private final QuestionLedger ledger;

	private final QuestionIndex index;

	private final QuestionRepository questions;

	private final RevisionRepository revisions;

	private final DraftJson json;

	private final DraftValidator rules;

	QuestionBulk(QuestionLedger ledger, QuestionIndex index, QuestionRepository questions, RevisionRepository revisions,
			DraftJson json, DraftValidator rules) {
		this.ledger = ledger;
		this.index = index;
		this.questions = questions;
		this.revisions = revisions;
		this.json = json;
		this.rules = rules;
	}

	/** The numbers of all questions that have a topic, in whatever state. */
	@Transactional(readOnly = true)
	public List<Long> withTopic(String topic) {
		return this.questions.findIdsByTopic(topic);
	}

	/**
	 * What a change would make of these questions; those that it leaves alone are left
	 * out.
	 * @param change the same to each of them
	 */
	@Transactional(readOnly = true)
	public List<PlannedChange> preview(Collection<Long> ids, UnaryOperator<QuestionDraft> change) {
		return this.questions.findAllByIds(ids).stream().map((question) -> {
			var before = question.draft();
			var after = change.apply(before);
			return new PlannedChange(question.id(), before, after,
					this.rules.broken(before, after).stream().map(ConstraintViolation::getMessage).sorted().toList());
		}).filter((effect) -> !DraftMerge.differences(effect.before(), effect.after()).isEmpty()).toList();
	}

	/**
	 * Makes a change to all of these questions or none, one revision each. Not within a
	 * transaction of the caller's: the index follows what is committed.
	 * @param asOf the {@linkplain QuestionDesk#state state} of the bank that was looked
	 * at
	 * @param author who changes them, at most 100 characters
	 * @param reason one line on why, at most 200 characters
	 * @return the number of the batch; nothing if one of the questions has changed since
	 * that state, or nothing was different
	 * @throws ConstraintViolationException if a changed draft breaks a rule of
	 * {@link QuestionDraft}
	 * @throws IllegalArgumentException if there are more than {@link #MOST}
	 */
	@Transactional(propagation = Propagation.NEVER)
	public Optional<Long> apply(Collection<Long> ids, UnaryOperator<QuestionDraft> change, long asOf, String author,
			String reason) {
		if (ids.size() > MOST) {
			throw new IllegalArgumentException("More than " + MOST + " questions at once");
		}
		var batch = this.ledger.changeUnlessChangedSince(asOf, ids, change, author, reason);
		this.index.follow();
		return batch;
	}

	/**
	 * Renames a topic in every question that has it; one that has the other topic too
	 * keeps that once. From then on the old name leads to the new one: {@link TopicNames}
	 * resolves it. More than {@link #MOST} questions are changed in several batches, so
	 * that others can write in between. Not within a transaction of the caller's.
	 * @param author who renames it, at most 100 characters
	 * @return the numbers of the batches, in order
	 * @throws ConstraintViolationException if the new name is none for a topic
	 */
	@Transactional(propagation = Propagation.NEVER)
	public List<Long> renameTopic(String from, String to, String author) {
		var batches = renameTopicOnce(from, to, author);
		// Until the first batch, others could still give questions the old name.
		batches.addAll(renameTopicOnce(from, to, author));
		return batches;
	}

	private List<Long> renameTopicOnce(String from, String to, String author) {
		var ids = this.questions.findIdsByTopic(from);
		var batches = new ArrayList<Long>();
		for (int first = 0; first < ids.size(); first += MOST) {
			this.ledger.renameTopic(ids.subList(first, Math.min(first + MOST, ids.size())), from, to, author)
				.ifPresent(batches::add);
			// Releases the writer lock between batches.
			this.index.follow();
		}
		return batches;
	}

	/** How many questions a batch has changed; 0 if there is no such batch. */
	@Transactional(readOnly = true)
	public long size(long batch) {
		return this.revisions.countBatch(batch);
	}

	/** What a batch has changed, by question, up to a limit. */
	@Transactional(readOnly = true)
	public List<PlannedChange> batch(long batch, int limit) {
		var before = this.revisions.findBeforeBatch(batch, limit).iterator();
		return this.revisions.findBatch(batch, limit)
			.stream()
			.map((revision) -> new PlannedChange(revision.questionId(), this.json.read(before.next().draft()),
					this.json.read(revision.draft()), List.of()))
			.toList();
	}

	/**
	 * Takes a batch back. Where somebody has changed the same field since, that change
	 * stays. Not within a transaction of the caller's: the index follows what is
	 * committed.
	 * @param author who takes it back, at most 100 characters
	 * @return the number of the batch that this made; nothing if nothing was different
	 */
	@Transactional(propagation = Propagation.NEVER)
	public Optional<Long> undo(long batch, String author) {
		var undone = this.ledger.undo(batch, author);
		this.index.follow();
		return undone;
	}

	/**
	 * What a change makes of a question.
	 *
	 * @param before what it said, or says
	 * @param after what it says then
	 * @param problems the rules that it would break
	 */
	public record PlannedChange(long question, QuestionDraft before, QuestionDraft after, List<String> problems) {

		public boolean isFine() {
			return this.problems.isEmpty();
		}

	}

}
