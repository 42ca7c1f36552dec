package questionbank.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import questionbank.question.QuestionSummary;
import questionbank.scheduling.Plan;
import questionbank.scheduling.PracticeDays;
import questionbank.scheduling.Readiness;
import questionbank.scheduling.ReviewedCard;
import questionbank.scheduling.Timestamps;
import questionbank.scheduling.Workload;

/**
 * The practice of a learner at a time: goal, plan and readiness.
 *
 * @param stored whether a learner is stored
 * @param future the grades dated in the future; {@code null} if there are none
 * @param newQuestions the new questions that are not in the goal; {@code null} if there
 * are none
 * @param removedQuestions the practised questions that left the goal since the last
 * grade; {@code null} if there are none
 * @param replacedModel the memory model that a fit has replaced since the last practice
 * day; {@code null} if there is none
 * @param complete whether all questions were counted; false while the index is rebuilt
 * @param workload the expected work of today
 * @param total the number of questions of the goal
 * @param practised the questions of the goal with reviews
 * @param questions all visible questions with reviews, by id
 * @param difficulties the readiness by difficulty
 * @param topics the readiness by topic, the least ready first
 */
record PracticeStatus(boolean stored, @Nullable FutureGrades future, @Nullable NewQuestions newQuestions,
		@Nullable RemovedQuestions removedQuestions, @Nullable ReplacedModel replacedModel, PracticeGoal goal,
		PracticeDays days, Instant now, boolean complete, Plan plan, Workload workload, long total,
		List<ReviewedCard> practised, Map<Long, QuestionSummary> questions, List<Readiness> difficulties,
		List<Readiness> topics) {

	/** The difference of readiness below which two forecasts are shown as one. */
	private static final double SAME_FORECAST = 0.02;

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

	/**
	 * Returns the forecasts on the page, in words. Forecasts that differ by less than two
	 * points are one.
	 */
	public List<ReadinessForecast> forecasts() {
		var prospect = this.plan.prospect();
		if (prospect == null) {
			return List.of();
		}
		var all = new ArrayList<ReadinessForecast>();
		add(all, "If you stop now", this.plan.readiness());
		if (this.plan.size() > 0) {
			add(all, "After today’s session", prospect.afterToday());
		}
		boolean canLeaveOut = this.plan.practiceDaysLeft() > 1;
		boolean same = canLeaveOut && Math.abs(prospect.ifKept() - prospect.ifLeftOut()) < SAME_FORECAST;
		if (this.plan.practiceDaysLeft() > 0) {
			add(all, same ? "If you practise as planned, even without today" : "If you practise as planned",
					prospect.ifKept());
		}
		if (canLeaveOut && !same) {
			add(all, "As planned, but not today", prospect.ifLeftOut());
		}
		return all;
	}

	private static void add(List<ReadinessForecast> all, String label, double readiness) {
		for (int i = 0; i < all.size(); i++) {
			var other = all.get(i);
			if (Math.abs(other.readiness - readiness) < SAME_FORECAST) {
				all.set(i, new ReadinessForecast(other.label + " · " + label, other.readiness));
				return;
			}
		}
		all.add(new ReadinessForecast(label, readiness));
	}

	/** A forecast of the readiness, from 0 to 1. */
	public record ReadinessForecast(String label, double readiness) {
	}

	/**
	 * New questions that match the goal, but are not in it until the learner adds them.
	 *
	 * @param count the number of questions, at least 1
	 * @param since the day since which they are new
	 * @param before the readiness without them
	 * @param after the readiness with them
	 * @param leftOut whether the learner has left all of them out
	 */
	public record NewQuestions(long count, LocalDate since, double before, double after, boolean leftOut) {
	}

	/**
	 * Practised questions that were withdrawn, or whose topics or difficulty the goal
	 * does not select any more.
	 *
	 * @param count the number of questions, at least 1
	 * @param before the readiness with them
	 * @param after the readiness without them
	 */
	public record RemovedQuestions(long count, double before, double after) {
	}

	/**
	 * A memory model that was replaced in the background.
	 *
	 * @param fitted whether weights fitted to the learner's answers have replaced it, or
	 * the default ones
	 * @param answers the number of answers of the fit
	 * @param before the readiness that it computes
	 * @param after the readiness that its replacement computes
	 */
	public record ReplacedModel(boolean fitted, int answers, double before, double after) {

		/** Whether the readiness has moved by a whole point as it is shown. */
		public boolean isVisible() {
			return Math.round(100 * this.before) != Math.round(100 * this.after);
		}

	}

}
