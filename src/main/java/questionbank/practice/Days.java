package questionbank.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import questionbank.practice.Card.State;

/**
 * A learner's days: from midnight to midnight in the zone in which they practise, however
 * many hours that takes.
 */
record Days(ZoneId zone) {

	/** Interviews are taken to be at noon. */
	private static final LocalTime INTERVIEW = LocalTime.NOON;

	/** The day that it is at a moment. */
	LocalDate of(Instant moment) {
		return LocalDate.ofInstant(moment, this.zone);
	}

	/** The first moment of a day, which is not midnight everywhere. */
	Instant start(LocalDate day) {
		return day.atStartOfDay(this.zone).toInstant();
	}

	/** When the interview is; if that is over, in an hour. */
	Instant interview(LocalDate day, Instant now) {
		var moment = day.atTime(INTERVIEW).atZone(this.zone).toInstant();
		var soon = now.plus(Duration.ofHours(1));
		return moment.isBefore(soon) ? soon : moment;
	}

	/**
	 * The day on which a card is due. Intervals of whole days are counted in days, which
	 * a change of the clocks would otherwise carry past midnight.
	 */
	LocalDate due(Card card) {
		return (card.state() == State.REVIEW)
				? of(card.reviewedAt()).plusDays(Duration.between(card.reviewedAt(), card.dueAt()).toDays())
				: of(card.dueAt());
	}

}
