package questionbank.question;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.annotation.Transactional;

import questionbank.account.Viewer;
import questionbank.question.QuestionDraft.Field;

/**
 * The facade of the bank: writes questions, and reads single ones and their revisions
 * from the database.
 */
@Service
public class QuestionBank {

	private final QuestionLedger ledger;

	private final QuestionIndex index;

	private final QuestionRepository questions;

	private final RevisionRepository revisions;

	private final DraftJson json;

	private final QuestionSummaries summaries;

	QuestionBank(QuestionLedger ledger, QuestionIndex index, QuestionRepository questions, RevisionRepository revisions,
			DraftJson json, QuestionSummaries summaries) {
		this.ledger = ledger;
		this.index = index;
		this.questions = questions;
		this.revisions = revisions;
		this.json = json;
		this.summaries = summaries;
	}

	/**
	 * Writes questions in one unit of work: in one transaction, under the writer lock.
	 * When this returns, its changes are committed and searches find them; if the work
	 * throws, nothing is written.
	 * @param author of the changes, 1 to 100 characters
	 * @param work makes the changes; the writer is unusable after it
	 * @return the result of the work
	 * @throws IllegalTransactionStateException within a transaction of the caller, whose
	 * commit the index could not follow
	 */
	public <T> T write(String author, Function<QuestionWriter, T> work) {
		var result = this.ledger.write(author, work);
		this.index.follow();
		return result;
	}

	/** Finds a question that the viewer may see. */
	@Transactional(readOnly = true)
	public Optional<QuestionDetails> find(long id, Viewer viewer) {
		var visible = Visibility.of(viewer);
		return this.questions.findVisible(id, visible.statusNames(), visible.audienceNames()).map(QuestionDetails::of);
	}

	/** Finds those of some questions that the viewer may see, in one query. */
	@Transactional(readOnly = true)
	public List<QuestionDetails> find(Collection<Long> ids, Viewer viewer) {
		var visible = Visibility.of(viewer);
		return this.questions.findAllVisible(ids, visible.statusNames(), visible.audienceNames())
			.stream()
			.map(QuestionDetails::of)
			.toList();
	}

	/**
	 * Reads a part of the questions that the viewer may see, in order of number.
	 * @param after the number before the first
	 */
	@Transactional(readOnly = true)
	public List<QuestionDetails> read(long after, int limit, Viewer viewer) {
		var visible = Visibility.of(viewer);
		return this.questions.findVisibleAfter(after, visible.statusNames(), visible.audienceNames(), limit)
			.stream()
			.map(QuestionDetails::of)
			.toList();
	}

	/** Finds questions by their stable ids, whatever their status. */
	@Transactional(readOnly = true)
	public Map<String, QuestionDetails> findByStableIds(Collection<String> stableIds) {
		return stableIds.isEmpty() ? Map.of()
				: this.questions.findAllByStableIds(stableIds)
					.stream()
					.map(QuestionDetails::of)
					.collect(Collectors.toMap(QuestionDetails::stableId, Function.identity()));
	}

	/**
	 * Lists revisions of a question, the latest first.
	 * @param before the number above the first revision of the page
	 * @param limit the size of the page
	 */
	@Transactional(readOnly = true)
	public List<HistoryEntry> history(long question, int before, int limit) {
		var found = this.revisions.findBefore(question, before, limit + 1).stream().map(this::revision).toList();
		return IntStream.range(0, Math.min(limit, found.size()))
			.mapToObj((i) -> new HistoryEntry(found.get(i),
					(i + 1 < found.size()) ? found.get(i + 1).content().differences(found.get(i).content()) : Set.of()))
			.toList();
	}

	/** Finds a revision of a question. */
	@Transactional(readOnly = true)
	public Optional<Revision> revision(long question, int number) {
		return this.revisions.findByQuestionIdAndNumber(question, number).map(this::revision);
	}

	/** Finds the contents of revisions, in one query. */
	@Transactional(readOnly = true)
	public Map<RevisionKey, QuestionDraft> contents(Collection<RevisionKey> keys) {
		if (keys.isEmpty()) {
			return Map.of();
		}
		var wanted = Set.copyOf(keys);
		return this.revisions
			.findAllWithNumbers(wanted.stream().map(RevisionKey::question).distinct().toList(),
					wanted.stream().map(RevisionKey::number).distinct().toList())
			.stream()
			.filter((found) -> wanted.contains(RevisionKey.of(found)))
			.collect(Collectors.toMap(RevisionKey::of, (found) -> this.json.read(found.draft())));
	}

	/**
	 * Finds a question as of one of its revisions, if the viewer may see both the present
	 * question and that revision.
	 * @param number counted from 1 within the question
	 */
	@Transactional(readOnly = true)
	public Optional<QuestionDetails> find(long question, int number, Viewer viewer) {
		var visible = Visibility.of(viewer);
		return this.questions.findVisible(question, visible.statusNames(), visible.audienceNames())
			.flatMap((now) -> this.revisions.findByQuestionIdAndNumber(question, number)
				.map(this::revision)
				.filter((revision) -> visible.includes(revision.content()))
				.map((revision) -> new QuestionDetails(question, now.stableId(), number, revision.content(),
						revision.createdAt(), revision.author())));
	}

	/** Finds the time at which a revision was replaced; empty for the latest. */
	@Transactional(readOnly = true)
	public Optional<Instant> replacedAt(long question, int number) {
		return this.revisions.findReplacedAt(question, number);
	}

	private Revision revision(QuestionRevision stored) {
		return new Revision(stored.number(), this.json.read(stored.draft()), stored.author(), stored.reason(),
				stored.createdAt());
	}

	/** Finds those of any number of questions that the viewer may see, by number. */
	public Map<Long, QuestionSummary> summaries(Collection<Long> ids, Viewer viewer) {
		return this.summaries.find(ids, viewer);
	}

	/**
	 * Counts the questions published after a time that the viewer may see: first
	 * published to their present audience.
	 */
	public List<QuestionSummary.Count> countPublishedAfter(Instant time, Viewer viewer) {
		return this.summaries.countPublishedAfter(time, viewer);
	}

	/** Finds those of any number of questions that were published after a time. */
	public Set<Long> publishedAfter(Instant time, Collection<Long> ids) {
		return this.summaries.publishedAfter(time, ids);
	}

	/**
	 * Finds those of any number of questions, visible or not, that were changed after a
	 * time.
	 */
	public Set<Long> changedAfter(Instant time, Collection<Long> ids) {
		return this.summaries.changedAfter(time, ids);
	}

	/** Reads all questions that the viewer may see, in order of number. */
	public List<QuestionSummary> all(Viewer viewer) {
		return this.summaries.all(viewer);
	}

	/**
	 * Reads a batch of the published questions for everyone, in order of number.
	 * @param after the number before the first
	 * @param upTo the highest number
	 */
	public List<Publication> published(long after, long upTo, int limit) {
		return this.summaries.published(after, upTo, limit);
	}

	/** Returns the highest number of a published question for everyone; 0 without any. */
	public long lastPublished() {
		return this.summaries.lastPublished();
	}

	/** A published question for everyone: its number, and the time of its last change. */
	public record Publication(long id, Instant changedAt) {
	}

	/**
	 * Names a revision.
	 *
	 * @param question the number of the question
	 * @param number counted from 1 within the question
	 */
	public record RevisionKey(long question, int number) {

		private static RevisionKey of(QuestionRevision revision) {
			return new RevisionKey(revision.questionId(), revision.number());
		}

	}

	/**
	 * A revision of a question: an entry of its history.
	 *
	 * @param number counted from 1 within the question
	 * @param author of the change that made it
	 * @param reason for that change, one line
	 */
	public record Revision(int number, QuestionDraft content, String author, String reason, Instant createdAt) {
	}

	/** A revision, with the fields that it changed. */
	public record HistoryEntry(Revision revision, Set<Field> changed) {
	}

	/** The result of an edit of a question. */
	public sealed interface EditResult {

		/** Returns the number of the question's latest revision. */
		int version();

		/**
		 * The edit is saved.
		 *
		 * @param changed {@code false} if it made no difference, and no revision
		 * @param kept the fields that others changed since, and that keep their change
		 */
		record Saved(int version, boolean changed, Set<Field> kept) implements EditResult {
		}

		/**
		 * The edit is not saved, as others changed the same fields since. The editor
		 * confirms merged texts, and resolves conflicts.
		 *
		 * @param base the draft that was edited
		 * @param theirs the present draft
		 * @param mine the draft of the edit
		 */
		record Conflict(int version, QuestionDraft base, QuestionDraft theirs,
				QuestionDraft mine) implements EditResult {

			/** Returns the fields that both changed, and that cannot be merged. */
			public Set<Field> fields() {
				return merge().conflicts();
			}

			/** Returns the texts that both changed in different sentences, merged. */
			public Map<Field, String> texts() {
				return merge().texts();
			}

			/** Merges both changes; conflicts are resolved as mine. */
			public QuestionDraft merged() {
				return merge().merged();
			}

			private DraftMerge merge() {
				return new DraftMerge(this.base, this.theirs, this.mine);
			}

		}

	}

}
