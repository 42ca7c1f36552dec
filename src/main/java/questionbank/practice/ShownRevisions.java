package questionbank.practice;

import java.util.Optional;

import org.springframework.stereotype.Component;

import questionbank.account.Viewer;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDetails;

/**
 * Finds the revision of a question that an attempt showed, so that an edit does not move
 * the ticks of a learner to other key points.
 */
@Component
class ShownRevisions {

	private final QuestionBank bank;

	ShownRevisions(QuestionBank bank) {
		this.bank = bank;
	}

	/**
	 * Finds the revision that the attempt recorded, or the current one if it recorded
	 * none; empty if the question is not visible to the viewer any more.
	 */
	Optional<QuestionDetails> find(Attempt attempt, Viewer viewer) {
		var current = this.bank.find(attempt.questionId(), viewer);
		var recorded = attempt.questionRevision();
		return (recorded == null) ? current
				: current.map((question) -> revision(question, recorded, viewer).orElse(question));
	}

	/**
	 * Finds the revision that a grade names: the one of {@link #find}, or, if the attempt
	 * recorded none, one that was current at some time since the session started.
	 * @return empty if the learner cannot have seen that revision
	 */
	Optional<QuestionDetails> findNamed(int number, PracticeSession session, Attempt attempt, Viewer viewer) {
		var shown = find(attempt, viewer);
		if (shown.isEmpty() || shown.get().version() == number) {
			return shown;
		}
		return (attempt.questionRevision() != null) ? Optional.empty()
				: this.bank.replacedAt(attempt.questionId(), number)
					.filter((time) -> !time.isBefore(session.startedAt()))
					.flatMap((time) -> revision(shown.get(), number, viewer));
	}

	private Optional<QuestionDetails> revision(QuestionDetails current, int number, Viewer viewer) {
		return (current.version() == number) ? Optional.of(current) : this.bank.find(current.id(), number, viewer);
	}

}
