package questionbank.practice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Timestamps in the precision of every database, and what is to be said of one that lies
 * ahead of the clock.
 */
final class Timestamps {

	/** By how much the clocks of instances may differ. */
	private static final Duration SKEW = Duration.ofMinutes(5);

	private Timestamps() {
	}

	static Instant now(Clock clock) {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	/**
	 * The milliseconds until a moment, rounded up so that a countdown never ends before
	 * it; 0 if it has passed.
	 */
	static long millisUntil(Instant moment, Instant now) {
		return Math.max(0, Duration.between(now, moment).plusNanos(999_999).toMillis());
	}

	/** Returns the latest timestamp that is not in the future. */
	static Instant latest(Instant now) {
		return now.plus(SKEW);
	}

	/** Whether a timestamp is in the future: it was given while a clock was ahead. */
	static boolean isAhead(Instant moment, Instant now) {
		return moment.isAfter(latest(now));
	}

	/** Returns now, or the moment after another timestamp if a clock has gone back. */
	static Instant after(Instant other, Instant now) {
		return now.isAfter(other) ? now : other.plus(1, ChronoUnit.MICROS);
	}

}
