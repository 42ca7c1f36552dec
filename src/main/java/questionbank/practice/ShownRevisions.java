package questionbank.practice;

import java.util.Optional;

import org.springframework.stereotype.Component;

import questionbank.account.Viewer;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDetails;
import questionbank.question.QuestionHistory;

/**
 * Finds the revision of a question that an attempt shows and is graded against, so that
 * ticks stay on the key points that the learner saw when an editor changes the question.
 */
@Component
class ShownRevisions {

	private final QuestionBank bank;

	private final QuestionHistory history;

	ShownRevisions(QuestionBank bank, QuestionHistory history) {
		this.bank = bank;
		this.history = history;
	}

	/**
	 * The revision that the attempt recorded, or the current one if it recorded none;
	 * nothing if the question is not visible to the viewer any more.
	 */
	Optional<QuestionDetails> find(Attempt attempt, Viewer viewer) {
		var current = this.bank.find(attempt.questionId(), viewer);
		var recorded = attempt.questionVersion();
		return (recorded == null) ? current
				: current.map((question) -> revision(question, recorded, viewer).orElse(question));
	}

	/**
	 * The revision that a grade names: the one that {@link #find} shows, or, if the
	 * attempt recorded none, one that was current at some time since the session began.
	 * @return nothing if the learner cannot have been shown that revision
	 */
	Optional<QuestionDetails> named(int version, PracticeSession session, Attempt attempt, Viewer viewer) {
		var shown = find(attempt, viewer);
		if (shown.isEmpty() || shown.get().version() == version) {
			return shown;
		}
		return (attempt.questionVersion() != null) ? Optional.empty()
				: this.history.replacedAt(attempt.questionId(), version)
					.filter((time) -> !time.isBefore(session.startedAt()))
					.flatMap((time) -> revision(shown.get(), version, viewer));
	}

	private Optional<QuestionDetails> revision(QuestionDetails current, int version, Viewer viewer) {
		return (current.version() == version) ? Optional.of(current) : this.history.find(current.id(), version, viewer);
	}

}
