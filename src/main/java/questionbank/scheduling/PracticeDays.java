package questionbank.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import questionbank.scheduling.Card.State;

/**
 * A learner's practice days in a time zone. A practice day begins at the same time of day
 * on every date, so that practice after midnight still belongs to the evening before, and
 * lasts until the next one begins: 24 hours, except where the clocks change.
 * <p>
 * The interview is on a calendar day, which begins at midnight.
 *
 * @param zone the time zone of the learner
 * @param start the time of day at which a practice day begins, before noon
 */
public record PracticeDays(ZoneId zone, LocalTime start) {

	/** The default time of day, as in Anki. */
	static final LocalTime DEFAULT_START = LocalTime.of(4, 0);

	/** The assumed time of day of an interview. */
	private static final LocalTime INTERVIEW = LocalTime.NOON;

	public PracticeDays(ZoneId zone) {
		this(zone, DEFAULT_START);
	}

	/**
	 * Returns the practice day of a time: the last one that has begun by then. Comparing
	 * with its beginning, and not with the time of day, keeps the days in order while the
	 * clocks are put back.
	 */
	public LocalDate dayOf(Instant time) {
		var day = dateOf(time).plusDays(1);
		while (time.isBefore(startOf(day))) {
			day = day.minusDays(1);
		}
		return day;
	}

	/** Returns the calendar day of a time. */
	public LocalDate dateOf(Instant time) {
		return LocalDate.ofInstant(time, this.zone);
	}

	/**
	 * Returns the beginning of a practice day. Where the clocks skip that time of day,
	 * the day begins later by as much as they skip.
	 */
	public Instant startOf(LocalDate day) {
		return day.atTime(this.start).atZone(this.zone).toInstant();
	}

	/** Returns the time of the interview, but at least an hour from now. */
	Instant interviewTime(LocalDate day, Instant now) {
		var moment = day.atTime(INTERVIEW).atZone(this.zone).toInstant();
		var soon = now.plus(Duration.ofHours(1));
		return moment.isBefore(soon) ? soon : moment;
	}

	/**
	 * Returns the practice day on which a card is due. Intervals of days count calendar
	 * days and not hours: a change of the clocks would carry hours into another day.
	 */
	public LocalDate dueDay(Card card) {
		return (card.state() == State.REVIEW)
				? dayOf(card.reviewedAt()).plusDays(Duration.between(card.reviewedAt(), card.dueAt()).toDays())
				: dayOf(card.dueAt());
	}

}
