package questionbank.scheduling;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Invariants of the memory model, over a thousand random memory states. */
class FsrsPropertyTests {

	private static final Fsrs MODEL = Fsrs.DEFAULT;

	private static Stream<Case> cases() {
		var random = new SplittableRandom(6);
		return IntStream.range(0, 1000)
			.mapToObj((i) -> new Case(
					new Memory(Math.exp(random.nextDouble(Math.log(0.001), Math.log(36_500))),
							random.nextDouble(1, 10)),
					(i % 5 == 0) ? random.nextDouble() : Math.exp(random.nextDouble(0, 11))));
	}

	@Test
	void staysWithinItsBounds() {
		cases().forEach((given) -> {
			assertThat(MODEL.retrievability(given.days, given.memory.stability())).isBetween(0.0, 1.0);
			for (var grade : Grade.values()) {
				var next = MODEL.next(given.memory, grade, given.days);
				assertThat(next.stability()).isBetween(0.001, 36_500.0);
				assertThat(next.difficulty()).isBetween(1.0, 10.0);
				assertThat(MODEL.interval(0.9, next.stability())).isBetween(1, 36_500);
			}
		});
	}

	@Test
	void aBetterGradeGivesMoreStabilityAndLessDifficulty() {
		cases().forEach((given) -> {
			for (int i = 1; i < 4; i++) {
				var worse = MODEL.next(given.memory, Grade.values()[i - 1], given.days);
				var better = MODEL.next(given.memory, Grade.values()[i], given.days);
				assertThat(better.stability()).isGreaterThanOrEqualTo(worse.stability());
				assertThat(better.difficulty()).isLessThanOrEqualTo(worse.difficulty());
			}
		});
	}

	@Test
	void recallFallsWithTimeAndRisesWithStability() {
		cases().forEach((given) -> {
			var stability = given.memory.stability();
			assertThat(MODEL.retrievability(given.days * 1.1 + 0.1, stability))
				.isLessThan(MODEL.retrievability(given.days, stability));
			assertThat(MODEL.retrievability(given.days + 0.1, stability * 1.1))
				.isGreaterThan(MODEL.retrievability(given.days + 0.1, stability));
		});
	}

	@Test
	void gainsMoreStabilityTheLaterItIsRecalled() {
		cases().forEach((given) -> {
			var sooner = MODEL.next(given.memory, Grade.GOOD, 1 + given.days);
			var later = MODEL.next(given.memory, Grade.GOOD, 2 + 2 * given.days);
			assertThat(later.stability()).isGreaterThanOrEqualTo(sooner.stability());
			assertThat(sooner.stability()).isGreaterThanOrEqualTo(given.memory.stability());
		});
	}

	@Test
	void forgettingNeverIncreasesStability() {
		cases().forEach((given) -> {
			assertThat(MODEL.next(given.memory, Grade.AGAIN, 1 + given.days).stability())
				.isLessThanOrEqualTo(Math.max(0.001, given.memory.stability()));
		});
	}

	record Case(Memory memory, double days) {
	}

}
