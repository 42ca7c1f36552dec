package questionbank.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import questionbank.account.Viewer;

/** Reads the revisions of questions. */
@Service
@Transactional(readOnly = true)
public class QuestionHistory {

	private final QuestionRepository questions;

	private final RevisionRepository revisions;

	private final DraftJson json;

	QuestionHistory(QuestionRepository questions, RevisionRepository revisions, DraftJson json) {
		this.questions = questions;
		this.revisions = revisions;
		this.json = json;
	}

	/**
	 * Lists revisions of a question, the latest first.
	 * @param before the number above the first revision of the page
	 * @param limit the size of the page
	 */
	public List<Entry> list(long question, int before, int limit) {
		var found = this.revisions.findBefore(question, before, limit + 1).stream().map(this::revision).toList();
		return IntStream.range(0, Math.min(limit, found.size()))
			.mapToObj((i) -> new Entry(found.get(i),
					(i + 1 < found.size()) ? DraftMerge.differences(found.get(i + 1).content(), found.get(i).content())
							: Set.of()))
			.toList();
	}

	/** Finds a revision of a question. */
	public Optional<Revision> revision(long question, int number) {
		return this.revisions.findByQuestionIdAndNumber(question, number).map(this::revision);
	}

	/**
	 * Finds a question as of one of its revisions, if the viewer may see both the present
	 * question and that revision.
	 * @param number counted from 1 within the question
	 */
	public Optional<QuestionDetails> find(long question, int number, Viewer viewer) {
		var visible = Visibility.of(viewer);
		return this.questions.findVisible(question, visible.statusNames(), visible.audienceNames())
			.flatMap((now) -> this.revisions.findByQuestionIdAndNumber(question, number))
			.map(this::revision)
			.filter((revision) -> visible.includes(revision.content()))
			.map((revision) -> new QuestionDetails(question, number, revision.content(), revision.createdAt(),
					revision.author()));
	}

	/** Finds the time at which a revision was replaced; empty for the latest. */
	public Optional<Instant> replacedAt(long question, int number) {
		return this.revisions.findReplacedAt(question, number);
	}

	private Revision revision(QuestionRevision stored) {
		return new Revision(stored.number(), this.json.read(stored.draft()), stored.author(), stored.reason(),
				stored.createdAt());
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
	public record Entry(Revision revision, Set<DraftField> changed) {
	}

}
