package questionbank.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Previews and reads changes to many questions, and renames topics across the bank. */
@Service
public class QuestionBulk {

	private final QuestionBank bank;

	private final QuestionRepository questions;

	private final RevisionRepository revisions;

	private final DraftJson json;

	private final DraftValidator validator;

	QuestionBulk(QuestionBank bank, QuestionRepository questions, RevisionRepository revisions, DraftJson json,
			DraftValidator validator) {
		this.bank = bank;
		this.questions = questions;
		this.revisions = revisions;
		this.json = json;
		this.validator = validator;
	}

	/** Finds the numbers of all questions that have a topic, whatever their status. */
	@Transactional(readOnly = true)
	public List<Long> withTopic(String topic) {
		return this.questions.findIdsByTopic(topic);
	}

	/**
	 * Previews a change to questions. Questions in which it makes no difference are left
	 * out.
	 */
	@Transactional(readOnly = true)
	public List<PlannedChange> preview(Collection<Long> ids, UnaryOperator<QuestionDraft> change) {
		return this.questions.findAllByIds(ids).stream().map((question) -> {
			var before = question.draft();
			var after = change.apply(before);
			return new PlannedChange(question.id(), before, after,
					this.validator.violations(before, after)
						.stream()
						.map(ConstraintViolation::getMessage)
						.sorted()
						.toList());
		}).filter((planned) -> !planned.before().differences(planned.after()).isEmpty()).toList();
	}

	/**
	 * Renames a topic in every question that has it. A question that has both topics
	 * keeps one. From then on {@link TopicNames} resolves the old name to the new one.
	 * More than {@value QuestionWriter#MAX_BATCH} questions are changed in several
	 * batches, between which the writer lock is released.
	 * @return the numbers of the batches, in order
	 * @throws ConstraintViolationException if the new name is not valid for a topic
	 */
	public List<Long> renameTopic(String from, String to, String author) {
		var batches = renameTopicOnce(from, to, author);
		// Until the first batch, others could still give questions the old name.
		batches.addAll(renameTopicOnce(from, to, author));
		return batches;
	}

	private List<Long> renameTopicOnce(String from, String to, String author) {
		var ids = this.questions.findIdsByTopic(from);
		var batches = new ArrayList<Long>();
		for (int first = 0; first < ids.size(); first += QuestionWriter.MAX_BATCH) {
			var part = ids.subList(first, Math.min(first + QuestionWriter.MAX_BATCH, ids.size()));
			this.bank.write(author, (questions) -> questions.renameTopic(part, from, to)).ifPresent(batches::add);
		}
		return batches;
	}

	/** Counts the questions that a batch has changed; 0 if there is no such batch. */
	@Transactional(readOnly = true)
	public long size(long batch) {
		return this.revisions.countByBatch(batch);
	}

	/** Reads the changes of a batch, by question, up to a limit. */
	@Transactional(readOnly = true)
	public List<PlannedChange> batch(long batch, int limit) {
		var made = this.revisions.findBatch(batch, 0, limit);
		return made.isEmpty() ? List.of() : made.stream().map(changes(made)).toList();
	}

	/** Reads the predecessors of revisions, and returns the change that each made. */
	private Function<QuestionRevision, PlannedChange> changes(List<QuestionRevision> made) {
		var predecessors = this.revisions.findPredecessors(made.stream().map(QuestionRevision::id).toList())
			.stream()
			.collect(Collectors.toMap(QuestionRevision::questionId, List::of,
					(one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
		return (revision) -> {
			var after = this.json.read(revision.draft());
			var before = predecessors.getOrDefault(revision.questionId(), List.of())
				.stream()
				.filter((other) -> other.number() == revision.number() - 1)
				.findFirst()
				.map((other) -> this.json.read(other.draft()))
				.orElse(after.emptied());
			return new PlannedChange(revision.questionId(), before, after, List.of());
		};
	}

	/**
	 * Lists the changes to the bank, the latest first: revisions, and batches of them.
	 * @param before the id of the change before which to begin
	 */
	@Transactional(readOnly = true)
	public List<BankChange> recent(long before, int limit) {
		var found = this.revisions.findChangesBefore(before, limit);
		if (found.isEmpty()) {
			return List.of();
		}
		var changes = changes(found);
		return found.stream().map((revision) -> {
			var batch = revision.batch();
			return new BankChange(revision.id(), batch, (batch != null) ? size(batch) : 1, revision.number(),
					revision.author(), revision.reason(), revision.createdAt(), changes.apply(revision));
		}).toList();
	}

	/**
	 * A change to the bank.
	 *
	 * @param id grows with each change
	 * @param batch its number if it is a batch; {@code null} for a single revision
	 * @param size the number of questions
	 * @param number that of the (first) revision, counted from 1 within the question
	 * @param change the (first) change
	 */
	public record BankChange(long id, @Nullable Long batch, long size, int number, String author, String reason,
			Instant createdAt, PlannedChange change) {
	}

	/**
	 * A change to a question, planned or made.
	 *
	 * @param before the content without it
	 * @param after the content with it
	 * @param problems the messages of the rules that it breaks
	 */
	public record PlannedChange(long question, QuestionDraft before, QuestionDraft after, List<String> problems) {

		public boolean isFine() {
			return this.problems.isEmpty();
		}

	}

}
