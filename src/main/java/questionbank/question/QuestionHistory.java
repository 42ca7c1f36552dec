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
	 * Lists versions of a question, the latest first.
	 * @param before the number above the first version of the page
	 * @param limit the size of the page
	 */
	public List<Entry> list(long question, int before, int limit) {
		var found = this.revisions.findBefore(question, before, limit + 1).stream().map(this::version).toList();
		return IntStream.range(0, Math.min(limit, found.size()))
			.mapToObj((i) -> new Entry(found.get(i),
					(i + 1 < found.size()) ? DraftMerge.differences(found.get(i + 1).content(), found.get(i).content())
							: Set.of()))
			.toList();
	}

	/** Finds a version of a question. */
	public Optional<Version> version(long question, int number) {
		return this.revisions.findByQuestionIdAndNumber(question, number).map(this::version);
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
			.map(this::version)
			.filter((version) -> visible.includes(version.content()))
			.map((version) -> new QuestionDetails(question, number, version.content(), version.createdAt(),
					version.author()));
	}

	/** Finds the time at which a revision was replaced; empty for the latest. */
	public Optional<Instant> replacedAt(long question, int number) {
		return this.revisions.findReplacedAt(question, number);
	}

	private Version version(QuestionRevision revision) {
		return new Version(revision.number(), this.json.read(revision.draft()), revision.author(), revision.reason(),
				revision.createdAt());
	}

	/**
	 * A version of a question.
	 *
	 * @param number counted from 1 within the question
	 * @param author of the change that made it
	 * @param reason for that change, one line
	 */
	public record Version(int number, QuestionDraft content, String author, String reason, Instant createdAt) {
	}

	/** A version, with the fields that it changed. */
	public record Entry(Version version, Set<DraftField> changed) {
	}

}
