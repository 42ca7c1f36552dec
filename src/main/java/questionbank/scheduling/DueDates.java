package questionbank.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import questionbank.scheduling.Card.State;

/**
 * Formats the due dates of cards, short enough for a button.
 *
 * @param interview the day of the interview, from which on no card is practised for it;
 * {@code null} without one ahead
 * @param now the time to which the dates are relative
 */
public record DueDates(PracticeDays days, @Nullable LocalDate interview, Instant now) {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

	private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

	/**
	 * Formats a due date, such as "in 10 min", "tomorrow", "in 9 days, 1 May", or "after
	 * the interview".
	 */
	public String label(Card card) {
		if (card.state() != State.REVIEW) {
			var minutes = Math.max(0, Math.round(Duration.between(this.now, card.dueAt()).toSeconds() / 60.0));
			return (minutes == 0) ? "now" : "in " + minutes + " min";
		}
		var today = this.days.dayOf(this.now);
		var due = this.days.dueDay(card);
		if (this.interview != null && !due.isBefore(this.interview)) {
			return due.isAfter(this.interview) ? "after the interview" : "on the interview day";
		}
		var left = ChronoUnit.DAYS.between(today, due);
		if (left <= 1) {
			return (left < 1) ? "today" : "tomorrow";
		}
		return "in " + left + " days, " + due.format((due.getYear() == today.getYear()) ? DAY : YEAR);
	}

}
