package questionbank.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkloadTests {

	private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

	@Test
	void assumesThreeMinutesAnAnswerAndTheUsualRepeatsWhileThereAreFewAnswers() {
		var work = Workload.of(10, 0, FirstGrades.DEFAULT, answers(9, 60, Grade.GOOD));
		assertThat(work).isEqualTo(new Workload(14, Duration.ofMinutes(3), false));
		assertThat(work.minutes()).isEqualTo(42);
	}

	@Test
	void usesTheMedianTimeAndTheGradesOfTheLearner() {
		var work = Workload.of(0, 10, FirstGrades.DEFAULT, answers(10, 90, Grade.AGAIN));
		assertThat(work).isEqualTo(new Workload(20, Duration.ofSeconds(90), true));
		assertThat(work.minutes()).isEqualTo(30);
	}

	@Test
	void countsNeitherBreaksNorSessionsThatBeginWithTheAnswer() {
		var pause = answers(10, 1300, Grade.GOOD);
		assertThat(Workload.of(1, 0, FirstGrades.DEFAULT, pause).own()).isFalse();
		var single = IntStream.range(0, 20)
			.mapToObj((i) -> new Workload.Answer(i, START, START, START.plusSeconds(10), Grade.GOOD))
			.toList();
		assertThat(Workload.of(1, 0, FirstGrades.DEFAULT, single).own()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "180, 3 min", "150, 2 min 30 s", "45, 45 s", "0, 0 s" })
	void writesThePaceInWords(long seconds, String label) {
		assertThat(new Workload(1, Duration.ofSeconds(seconds), true).paceLabel()).isEqualTo(label);
	}

	private static List<Workload.Answer> answers(int count, int seconds, Grade grade) {
		return IntStream.rangeClosed(1, count)
			.mapToObj((i) -> START.plusSeconds((long) i * seconds))
			.map((at) -> new Workload.Answer(1, START, at.minusSeconds(5), at, grade))
			.toList();
	}

}
