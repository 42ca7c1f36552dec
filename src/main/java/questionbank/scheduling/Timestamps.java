package questionbank.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Compares timestamps in the precision of every database, with a tolerance for clock
 * skew.
 */
public final class Timestamps {

	/** The maximum clock skew between instances. */
	private static final Duration SKEW = Duration.ofMinutes(5);

	private Timestamps() {
	}

	/**
	 * Returns the milliseconds until a time, rounded up so that a countdown never ends
	 * early; 0 if it has passed.
	 */
	public static long millisUntil(Instant time, Instant now) {
		return Math.max(0, Duration.between(now, time).plusNanos(999_999).toMillis());
	}

	/** Returns the latest time that is not in the future, given the clock skew. */
	public static Instant latest(Instant now) {
		return now.plus(SKEW);
	}

	/** Whether a timestamp is in the future: the clock was ahead when it was taken. */
	public static boolean isAhead(Instant time, Instant now) {
		return time.isAfter(latest(now));
	}

	/**
	 * Returns now, or a microsecond after an earlier timestamp if the clock went back.
	 */
	public static Instant after(Instant earlier, Instant now) {
		return now.isAfter(earlier) ? now : earlier.plus(1, ChronoUnit.MICROS);
	}

}
