package questionbank.kit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import questionbank.account.Role;
import questionbank.account.Viewer;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDetails;
import questionbank.question.QuestionStatus;

/** Reads the questions of kits, and pins questions as they are now. */
@Component
class PinnedQuestions {

	/**
	 * Kits are shared by all interviewers, and so have only questions that every
	 * interviewer sees: published ones.
	 */
	static final Viewer INTERVIEWER = new Viewer(Role.INTERVIEWER, "");

	private final QuestionBank bank;

	PinnedQuestions(QuestionBank bank) {
		this.bank = bank;
	}

	/** Finds a question that kits may have. */
	Optional<QuestionDetails> find(long id) {
		return this.bank.find(id, INTERVIEWER);
	}

	/**
	 * Pins the present revision of questions; those that kits may not have are left out.
	 */
	List<KitQuestion> pin(Collection<Long> ids) {
		return ids.stream().flatMap((id) -> find(id).map(PinnedQuestions::pin).stream()).toList();
	}

	/** Pins the present revision of a question, with all of its probes. */
	static KitQuestion pin(QuestionDetails question) {
		return new KitQuestion(question.id(), question.version(),
				KitQuestion.defaultMinutes(question.content().difficulty()), question.content().probes());
	}

	/**
	 * Finds a question with a revision that kits may pin: a published one of a published
	 * question. Others, such as drafts, are not shown to interviewers.
	 */
	Optional<PinnedQuestion> findPinnable(KitQuestion question) {
		return find(question.question()).flatMap((present) -> read(question))
			.filter((pinned) -> pinned.content().status() == QuestionStatus.PUBLISHED);
	}

	/** Reads the questions of a kit, in order. */
	List<PinnedQuestion> read(List<KitQuestion> questions) {
		return questions.stream().flatMap((question) -> read(question).stream()).toList();
	}

	/** Reads a question of a kit. */
	Optional<PinnedQuestion> read(KitQuestion question) {
		var present = find(question.question());
		return present.filter((now) -> now.version() == question.revision())
			.map(QuestionDetails::content)
			.or(() -> this.bank.revision(question.question(), question.revision()).map(QuestionBank.Revision::content))
			.map((content) -> new PinnedQuestion(question, content, present.orElse(null)));
	}

}
