package questionbank.practice;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What to practise today and on the days until the interview, and what comes of it.
 *
 * @param today the learner's day
 * @param date the day of the interview, or {@code null} if there is none ahead
 * @param again what was begun today and is to be repeated within minutes, the soonest
 * first
 * @param before what is worth more than something new, the best first
 * @param fresh how many new questions to begin
 * @param after what is worth less than something new, the best first
 * @param practised how many questions were practised today
 * @param readiness how likely any of the questions is remembered on the date, or now if
 * there is none
 * @param prospect what becomes of that; {@code null} without a date
 * @param days the days to come
 */
record Plan(LocalDate today, @Nullable LocalDate date, List<Long> again, List<Long> before, int fresh, List<Long> after,
		int practised, double readiness, @Nullable Prospect prospect, List<Day> days) {

	/** How many questions there are to practise today. */
	public int size() {
		return this.again.size() + this.before.size() + this.fresh + this.after.size();
	}

	/** How many days are left to the interview; 0 without one. */
	public long daysLeft() {
		return (this.date != null) ? ChronoUnit.DAYS.between(this.today, this.date) : 0;
	}

	/**
	 * How ready somebody is to be on the date.
	 *
	 * @param afterToday if nothing is practised after today
	 * @param ifKept if everything is practised as planned
	 * @param ifLeftOut if today is left out
	 */
	public record Prospect(double afterToday, double ifKept, double ifLeftOut) {
	}

	/**
	 * A day, or several where they are far away.
	 *
	 * @param last the last of the days
	 * @param fresh how many new questions are begun
	 * @param repeats how many others are practised
	 * @param readiness how ready somebody is for the date after that; {@code null}
	 * without one
	 */
	public record Day(LocalDate date, LocalDate last, long fresh, long repeats, @Nullable Double readiness) {
	}

}
