package questionbank.practice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as precisely as every database keeps them. */
final class Moments {

	private Moments() {
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

	/** The present moment, or a moment after another if a clock has gone back. */
	static Instant after(Instant other, Instant now) {
		return now.isAfter(other) ? now : other.plus(1, ChronoUnit.MICROS);
	}

}
