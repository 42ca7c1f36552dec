package questionbank.question;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import jakarta.validation.ConstraintViolationException;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import questionbank.question.QuestionBank.EditResult;

/**
 * A unit of work that writes questions and their revisions; see {@link QuestionBank#write
 * QuestionBank.write}. It holds the writer lock, and enforces the limits and the rules of
 * {@link QuestionDraft} for every caller. All of its revisions have the same author and
 * time. Every reason is one line of 1 to {@value #REASON_LENGTH} characters.
 */
public final class QuestionWriter {

	/** The maximum length of a reason. */
	public static final int REASON_LENGTH = 200;

	/**
	 * The maximum number of questions of a batch, so that a preview of it can be read.
	 */
	public static final int MAX_BATCH = 2_000;

	/** The maximum length of a stable id. */
	public static final int STABLE_ID_LENGTH = 200;

	private static final int AUTHOR_LENGTH = 100;

	/** The number of questions that an undo of a batch holds in memory. */
	private static final int CHUNK = 500;

	private static final Comparator<Batch.Entry> ADDITIONS_FIRST = Comparator
		.comparing((entry) -> entry.question() != null);

	private final EntityManager entities;

	private final RevisionRepository revisions;

	private final DraftJson json;

	private final DraftValidator validator;

	private final TopicLedger topics;

	private RevisionCounter counter;

	private final RandomGenerator random;

	private final String author;

	private final Instant now;

	private TopicRenamings renamings;

	QuestionWriter(EntityManager entities, RevisionRepository revisions, DraftJson json, DraftValidator validator,
			TopicLedger topics, RevisionCounter counter, RandomGenerator random, String author, Instant now) {
		this.entities = entities;
		this.revisions = revisions;
		this.json = json;
		this.validator = validator;
		this.topics = topics;
		this.renamings = topics.renamings();
		this.counter = counter;
		this.random = random;
		this.author = bounded("author", author, AUTHOR_LENGTH);
		this.now = now;
	}

	/**
	 * Adds a question, with a random stable id.
	 * @return its number
	 * @throws ConstraintViolationException if the draft breaks a rule
	 */
	public long add(QuestionDraft draft, String reason) {
		return add(randomId(), draft, reason);
	}

	/**
	 * Adds a question.
	 * @param stableId 1 to {@value #STABLE_ID_LENGTH} characters, which no question has
	 * @return its number
	 * @throws ConstraintViolationException if the draft breaks a rule
	 */
	public long add(String stableId, QuestionDraft draft, String reason) {
		return add(stableId, draft, reason, null);
	}

	private long add(String stableId, QuestionDraft draft, String reason, @Nullable Long batch) {
		var valid = this.renamings.current(this.validator.valid(draft), List.of());
		var question = new Question(this.counter.nextQuestion(), bounded("stable id", stableId, STABLE_ID_LENGTH),
				valid, this.counter.nextRevision(), this.author, this.now);
		this.entities.persist(question);
		record(question, reason, batch);
		renewPublishedState(valid);
		return question.id();
	}

	private String randomId() {
		return new UUID(this.random.nextLong(), this.random.nextLong()).toString();
	}

	/**
	 * Replaces the content of a question; a draft without a difference makes no revision.
	 * @return the number of its latest revision; empty if there is no such question
	 * @throws ConstraintViolationException if the draft breaks a rule
	 */
	public Optional<Integer> rewrite(long id, QuestionDraft draft, String reason) {
		var valid = this.validator.valid(draft);
		return find(id).map((question) -> {
			rewrite(question, valid, reason, null);
			return question.version();
		});
	}

	/**
	 * Merges an edit of an earlier revision into a question (a three-way merge by field).
	 * Fields that others changed since keep their change; if they changed the same field
	 * differently, nothing is written, and the editor confirms or resolves the merge.
	 * @param version the number of the revision that was edited
	 * @return empty if there is no such question, or it has no such revision
	 * @throws ConstraintViolationException if the draft breaks a rule
	 */
	public Optional<EditResult> edit(long id, int version, QuestionDraft draft, String reason) {
		var valid = this.validator.valid(draft);
		return find(id).flatMap((question) -> draftOf(question, version).map((base) -> {
			var present = question.draft();
			// A topic that was renamed since that revision is not a change by this
			// editor.
			var merge = new DraftMerge(this.renamings.current(base, present.topics()), present,
					this.renamings.current(valid, present.topics()));
			if (!merge.conflicts().isEmpty() || !merge.texts().isEmpty()) {
				return new EditResult.Conflict(question.version(), merge.base(), merge.theirs(), merge.mine());
			}
			var changed = rewrite(question, merge.merged(), reason, null);
			return new EditResult.Saved(question.version(), changed, merge.kept());
		}));
	}

	/**
	 * Finds a question as it is within this unit of work, whatever its status: no other
	 * writer can change it before the unit of work ends.
	 */
	public Optional<QuestionDetails> details(long id) {
		return find(id).map(QuestionDetails::of);
	}

	/**
	 * Applies a change to the present content of questions, with a revision for each.
	 * @param ids at most {@value #MAX_BATCH}; those without a question are ignored
	 * @return the numbers of those in which it made a difference
	 * @throws ConstraintViolationException if a changed field breaks a rule
	 */
	public List<Long> change(Collection<Long> ids, UnaryOperator<QuestionDraft> change, String reason) {
		return find(ids).stream()
			.filter((question) -> rewrite(question, changed(question, change), reason, null))
			.map(Question::id)
			.toList();
	}

	/** Retires questions; see {@link #change}. */
	public List<Long> retire(Collection<Long> ids, String reason) {
		return change(ids, (draft) -> draft.as(QuestionStatus.RETIRED), reason);
	}

	/**
	 * Applies a change to questions as a batch, which can be {@linkplain #undo undone},
	 * unless one of the questions has changed since a state of the bank (an optimistic
	 * lock).
	 * @param asOf the {@linkplain QuestionDesk#state state} that was previewed
	 * @return the number of the batch; empty if a question has changed, or the change
	 * makes no difference
	 * @throws ConstraintViolationException if a changed field breaks a rule
	 */
	public Optional<Long> changeAsBatch(Collection<Long> ids, UnaryOperator<QuestionDraft> change, long asOf,
			String reason) {
		var questions = find(ids);
		return questions.stream().anyMatch((question) -> question.revision() > asOf) ? Optional.empty()
				: changeAsBatch(questions, change, reason);
	}

	/**
	 * Renames a topic in questions as a batch, and logs the renaming. A question that has
	 * both topics keeps one.
	 * @param ids at most {@value #MAX_BATCH}
	 * @return the number of the batch; empty if none of the questions has the topic
	 * @throws ConstraintViolationException if the new name is not valid for a topic
	 */
	public Optional<Long> renameTopic(Collection<Long> ids, String from, String to) {
		var questions = find(ids).stream().filter((question) -> question.draft().topics().contains(from)).toList();
		if (questions.isEmpty()) {
			return Optional.empty();
		}
		this.topics.rename(from, to, this.counter.revision() + 1);
		this.renamings = this.topics.renamings();
		return changeAsBatch(questions, (draft) -> draft.withTopicRenamed(from, to),
				"Renamed topic " + from + " to " + to);
	}

	private Optional<Long> changeAsBatch(List<Question> questions, UnaryOperator<QuestionDraft> change, String reason) {
		var batch = this.counter.revision() + 1;
		questions.forEach((question) -> rewrite(question, changed(question, change), reason, batch));
		return Optional.of(batch).filter((first) -> first <= this.counter.revision());
	}

	/**
	 * Begins a batch of any size, which adds and changes questions part by part.
	 */
	public Batch beginBatch(String reason) {
		return new Batch(reason);
	}

	/**
	 * Undoes a batch field by field; fields that were changed again keep that change. A
	 * question that the batch added is retired, unless it was changed again.
	 * @return the number of the batch that this makes; empty if nothing is left to undo
	 */
	public Optional<Long> undo(long undone) {
		var renamingsBefore = this.topics.renamingsWithout(undone);
		var batch = this.counter.revision() + 1;
		var begun = false;
		var made = this.revisions.findBatch(undone, 0, CHUNK);
		while (!made.isEmpty()) {
			var drafts = draftsBefore(made, renamingsBefore);
			if (!begun && !drafts.isEmpty()) {
				begun = true;
				this.topics.revert(undone, batch);
				this.renamings = renamingsBefore;
			}
			drafts.forEach((question, draft) -> rewrite(question, draft, "Undid a change to several questions", batch));
			release();
			made = this.revisions.findBatch(undone, made.get(made.size() - 1).questionId(), CHUNK);
		}
		if (!begun) {
			return Optional.empty();
		}
		this.topics.renameBack(undone, batch);
		this.renamings = this.topics.renamings();
		return Optional.of(batch).filter((first) -> first <= this.counter.revision());
	}

	/** Writes what has changed, and frees its memory. */
	private void release() {
		this.entities.flush();
		this.entities.clear();
		this.counter = Objects.requireNonNull(this.entities.find(RevisionCounter.class, RevisionCounter.ONLY));
	}

	/**
	 * Undoes one revision field by field; fields that were changed again keep that
	 * change. Undoing the first revision retires the question.
	 * @return the number of the latest revision; empty if there is no such revision
	 * @throws ConstraintViolationException if a changed field breaks a rule
	 */
	public Optional<Integer> undo(long id, int number) {
		return find(id).flatMap((question) -> draftOf(question, number).map((made) -> {
			var present = question.draft();
			rewrite(question, (number == 1) ? present.as(QuestionStatus.RETIRED)
					: this.validator.valid(present,
							reverted(made, present, draftOf(question, number - 1).orElseThrow(), this.renamings)),
					"Undid revision " + number, null);
			return question.version();
		}));
	}

	/**
	 * Returns those of the questions of a batch that undoing it changes, with their
	 * content after the undo.
	 * @param made revisions of the batch
	 */
	private Map<Question, QuestionDraft> draftsBefore(List<QuestionRevision> made, TopicRenamings names) {
		var drafts = new LinkedHashMap<Question, QuestionDraft>();
		var before = this.revisions.findPredecessors(made.stream().map(QuestionRevision::id).toList())
			.stream()
			.collect(Collectors.toMap(QuestionRevision::questionId, QuestionRevision::draft));
		// Both lists are in the order of the questions. Reading within the loop would
		// flush every change before it.
		var questions = find(made.stream().map(QuestionRevision::questionId).toList()).iterator();
		for (var revision : made) {
			var question = questions.next();
			var present = question.draft();
			var earlier = before.get(revision.questionId());
			var reverted = (earlier != null)
					? reverted(this.json.read(revision.draft()), present, this.json.read(earlier), names)
					: (question.version() == revision.number()) ? present.as(QuestionStatus.RETIRED) : present;
			if (!present.differences(reverted).isEmpty()) {
				drafts.put(question, reverted);
			}
		}
		return drafts;
	}

	private static QuestionDraft reverted(QuestionDraft made, QuestionDraft present, QuestionDraft before,
			TopicRenamings names) {
		return new DraftMerge(names.current(made, present.topics()), present, names.current(before, present.topics()))
			.mergedWithTheirs();
	}

	private List<Question> find(Collection<Long> ids) {
		if (ids.size() > MAX_BATCH) {
			throw new IllegalArgumentException("%,d questions at once, at most %,d".formatted(ids.size(), MAX_BATCH));
		}
		return this.entities.unwrap(Session.class)
			.findMultiple(Question.class, ids.stream().sorted().distinct().toList())
			.stream()
			.filter(Objects::nonNull)
			.toList();
	}

	private Optional<Question> find(long id) {
		return Optional.ofNullable(this.entities.find(Question.class, id));
	}

	private Optional<QuestionDraft> draftOf(Question question, int version) {
		return (version == question.version()) ? Optional.of(question.draft())
				: this.revisions.findByQuestionIdAndNumber(question.id(), version)
					.map(QuestionRevision::draft)
					.map(this.json::read);
	}

	private QuestionDraft changed(Question question, UnaryOperator<QuestionDraft> change) {
		var before = question.draft();
		return this.validator.valid(before, change.apply(before));
	}

	private boolean rewrite(Question question, QuestionDraft draft, String reason, @Nullable Long batch) {
		var before = question.draft();
		var after = this.renamings.current(draft, before.topics());
		if (before.differences(after).isEmpty()) {
			return false;
		}
		question.rewrite(after, this.counter.nextRevision(), this.author, this.now);
		record(question, reason, batch);
		renewPublishedState(before, after);
		return true;
	}

	/** Anonymous readers notice a change if they can see the question before or after. */
	private void renewPublishedState(QuestionDraft... drafts) {
		if (Arrays.stream(drafts).anyMatch(Visibility.ANONYMOUS::includes)) {
			this.counter.renewPublishedState(this.random);
		}
	}

	private void record(Question question, String reason, @Nullable Long batch) {
		this.entities.persist(new QuestionRevision(question, this.json.write(question.draft()),
				bounded("reason", reason, REASON_LENGTH), batch));
	}

	private static String bounded(String name, String text, int max) {
		if (text.isBlank() || text.length() > max) {
			throw new IllegalArgumentException("The %s must have 1 to %d characters".formatted(name, max));
		}
		return text;
	}

	/**
	 * A batch that is written part by part, so that memory does not grow with its size.
	 * Each part is read before it is written; entries that cannot be applied are left
	 * out, and do not stop the others.
	 */
	public final class Batch {

		private final long number = QuestionWriter.this.counter.revision() + 1;

		private final String reason;

		private Batch(String reason) {
			this.reason = bounded("reason", reason, REASON_LENGTH);
		}

		/**
		 * Applies a part.
		 * @param part at most {@value QuestionWriter#MAX_BATCH} entries, of different
		 * questions
		 * @return the reasons why entries are left out, by position
		 */
		public Map<Integer, String> apply(List<Entry> part) {
			var refused = new LinkedHashMap<Integer, String>();
			var questions = find(
					part.stream().map(Entry::question).filter(Objects::nonNull).map(Long.class::cast).toList())
				.stream()
				.collect(Collectors.toMap(Question::id, Function.identity()));
			var known = new HashSet<>(stableIds(part.stream().map(Entry::stableId).toList()));
			// Hibernate inserts entities in the order in which their types first appear,
			// and revisions refer to their questions.
			for (var entry : part.stream().sorted(ADDITIONS_FIRST).toList()) {
				try {
					apply(entry, questions, known).ifPresent((problem) -> refused.put(entry.position(), problem));
				}
				catch (ConstraintViolationException ex) {
					refused.put(entry.position(), ex.getConstraintViolations().iterator().next().getMessage());
				}
			}
			release();
			return refused;
		}

		private Optional<String> apply(Entry entry, Map<Long, Question> questions, Set<String> known) {
			if (entry.question() == null) {
				var id = entry.stableId().isEmpty() ? randomId() : entry.stableId();
				if (!known.add(id)) {
					return Optional.of("Another question has had this id since the preview.");
				}
				add(id, entry.draft(), this.reason, this.number);
				return Optional.empty();
			}
			var question = questions.get(entry.question());
			if (question == null || question.version() != entry.version()) {
				return Optional.of("The question was changed after the preview.");
			}
			rewrite(question, QuestionWriter.this.validator.valid(question.draft(), entry.draft()), this.reason,
					this.number);
			return Optional.empty();
		}

		private List<String> stableIds(List<String> ids) {
			return QuestionWriter.this.entities
				.createNativeQuery("select stable_id from question where stable_id in (:ids)", String.class)
				.setParameter("ids", ids)
				.getResultList();
		}

		/** Returns the number of the batch; empty if it has changed nothing. */
		public Optional<Long> number() {
			return Optional.of(this.number).filter((first) -> first <= QuestionWriter.this.counter.revision());
		}

		/**
		 * A question to add or to change.
		 *
		 * @param position identifies the entry within the part
		 * @param question the number of the question to change; {@code null} to add one
		 * @param version the revision from which the draft was made; a question with a
		 * later one is not changed
		 * @param stableId of the question to add; empty for a random one
		 */
		public record Entry(int position, @Nullable Long question, int version, String stableId, QuestionDraft draft) {
		}

	}

}
