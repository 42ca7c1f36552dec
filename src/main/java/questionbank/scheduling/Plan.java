package questionbank.scheduling;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The questions to practise today, and the forecast of the days until the interview.
 * Probabilities are from 0 to 1.
 *
 * @param today the learner's practice day
 * @param date the day of the interview, or {@code null} if there is none ahead
 * @param again the questions in learning steps, which are repeated within minutes, by due
 * time
 * @param before the reviews that are worth more than a new question, best first
 * @param fresh the number of new questions
 * @param after the reviews that are worth less than a new question, best first
 * @param practised the number of questions practised today
 * @param readiness the mean probability of recall on the date without further practice,
 * or now if there is no date
 * @param prospect the readiness with further practice; {@code null} without a date
 * @param days the forecast by day
 */
public record Plan(LocalDate today, @Nullable LocalDate date, List<Long> again, List<Long> before, int fresh,
		List<Long> after, int practised, double readiness, @Nullable Prospect prospect, List<Day> days) {

	/** Returns the number of questions to practise today. */
	public int size() {
		return this.again.size() + this.before.size() + this.fresh + this.after.size();
	}

	/** Returns the practice days left to the interview; 0 without one. */
	public long practiceDaysLeft() {
		return (this.date != null) ? ChronoUnit.DAYS.between(this.today, this.date) : 0;
	}

	/**
	 * The expected readiness on the date: its mean over the possible answers.
	 *
	 * @param afterToday if nothing is practised after today
	 * @param ifKept if each day is practised as planned
	 * @param ifLeftOut if each day but today is practised as planned
	 */
	public record Prospect(double afterToday, double ifKept, double ifLeftOut) {
	}

	/**
	 * The forecast of a day, or of several if they are far ahead.
	 *
	 * @param last the last of the days
	 * @param fresh the expected number of new questions
	 * @param repeats the expected number of other reviews
	 * @param readiness the expected readiness on the interview date after the practice of
	 * these days; {@code null} without a date
	 */
	public record Day(LocalDate date, LocalDate last, long fresh, long repeats, @Nullable Double readiness) {
	}

}
