package questionbank.practice;

import org.springframework.stereotype.Component;

import questionbank.question.QuestionDetails;

/**
 * Changes an attempt under a pessimistic lock on its learner, so that concurrent requests
 * of a learner run one after the other. Call it in a transaction.
 */
@Component
class AttemptChanges {

	private final Learners learners;

	private final PracticeSessionRepository sessions;

	private final AttemptRepository attempts;

	private final ShownRevisions revisions;

	AttemptChanges(Learners learners, PracticeSessionRepository sessions, AttemptRepository attempts,
			ShownRevisions revisions) {
		this.learners = learners;
		this.sessions = sessions;
		this.attempts = attempts;
		this.revisions = revisions;
	}

	/**
	 * Applies a change to an attempt.
	 * @return its result, or {@link SessionResult#UNKNOWN} if the learner has no such
	 * session or attempt
	 */
	SessionResult apply(long session, int position, LearnerIdentity identity, Change change) {
		return this.learners.findForChange(identity)
			.flatMap((learner) -> this.sessions.findByLearner(session, learner.id())
				.flatMap((found) -> this.attempts.findBySessionAndPosition(session, position).map((attempt) -> {
					var result = change.apply(learner, found, attempt);
					recordRevision(attempt, identity);
					return result;
				})))
			.orElse(SessionResult.UNKNOWN);
	}

	/**
	 * Records the current revision in an answered attempt, so that later edits change
	 * neither its sample answer nor its key points.
	 */
	private void recordRevision(Attempt attempt, LearnerIdentity identity) {
		if (attempt.isAnswered() && attempt.questionRevision() == null) {
			this.revisions.find(attempt, identity.viewer()).map(QuestionDetails::version).ifPresent(attempt::reveal);
		}
	}

	/** A change of an attempt, for which the learner is locked. */
	interface Change {

		SessionResult apply(Learner learner, PracticeSession session, Attempt attempt);

	}

}
