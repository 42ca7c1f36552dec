package questionbank.practice;

import questionbank.scheduling.Card;
import questionbank.scheduling.Review;
import questionbank.scheduling.Grade;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import questionbank.practice.PracticeSession.Kind;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDetails;

/**
 * What is done in a session: answer, grade, take a grade back, and end. Whatever is sent
 * twice is done once.
 */
@Service
class Grading {

	/** What is due again so soon is asked again before the session ends. */
	private static final Duration AHEAD = Duration.ofMinutes(20);

	private final Learners learners;

	private final PracticeSessionRepository sessions;

	private final AttemptRepository attempts;

	private final Cards cards;

	private final ShownRevisions revisions;

	private final QuestionBank bank;

	private final Clock clock;

	Grading(Learners learners, PracticeSessionRepository sessions, AttemptRepository attempts, Cards cards,
			ShownRevisions revisions, QuestionBank bank, Clock clock) {
		this.learners = learners;
		this.sessions = sessions;
		this.attempts = attempts;
		this.cards = cards;
		this.revisions = revisions;
		this.bank = bank;
		this.clock = clock;
	}

	/** Takes the answer to the first question, if it was given as the session began. */
	@Transactional
	SessionResult begin(long id, @Nullable String answer, LearnerIdentity who) {
		return (answer != null) ? answer(id, 1, AnswerForm.of(answer), who) : SessionResult.DONE;
	}

	/**
	 * Takes an answer, and reveals the sample answer. A mock interview ends by the
	 * server's clock: after that, only the question that was open is answered.
	 * @param form its answer has at most 20,000 characters
	 */
	@Transactional
	SessionResult answer(long id, int position, AnswerForm form, LearnerIdentity who) {
		return change(id, position, who, (learner, session, attempt) -> {
			var now = Timestamps.now(this.clock);
			var text = form.answer();
			if (attempt.isAnswered() && !text.isEmpty() && !text.equals(attempt.answer())) {
				return SessionResult.ANSWERED_OTHERWISE;
			}
			if (session.kind() == Kind.MOCK) {
				return session.isHidingAnswers(now) ? answerInTime(session, attempt, form, now)
						: answerAfterTheEnd(session, attempt, text, now, who);
			}
			if (!attempt.isAnswered()) {
				attempt.answer(text, now);
				session.goOn();
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
			LearnerIdentity who) {
		if (attempt.isAnswered() || text.isEmpty()) {
			return SessionResult.DONE;
		}
		var all = this.attempts.findBySession(session.id());
		var seen = this.bank.summaries(all.stream().map(Attempt::questionId).toList(), who.viewer()).keySet();
		if (openAtTheEnd(session, all, seen, now) != attempt) {
			return SessionResult.TOO_LATE;
		}
		attempt.answer(text, now);
		return session.isLate(now) ? SessionResult.KEPT_LATE : SessionResult.DONE;
	}

	/**
	 * The question that was open when the time of a mock interview ran out.
	 * @param all what the session asks, in order
	 * @param seen the questions that the learner may see
	 * @return {@code null} if it did not end by its time, or none was open
	 */
	static @Nullable Attempt openAtTheEnd(PracticeSession session, List<Attempt> all, Set<Long> seen, Instant now) {
		var end = session.endsAt();
		return (end == null || !session.hasRunOut(now)) ? null
				: all.stream()
					.filter((one) -> one.wasOpenAt(end) && seen.contains(one.questionId()))
					.findFirst()
					.orElse(null);
	}

	/**
	 * Records how well the learner knew the answer, and schedules the next review.
	 * @param version the number of the question's revision that was shown
	 * @param ticked which of its key points the answer covered, from 0
	 */
	@Transactional
	SessionResult grade(long id, int position, Grade grade, int version, Set<Integer> ticked, LearnerIdentity who) {
		return change(id, position, who, (learner, session, attempt) -> {
			if (attempt.isGraded()) {
				return (attempt.grade() == grade) ? SessionResult.DONE : SessionResult.GRADED_OTHERWISE;
			}
			var before = this.cards.find(learner.id(), attempt.questionId(), Timestamps.now(this.clock));
			// Replay orders by the time of the grade: it must increase per card.
			var now = before.map((one) -> Timestamps.after(one.card().reviewedAt(), Timestamps.now(this.clock)))
				.orElseGet(() -> Timestamps.now(this.clock));
			if (!isRevealed(session, attempt, now)) {
				return SessionResult.NOT_REVEALED;
			}
			if (this.revisions.find(attempt, who.viewer()).isEmpty()) {
				return SessionResult.WITHDRAWN;
			}
			var points = this.revisions.named(version, session, attempt, who.viewer())
				.map((question) -> question.content().keyPoints());
			if (points.isEmpty() || ticked.stream().anyMatch((point) -> point >= points.get().size())) {
				return SessionResult.OTHER_KEY_POINTS;
			}
			attempt.grade(grade, version, points(points.get(), ticked, true), points(points.get(), ticked, false), now,
					learner.zone());
			if (attempt.isCounted()) {
				// The cards may have to be computed from what the database has.
				this.attempts.saveAndFlush(attempt);
				var review = new Review(attempt.questionId(), grade, now);
				askAgain(session, attempt, this.cards.take(learner.id(), review).card(), now);
			}
			return SessionResult.DONE;
		});
	}

	private static List<String> points(List<String> points, Set<Integer> ticked, boolean covered) {
		return IntStream.range(0, points.size())
			.filter((i) -> ticked.contains(i) == covered)
			.mapToObj(points::get)
			.toList();
	}

	/** Whether the sample answer can be seen. */
	static boolean isRevealed(PracticeSession session, Attempt attempt, Instant now) {
		return (session.kind() == Kind.MOCK) ? !session.isHidingAnswers(now) : attempt.isAnswered();
	}

	/** What is not known yet is asked again at the end of a session. */
	private void askAgain(PracticeSession session, Attempt attempt, Card card, Instant now) {
		if (session.kind() == Kind.MOCK || card.dueAt().isAfter(now.plus(AHEAD))) {
			return;
		}
		var all = this.attempts.findBySession(session.id());
		var isAsked = all.stream().anyMatch((one) -> one.questionId() == attempt.questionId() && !one.isGraded());
		if (!isAsked && all.size() < 2 * Practice.MOST) {
			this.attempts.save(new Attempt(session, all.get(all.size() - 1).position() + 1, attempt.questionId()));
		}
	}

	/**
	 * Takes the last grade of a session back, with all that followed from it; only what
	 * has been typed since stays.
	 */
	@Transactional
	SessionResult undo(long id, int position, LearnerIdentity who) {
		return change(id, position, who, (learner, session, attempt) -> {
			if (!attempt.isGraded()) {
				return SessionResult.DONE;
			}
			var all = this.attempts.findBySession(id);
			if (last(all, this.clock.instant()) != attempt) {
				return SessionResult.NOT_THE_LAST;
			}
			attempt.takeBack();
			session.goOn();
			all.stream()
				.filter((one) -> one.position() > position && one.questionId() == attempt.questionId() && one.isEmpty())
				.forEach(this.attempts::delete);
			// The cards are computed from what the database has.
			this.attempts.saveAndFlush(attempt);
			if (attempt.isCounted()) {
				this.cards.replay(learner.id(), attempt.questionId());
			}
			return SessionResult.DONE;
		});
	}

	/**
	 * Returns the attempt that was graded last, or {@code null} if none was. One whose
	 * time has not come was graded before the clock was corrected.
	 */
	static @Nullable Attempt last(List<Attempt> all, Instant now) {
		return all.stream()
			.filter(Attempt::isGraded)
			.max(Comparator.comparing((Attempt one) -> !Timestamps.isAhead(gradedAt(one), now))
				.thenComparing(Grading::gradedAt)
				.thenComparing(Attempt::position))
			.orElse(null);
	}

	private static Instant gradedAt(Attempt attempt) {
		return Objects.requireNonNull(attempt.gradedAt());
	}

	/** Ends a session before everything was asked, or the silence of a mock interview. */
	@Transactional
	SessionResult finish(long id, LearnerIdentity who) {
		return this.learners.findForChange(who)
			.flatMap((learner) -> this.sessions.findByLearner(id, learner.id()))
			.map((session) -> {
				session.finish(Timestamps.now(this.clock));
				return SessionResult.DONE;
			})
			.orElse(SessionResult.UNKNOWN);
	}

	/** Whatever a learner does is done in turn, as the learner is locked. */
	private SessionResult change(long id, int position, LearnerIdentity who, Change change) {
		return this.learners.findForChange(who)
			.flatMap((learner) -> this.sessions.findByLearner(id, learner.id())
				.flatMap((session) -> this.attempts.findBySessionAndPosition(id, position).map((attempt) -> {
					var outcome = change.apply(learner, session, attempt);
					recordRevision(attempt, who);
					return outcome;
				})))
			.orElse(SessionResult.UNKNOWN);
	}

	/**
	 * An answered attempt keeps the revision that was revealed, whatever is edited later.
	 */
	private void recordRevision(Attempt attempt, LearnerIdentity who) {
		if (attempt.isAnswered() && attempt.questionVersion() == null) {
			this.revisions.find(attempt, who.viewer()).map(QuestionDetails::version).ifPresent(attempt::reveal);
		}
	}

	private interface Change {

		SessionResult apply(Learner learner, PracticeSession session, Attempt attempt);

	}

}
