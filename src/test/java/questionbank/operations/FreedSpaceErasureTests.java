package questionbank.operations;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FreedSpaceErasureTests {

	@Test
	void retriesWithExponentialBackoffUpToAMinute() {
		var run = new FreedSpaceErasure.Run();
		assertThat(Stream.generate(run::nextRetry).limit(8).map(Duration::toSeconds)).containsExactly(1L, 2L, 4L, 8L,
				16L, 32L, 60L, 60L);
	}

}
