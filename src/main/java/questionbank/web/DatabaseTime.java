package questionbank.web;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Reads the time in the precision that every database stores. */
public final class DatabaseTime {

	private DatabaseTime() {
	}

	/** Returns the current time, truncated to microseconds. */
	public static Instant now(Clock clock) {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
