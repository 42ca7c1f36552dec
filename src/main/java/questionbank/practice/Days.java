package questionbank.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import questionbank.practice.Card.State;

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
record Days(ZoneId zone, LocalTime start) {

	/** The default time of day, as in Anki. */
	static final LocalTime START = LocalTime.of(4, 0);

	/** The time of day at which an interview is assumed. */
	private static final LocalTime INTERVIEW = LocalTime.NOON;

	Days(ZoneId zone) {
		this(zone, START);
	}

	/**
	 * Returns the practice day of a moment: the last one that has begun by then. The
	 * comparison with its beginning, and not with the time of day, keeps the days in
	 * order while the clocks are put back.
	 */
	LocalDate of(Instant moment) {
		var day = date(moment).plusDays(1);
		while (moment.isBefore(start(day))) {
			day = day.minusDays(1);
		}
		return day;
	}

	/** Returns the calendar day of a moment. */
	LocalDate date(Instant moment) {
		return LocalDate.ofInstant(moment, this.zone);
	}

	/**
	 * Returns the first moment of a practice day. Where the clocks skip the time of day
	 * at which it begins, it begins later by as much as they skip.
	 */
	Instant start(LocalDate day) {
		return day.atTime(this.start).atZone(this.zone).toInstant();
	}

	/** Returns the moment of the interview, or an hour from now if it has passed. */
	Instant interview(LocalDate day, Instant now) {
		var moment = day.atTime(INTERVIEW).atZone(this.zone).toInstant();
		var soon = now.plus(Duration.ofHours(1));
		return moment.isBefore(soon) ? soon : moment;
	}

	/**
	 * Returns the practice day on which a card is due. Intervals of whole days count days
	 * and not hours, which a change of the clocks would carry into another day.
	 */
	LocalDate due(Card card) {
		return (card.state() == State.REVIEW)
				? of(card.reviewedAt()).plusDays(Duration.between(card.reviewedAt(), card.dueAt()).toDays())
				: of(card.dueAt());
	}

}
