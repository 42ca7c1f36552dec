package questionbank.question;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.validation.ConstraintViolationException;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Writes questions and their revisions, each change in one transaction. When a method
 * here returns, the change is committed; the index has yet to follow.
 */
@Component
class QuestionLedger {

	private final EntityManager entities;

	private final RevisionRepository revisions;

	private final DraftJson json;

	private final DraftValidator rules;

	private final TopicLedger topics;

	private final Clock clock;

	private final SecureRandom random;

	QuestionLedger(EntityManager entities, RevisionRepository revisions, DraftJson json, DraftValidator rules,
			TopicLedger topics, Clock clock, SecureRandom random) {
		this.random = random;
		this.entities = entities;
		this.revisions = revisions;
		this.json = json;
		this.rules = rules;
		this.topics = topics;
		this.clock = clock;
	}

	@Transactional
	long add(QuestionDraft draft, String author, String reason) {
		var locked = lock();
		var question = new Question(locked.nextQuestion(), this.topics.current(draft, List.of()), locked.nextRevision(),
				author, this.clock.instant());
		this.entities.persist(question);
		record(question, reason, null);
		renewPublishedState(locked, draft);
		return question.id();
	}

	/** Makes a question what the draft says, if it says anything new. */
	@Transactional
	Optional<Integer> rewrite(long id, QuestionDraft draft, String author, String reason) {
		var locked = lock();
		return find(id).map((question) -> {
			rewrite(question, draft, locked, author, reason, null);
			return question.version();
		});
	}

	/**
	 * Brings what the draft changed since a version to the question as it stands now.
	 * @param version the number of the revision that the draft was made from
	 * @return nothing if there is no such question, or it never had that version
	 */
	@Transactional
	Optional<EditResult> edit(long id, int version, QuestionDraft draft, String author, String reason) {
		var locked = lock();
		return find(id).flatMap((question) -> draftOf(question, version).map((base) -> {
			var present = question.draft();
			// A topic renamed since that version is no change of this editor's.
			var merge = new DraftMerge(this.topics.current(base, present.topics()), present,
					this.topics.current(draft, present.topics()));
			if (!merge.conflicts().isEmpty()) {
				return new EditResult.Conflict(question.version(), merge);
			}
			var changed = rewrite(question, merge.merged(), locked, author, reason, null);
			return new EditResult.Saved(question.version(), changed, merge.kept());
		}));
	}

	/**
	 * Changes several questions, all or none, each by a revision of its own.
	 * @return the numbers of those that the change made any difference to
	 * @throws ConstraintViolationException if it makes a draft that breaks a rule
	 */
	@Transactional
	List<Long> change(Collection<Long> ids, UnaryOperator<QuestionDraft> change, String author, String reason) {
		var locked = lock();
		return find(ids).stream()
			.filter((question) -> rewrite(question, changed(question, change), locked, author, reason, null))
			.map(Question::id)
			.toList();
	}

	/**
	 * Changes several questions as one batch, unless any of the questions has changed
	 * since a state of the bank.
	 * @return the number of the batch; nothing if one had changed, or nothing was
	 * different
	 */
	@Transactional
	Optional<Long> changeUnlessChangedSince(long state, Collection<Long> ids, UnaryOperator<QuestionDraft> change,
			String author, String reason) {
		var locked = lock();
		var questions = find(ids);
		return questions.stream().anyMatch((question) -> question.revision() > state) ? Optional.empty()
				: changeAsBatch(locked, questions, change, author, reason);
	}

	private Optional<Long> changeAsBatch(RevisionCounter locked, List<Question> questions,
			UnaryOperator<QuestionDraft> change, String author, String reason) {
		var batch = locked.revision() + 1;
		questions.forEach((question) -> rewrite(question, changed(question, change), locked, author, reason, batch));
		return Optional.of(batch).filter((first) -> first <= locked.revision());
	}

	/**
	 * Renames a topic in several questions as one batch, and notes that in the log of
	 * renamings.
	 * @return the number of the batch; nothing if none of them has the topic
	 */
	@Transactional
	Optional<Long> renameTopic(Collection<Long> ids, String from, String to, String author) {
		var locked = lock();
		var questions = find(ids).stream().filter((question) -> question.draft().topics().contains(from)).toList();
		if (questions.isEmpty()) {
			return Optional.empty();
		}
		this.topics.rename(from, to, locked.revision() + 1);
		return changeAsBatch(locked, questions, (draft) -> draft.withTopicRenamed(from, to), author,
				"Renamed topic " + from + " to " + to);
	}

	/**
	 * Takes a batch back, field by field; what was changed since in the same field stays.
	 * @return the number of the batch that this makes; nothing if nothing was different
	 */
	@Transactional
	Optional<Long> undo(long undone, String author) {
		var locked = lock();
		var batch = locked.revision() + 1;
		this.topics.revert(undone, batch);
		var drafts = before(undone);
		if (drafts.isEmpty()) {
			TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
			return Optional.empty();
		}
		drafts.forEach((question, draft) -> rewrite(question, draft, locked, author,
				"Took back a change to several questions", batch));
		this.entities.flush();
		this.topics.renameBack(undone, batch);
		return Optional.of(batch).filter((first) -> first <= locked.revision());
	}

	/** The questions that undoing a batch changes, and what each of them says then. */
	private Map<Question, QuestionDraft> before(long undone) {
		var drafts = new LinkedHashMap<Question, QuestionDraft>();
		var made = this.revisions.findBatch(undone, Integer.MAX_VALUE);
		// All three in the order of the questions. A query for each question would first
		// write what has become of those before it.
		var before = this.revisions.findBeforeBatch(undone, Integer.MAX_VALUE).iterator();
		var questions = find(made.stream().map(QuestionRevision::questionId).toList()).iterator();
		for (var revision : made) {
			var question = questions.next();
			var present = question.draft();
			var merge = new DraftMerge(this.topics.current(this.json.read(revision.draft()), present.topics()), present,
					this.topics.current(this.json.read(before.next().draft()), present.topics()));
			if (!DraftMerge.differences(merge.theirs(), merge.mergedWithTheirs()).isEmpty()) {
				drafts.put(question, merge.mergedWithTheirs());
			}
		}
		return drafts;
	}

	private List<Question> find(Collection<Long> ids) {
		return this.entities.unwrap(Session.class)
			.findMultiple(Question.class, ids.stream().sorted().distinct().toList())
			.stream()
			.filter(Objects::nonNull)
			.toList();
	}

	private QuestionDraft changed(Question question, UnaryOperator<QuestionDraft> change) {
		var before = question.draft();
		return this.rules.valid(before, change.apply(before));
	}

	private Optional<Question> find(long id) {
		return Optional.ofNullable(this.entities.find(Question.class, id));
	}

	private Optional<QuestionDraft> draftOf(Question question, int version) {
		return (version == question.version()) ? Optional.of(question.draft())
				: this.revisions.findByQuestionAndNumber(question.id(), version)
					.map(QuestionRevision::draft)
					.map(this.json::read);
	}

	/** Nobody else writes until the end of the transaction. */
	private RevisionCounter lock() {
		return this.entities.find(RevisionCounter.class, RevisionCounter.ONLY, LockModeType.PESSIMISTIC_WRITE);
	}

	private boolean rewrite(Question question, QuestionDraft draft, RevisionCounter locked, String author,
			String reason, @Nullable Long batch) {
		var before = question.draft();
		var after = this.topics.current(draft, before.topics());
		if (DraftMerge.differences(before, after).isEmpty()) {
			return false;
		}
		question.rewrite(after, locked.nextRevision(), author, this.clock.instant());
		record(question, reason, batch);
		renewPublishedState(locked, before, after);
		return true;
	}

	/** Anonymous readers notice a change if they can see the question before or after. */
	private void renewPublishedState(RevisionCounter locked, QuestionDraft... drafts) {
		if (Arrays.stream(drafts).anyMatch(Visibility.ANONYMOUS::includes)) {
			locked.renewPublishedState(this.random);
		}
	}

	private void record(Question question, String reason, @Nullable Long batch) {
		this.entities.persist(new QuestionRevision(question, this.json.write(question.draft()), reason, batch));
	}

}
