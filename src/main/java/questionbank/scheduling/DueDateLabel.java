package questionbank.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import questionbank.scheduling.Card.State;

/** Formats due dates, short enough for a button. */
public final class DueDateLabel {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

	private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

	private DueDateLabel() {
	}

	/**
	 * Formats the due date relative to now, such as "in 10 min", "tomorrow" or "in 9
	 * days, 1 May".
	 */
	public static String of(Card card, PracticeDays days, Instant now) {
		if (card.state() != State.REVIEW) {
			var minutes = Math.max(0, Math.round(Duration.between(now, card.dueAt()).toSeconds() / 60.0));
			return (minutes == 0) ? "now" : "in " + minutes + " min";
		}
		var today = days.dayOf(now);
		var due = days.dueDay(card);
		var left = ChronoUnit.DAYS.between(today, due);
		if (left <= 1) {
			return (left < 1) ? "today" : "tomorrow";
		}
		return "in " + left + " days, " + due.format((due.getYear() == today.getYear()) ? DAY : YEAR);
	}

}
