package questionbank;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Clock that truncates the time to microseconds, the precision that every database
 * stores. {@link Clock#tick} cannot: its {@code millis()} divides by zero for ticks below
 * a millisecond.
 */
final class MicrosecondClock extends Clock {

	private final Clock base;

	MicrosecondClock(Clock base) {
		this.base = base;
	}

	@Override
	public Instant instant() {
		return this.base.instant().truncatedTo(ChronoUnit.MICROS);
	}

	@Override
	public long millis() {
		return this.base.millis();
	}

	@Override
	public ZoneId getZone() {
		return this.base.getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return new MicrosecondClock(this.base.withZone(zone));
	}

}
