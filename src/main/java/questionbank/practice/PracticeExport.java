package questionbank.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * All that is kept of somebody's practice, to take away. What follows from the log, such
 * as the dates on which questions are due, is not in it.
 *
 * @param zone in which their practice days begin, or {@code null} if nothing is kept
 * @param attempts every answer, in the order in which they were asked; those that are
 * graded and count are the log of reviews
 */
record PracticeExport(String format, int version, Instant exportedAt, @Nullable String zone, @Nullable LocalDate date,
		int daily, Set<String> difficulties, Set<String> topics, List<Run> sessions, List<Entry> attempts) {

	private static final String FORMAT = "question-bank-practice";

	static PracticeExport of(Learner learner, PracticeGoal aim, List<PracticeSession> sessions, List<Attempt> attempts,
			Instant now) {
		return new PracticeExport(FORMAT, 1, now, learner.zone().getId(), aim.date(), aim.dailyLimit(),
				aim.difficulties().stream().map((one) -> one.slug()).collect(Collectors.toSet()), aim.topics(),
				sessions.stream().map(Run::of).toList(), attempts.stream().map(Entry::of).toList());
	}

	static PracticeExport nothing(Instant now) {
		return new PracticeExport(FORMAT, 1, now, null, null, PracticeGoal.NONE.dailyLimit(), Set.of(), Set.of(),
				List.of(), List.of());
	}

	/** A session. */
	record Run(String id, String kind, String title, boolean counted, String zone, Instant startedAt,
			@Nullable Instant endsAt, @Nullable Instant finishedAt, @Nullable String list) {

		static Run of(PracticeSession session) {
			return new Run(Long.toString(session.id()), session.kind().slug(), session.title(), session.isCounted(),
					session.zone().getId(), session.startedAt(), session.endsAt(), session.finishedAt(),
					session.list());
		}

	}

	/**
	 * An answer.
	 *
	 * @param version the number of the question's revision that the key points are from
	 */
	record Entry(String session, int place, long question, @Nullable Integer version, boolean counted,
			@Nullable String answer, @Nullable Instant answeredAt, @Nullable String grade, @Nullable Instant gradedAt,
			@Nullable String gradedZone, List<String> covered, List<String> missed) {

		static Entry of(Attempt attempt) {
			var grade = attempt.grade();
			var zone = attempt.gradedZone();
			return new Entry(Long.toString(attempt.sessionId()), attempt.position(), attempt.questionId(),
					attempt.questionVersion(), attempt.isCounted(), attempt.answer(), attempt.answeredAt(),
					(grade != null) ? grade.slug() : null, attempt.gradedAt(), (zone != null) ? zone.getId() : null,
					attempt.covered(), attempt.missed());
		}

	}

}
