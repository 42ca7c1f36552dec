package questionbank;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.springframework.context.annotation.Primary;

/** Running clock that can be advanced, in microseconds as the program’s own. */
@Primary
public class MovingClock extends Clock {

	private volatile Duration offset = Duration.ZERO;

	/** Advances the clock. */
	public void advance(Duration time) {
		this.offset = this.offset.plus(time);
	}

	@Override
	public Instant instant() {
		return Instant.now().truncatedTo(ChronoUnit.MICROS).plus(this.offset);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.offset(Clock.system(zone), this.offset);
	}

}
