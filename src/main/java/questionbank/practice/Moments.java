package questionbank.practice;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as precisely as every database keeps them. */
final class Moments {

	private Moments() {
	}

	static Instant now(Clock clock) {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	/** The present moment, or a moment after another if a clock has gone back. */
	static Instant after(Instant other, Instant now) {
		return now.isAfter(other) ? now : other.plus(1, ChronoUnit.MICROS);
	}

}
