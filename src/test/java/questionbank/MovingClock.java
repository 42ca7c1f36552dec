package questionbank;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.springframework.context.annotation.Primary;

/** A clock that goes as clocks do, and can be put forward. */
@Primary
public class MovingClock extends Clock {

	private volatile Duration ahead = Duration.ZERO;

	/** Puts the clock forward. */
	public void advance(Duration time) {
		this.ahead = this.ahead.plus(time);
	}

	@Override
	public Instant instant() {
		return Instant.now().plus(this.ahead);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.offset(Clock.system(zone), this.ahead);
	}

}
