package questionbank.practice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import questionbank.practice.PracticeSession.Kind;
import questionbank.scheduling.Card;
import questionbank.scheduling.Grade;
import questionbank.scheduling.Review;
import questionbank.scheduling.Timestamps;

/**
 * Grades answers, which schedules the next reviews; undoes the last grade; ends sessions.
 * Idempotent for repeated requests.
 */
@Service
class Grading {

	/** The delay up to which a question is asked again in the same session. */
	private static final Duration REQUEUE_DELAY = Duration.ofMinutes(20);

	private final AttemptChanges changes;

	private final Learners learners;

	private final PracticeSessionRepository sessions;

	private final AttemptRepository attempts;

	private final Cards cards;

	private final ShownRevisions revisions;

	private final Clock clock;

	Grading(AttemptChanges changes, Learners learners, PracticeSessionRepository sessions, AttemptRepository attempts,
			Cards cards, ShownRevisions revisions, Clock clock) {
		this.changes = changes;
		this.learners = learners;
		this.sessions = sessions;
		this.attempts = attempts;
		this.cards = cards;
		this.revisions = revisions;
		this.clock = clock;
	}

	/**
	 * Records the grade of an answer, and schedules the next review.
	 * @param revision the number of the question's revision that was shown
	 * @param ticked the indexes of the key points that the answer covered, from 0
	 */
	@Transactional
	SessionResult grade(long id, int position, Grade grade, int revision, Set<Integer> ticked,
			LearnerIdentity identity) {
		return this.changes.apply(id, position, identity, (learner, session, attempt) -> {
			if (attempt.isGraded()) {
				return (attempt.grade() == grade) ? SessionResult.DONE : SessionResult.GRADED_OTHERWISE;
			}
			if (session.isOver()) {
				return SessionResult.ENDED;
			}
			// graded_at must increase per card: replay orders by it.
			var now = this.cards.find(learner.id(), attempt.questionId(), this.clock.instant())
				.map((before) -> Timestamps.after(before.card().reviewedAt(), this.clock.instant()))
				.orElseGet(() -> this.clock.instant());
			if (!session.isRevealed(attempt, now)) {
				return SessionResult.NOT_REVEALED;
			}
			if (this.revisions.find(attempt, identity.viewer()).isEmpty()) {
				return SessionResult.WITHDRAWN;
			}
			var points = this.revisions.findNamed(revision, session, attempt, identity.viewer())
				.map((question) -> question.content().keyPoints());
			if (points.isEmpty() || ticked.stream().anyMatch((point) -> point >= points.get().size())) {
				return SessionResult.OTHER_KEY_POINTS;
			}
			attempt.grade(grade, revision, select(points.get(), ticked, true), select(points.get(), ticked, false), now,
					learner.zone());
			if (attempt.isCounted()) {
				// Flushed, as a replay reads the log from the database.
				this.attempts.saveAndFlush(attempt);
				var review = new Review(attempt.questionId(), grade, now);
				requeue(session, attempt, this.cards.add(learner.id(), review).card(), now);
			}
			return SessionResult.DONE;
		});
	}

	private static List<String> select(List<String> points, Set<Integer> ticked, boolean covered) {
		return IntStream.range(0, points.size())
			.filter((i) -> ticked.contains(i) == covered)
			.mapToObj(points::get)
			.toList();
	}

	/** Adds the question at the end of the session if it is due again within minutes. */
	private void requeue(PracticeSession session, Attempt attempt, Card card, Instant now) {
		if (session.kind() == Kind.MOCK || card.dueAt().isAfter(now.plus(REQUEUE_DELAY))) {
			return;
		}
		var all = this.attempts.findBySession(session.id());
		var isQueued = all.stream()
			.anyMatch((other) -> other.questionId() == attempt.questionId() && !other.isGraded());
		if (!isQueued && all.size() < 2 * SessionStarter.MAXIMUM_QUESTIONS) {
			this.attempts.save(new Attempt(session, all.get(all.size() - 1).position() + 1, attempt.questionId()));
		}
	}

	/**
	 * Undoes the last grade of a session and removes the attempt that it queued, unless
	 * that has an answer.
	 */
	@Transactional
	SessionResult undo(long id, int position, LearnerIdentity identity) {
		return this.changes.apply(id, position, identity, (learner, session, attempt) -> {
			if (!attempt.isGraded()) {
				return SessionResult.DONE;
			}
			var all = this.attempts.findBySession(id);
			if (Attempt.findLastGraded(all, this.clock.instant()).filter((last) -> last == attempt).isEmpty()) {
				return SessionResult.NOT_THE_LAST;
			}
			attempt.undoGrade();
			session.reopen();
			all.stream()
				.filter((other) -> other.position() > position && other.questionId() == attempt.questionId()
						&& other.isEmpty())
				.forEach(this.attempts::delete);
			// Flushed, as the replay reads the log from the database.
			this.attempts.saveAndFlush(attempt);
			if (attempt.isCounted()) {
				this.cards.replay(learner.id(), attempt.questionId());
			}
			return SessionResult.DONE;
		});
	}

	/**
	 * Ends a session; of a mock interview that hides the sample answers, ends only the
	 * answering, which reveals them.
	 */
	@Transactional
	SessionResult finish(long id, LearnerIdentity identity) {
		return this.learners.findForChange(identity)
			.flatMap((learner) -> this.sessions.findByLearner(id, learner.id()))
			.map((session) -> {
				session.finish(this.clock.instant());
				return SessionResult.DONE;
			})
			.orElse(SessionResult.UNKNOWN);
	}

}
