package questionbank.practice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import questionbank.practice.PracticeSession.Kind;
import questionbank.question.QuestionBank;
import questionbank.scheduling.Timestamps;

/**
 * Saves answers, and reveals the sample answers: at once, or at the end of a mock
 * interview. Idempotent for repeated requests.
 */
@Service
class Answering {

	private final AttemptChanges changes;

	private final AttemptRepository attempts;

	private final QuestionBank bank;

	private final Clock clock;

	Answering(AttemptChanges changes, AttemptRepository attempts, QuestionBank bank, Clock clock) {
		this.changes = changes;
		this.attempts = attempts;
		this.bank = bank;
		this.clock = clock;
	}

	/** Saves the answer to the first question, if the session was started with one. */
	@Transactional
	SessionResult answerFirst(long id, @Nullable String answer, LearnerIdentity identity) {
		return (answer != null) ? answer(id, 1, AnswerForm.of(answer), identity) : SessionResult.DONE;
	}

	/**
	 * Saves an answer. A mock interview ends by the server's clock: after that, only the
	 * question that was open at its end accepts an answer.
	 * @param form a form without errors
	 */
	@Transactional
	SessionResult answer(long id, int position, AnswerForm form, LearnerIdentity identity) {
		return this.changes.apply(id, position, identity, (learner, session, attempt) -> {
			var now = this.clock.instant();
			var text = form.answer();
			if (attempt.isAnswered() && !text.isEmpty() && !text.equals(attempt.answer())) {
				return SessionResult.ANSWERED_OTHERWISE;
			}
			if (session.kind() == Kind.MOCK) {
				return session.isHidingAnswers(now) ? answerInTime(session, attempt, form, now)
						: answerAfterTheEnd(session, attempt, text, now, identity);
			}
			if (!attempt.isAnswered()) {
				attempt.answer(text, now);
				session.reopen();
			}
			return SessionResult.DONE;
		});
	}

	private SessionResult answerInTime(PracticeSession session, Attempt attempt, AnswerForm form, Instant now) {
		if (form.isTimeUp()) {
			return SessionResult.TIME_LEFT;
		}
		if (!attempt.isAnswered() && !(form.endsNow() && form.answer().isEmpty())) {
			attempt.answer(form.answer(), now);
		}
		if (form.endsNow() || this.attempts.isAnswered(session.id())) {
			session.revealAnswers(now);
		}
		return SessionResult.DONE;
	}

	private SessionResult answerAfterTheEnd(PracticeSession session, Attempt attempt, String text, Instant now,
			LearnerIdentity identity) {
		if (attempt.isAnswered() || text.isEmpty()) {
			return SessionResult.DONE;
		}
		var all = this.attempts.findBySession(session.id());
		if (session.findOpenAtEnd(all, visible(all, identity), now).filter((open) -> open == attempt).isEmpty()) {
			return SessionResult.TOO_LATE;
		}
		attempt.answer(text, now);
		return session.isLate(now) ? SessionResult.KEPT_LATE : SessionResult.DONE;
	}

	private Set<Long> visible(List<Attempt> all, LearnerIdentity identity) {
		return this.bank.summaries(all.stream().map(Attempt::questionId).toList(), identity.viewer()).keySet();
	}

}
