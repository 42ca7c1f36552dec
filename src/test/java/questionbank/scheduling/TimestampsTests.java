package questionbank.scheduling;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimestampsTests {

	@ParameterizedTest
	@CsvSource({ "PT1M, 60000", "PT0.0000001S, 1", "PT0.001S, 1", "PT0.001000001S, 2", "PT59.9999S, 60000", "PT0S, 0",
			"PT-1S, 0" })
	void roundsMillisecondsUp(Duration left, long millis) {
		var now = Instant.parse("2026-05-01T12:00:00.000123Z");
		assertThat(Timestamps.millisUntil(now.plus(left), now)).isEqualTo(millis);
	}

}
