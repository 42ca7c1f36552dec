package questionbank;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MicrosecondClockTests {

	private final Clock clock = new MicrosecondClock(
			Clock.fixed(Instant.parse("2026-05-01T10:00:00.123456789Z"), ZoneOffset.UTC));

	@Test
	void truncatesToMicroseconds() {
		assertThat(this.clock.instant()).isEqualTo("2026-05-01T10:00:00.123456Z");
		assertThat(this.clock.withZone(ZoneOffset.MAX).instant()).isEqualTo("2026-05-01T10:00:00.123456Z");
	}

	@Test
	void hasMilliseconds() {
		assertThat(this.clock.millis()).isEqualTo(this.clock.instant().toEpochMilli());
	}

}
