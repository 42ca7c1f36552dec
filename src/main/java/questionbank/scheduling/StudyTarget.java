package questionbank.scheduling;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The interview date and the daily limit that a plan is computed for.
 *
 * @param date the day of the interview, or {@code null} to plan without one
 * @param dailyLimit the maximum number of questions a day, at least 1
 */
public record StudyTarget(@Nullable LocalDate date, int dailyLimit) {

	/**
	 * Returns the day of the interview, or {@code null} if there is none or it has
	 * passed.
	 * @param today the calendar day
	 */
	public @Nullable LocalDate upcoming(LocalDate today) {
		return (this.date != null && !this.date.isBefore(today)) ? this.date : null;
	}

}
