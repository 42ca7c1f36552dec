package questionbank.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import questionbank.question.QuestionSummary;
import questionbank.scheduling.Plan;
import questionbank.scheduling.PracticeDays;
import questionbank.scheduling.Readiness;
import questionbank.scheduling.ReviewedCard;

/**
 * The practice of a learner at a time: goal, plan and readiness.
 *
 * @param stored whether a learner is stored
 * @param future the grades dated in the future; {@code null} if there are none
 * @param complete whether all questions were counted; false while the index is rebuilt
 * @param total the number of questions of the goal
 * @param practised the questions of the goal with reviews
 * @param questions all visible questions with reviews, by id
 * @param difficulties the readiness by difficulty
 * @param topics the readiness by topic, the least ready first
 */
record PracticeStatus(boolean stored, @Nullable FutureGrades future, PracticeGoal goal, PracticeDays days, Instant now,
		boolean complete, Plan plan, long total, List<ReviewedCard> practised, Map<Long, QuestionSummary> questions,
		List<Readiness> difficulties, List<Readiness> topics) {

	/** Whether a grade is dated in the future, and does not count yet. */
	public boolean isAhead(Instant gradedAt) {
		return Timestamps.isAhead(gradedAt, this.now);
	}

	/** Returns the calendar days from now to the interview; 0 without one. */
	public long daysLeft() {
		var date = this.plan.date();
		return (date != null) ? ChronoUnit.DAYS.between(this.days.dateOf(this.now), date) : 0;
	}

	/**
	 * Grades of a learner that are dated in the future: they were given while the clock
	 * of the server was ahead, or it is behind now. They do not count until then.
	 *
	 * @param count the number of grades, at least 1
	 * @param last the practice day of the last one
	 */
	public record FutureGrades(long count, LocalDate last) {
	}

}
