package questionbank.practice;

import questionbank.scheduling.PracticeDays;
import questionbank.scheduling.Readiness;
import questionbank.scheduling.ReviewedCard;
import questionbank.scheduling.Plan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import questionbank.question.QuestionSummary;

/**
 * Where somebody stands at a moment.
 *
 * @param begun whether anything is kept of them
 * @param future their grades whose time has not come; {@code null} if there are none
 * @param whole whether all questions could be counted; not so while the index is rebuilt
 * @param total how many questions they practise for
 * @param practised those of them that were practised
 * @param questions all that were ever practised and can be seen, by number
 * @param difficulties how ready they are by difficulty
 * @param topics how ready they are by topic, the least ready first
 */
record PracticeStatus(boolean begun, @Nullable FutureGrades future, PracticeGoal aim, PracticeDays days, Instant now,
		boolean whole, Plan plan, long total, List<ReviewedCard> practised, Map<Long, QuestionSummary> questions,
		List<Readiness> difficulties, List<Readiness> topics) {

	/** Whether a grade does not count yet, because its time has not come. */
	public boolean isAhead(Instant gradedAt) {
		return Timestamps.isAhead(gradedAt, this.now);
	}

	/** Returns the calendar days from now to the interview; 0 without one. */
	public long daysLeft() {
		var date = this.plan.date();
		return (date != null) ? ChronoUnit.DAYS.between(this.days.dateOf(this.now), date) : 0;
	}

}
