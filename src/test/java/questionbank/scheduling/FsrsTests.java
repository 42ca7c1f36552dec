package questionbank.scheduling;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Compares the model with the reference implementations of FSRS-6. */
class FsrsTests {

	private static final Offset<Double> CLOSE = Offset.offset(1e-8);

	private final Fsrs model = Fsrs.DEFAULT;

	@ParameterizedTest
	@CsvSource({ "0, 1, 1.0", "1, 2, 0.94034429", "2, 3, 0.92537863", "3, 4, 0.9185229", "4, 4, 0.9",
			"5, 2, 0.82613588", "2, 1, 0.84588465", "3, 1, 0.8093881" })
	void followsTheForgettingCurve(double days, double stability, double expected) {
		assertThat(this.model.retrievability(days, stability)).isCloseTo(expected, CLOSE);
	}

	@ParameterizedTest
	@CsvSource({ "0.1, 3116769", "0.2, 34793", "0.3, 2508", "0.4, 387", "0.5, 90", "0.6, 27", "0.7, 9", "0.8, 3",
			"0.9, 1", "1.0, 1" })
	void isDueWhenRecallHasFallenToTheTargetRetention(double retention, long expected) {
		assertThat(Math.max(1, Math.round(this.model.daysUntil(retention, 1)))).isEqualTo(expected);
		assertThat(this.model.interval(retention, 1)).isEqualTo((int) Math.min(expected, 36_500));
	}

	@ParameterizedTest
	@CsvSource({ "AGAIN, 6.4133, 8.34176237", "HARD, 5.11217071, 6.66599537", "GOOD, 2.11810397, 4.99022837",
			"EASY, -4.77163070, 3.31446137" })
	void gradesSetAndChangeTheDifficulty(Grade grade, double first, double next) {
		assertThat(this.model.firstDifficulty(grade)).isCloseTo(first, CLOSE);
		assertThat(this.model.nextDifficulty(5, grade)).isCloseTo(next, CLOSE);
	}

	@ParameterizedTest
	@CsvSource({ "2, 0.8, HARD, 28.22657096", "3, 0.7, GOOD, 58.65599107", "4, 0.6, EASY, 127.2266925" })
	void recallIncreasesStability(double difficulty, double retrievability, Grade grade, double expected) {
		assertThat(this.model.recalled(new Memory(5, difficulty), retrievability, grade)).isCloseTo(expected,
				Offset.offset(1e-7));
	}

	@ParameterizedTest
	@CsvSource({ "1, 0.9, 1.05253961", "2, 0.8, 1.18943295", "3, 0.7, 1.36808387", "4, 0.6, 1.58498896" })
	void forgettingDecreasesStability(double difficulty, double retrievability, double expected) {
		assertThat(this.model.forgotten(new Memory(5, difficulty), retrievability)).isCloseTo(expected, CLOSE);
	}

	@ParameterizedTest
	@CsvSource({ "AGAIN, 1.596818", "HARD, 5.0", "GOOD, 5.0", "EASY, 8.12960956" })
	void sameDayReviewsKeepStabilityUnlessForgotten(Grade grade, double expected) {
		assertThat(this.model.sameDay(5, grade)).isCloseTo(expected, Offset.offset(1e-6));
	}

	@Test
	void aHistoryGivesTheMemoryStateOfTheReferences() {
		var memory = this.model.first(Grade.AGAIN);
		for (var days : new double[] { 0, 1, 3, 8, 21 }) {
			memory = this.model.next(memory, Grade.GOOD, days);
		}
		assertThat(memory.stability()).isCloseTo(53.62691, Offset.offset(1e-4));
		assertThat(memory.difficulty()).isCloseTo(6.3574867, Offset.offset(1e-4));
	}

	@Test
	void staysWithinItsBounds() {
		var easy = this.model.first(Grade.EASY);
		var hopeless = this.model.first(Grade.AGAIN);
		for (int times = 0; times < 100; times++) {
			easy = this.model.next(easy, Grade.EASY, 36_500);
			hopeless = this.model.next(hopeless, Grade.AGAIN, 0);
		}
		assertThat(easy).isEqualTo(new Memory(36_500, 1));
		assertThat(hopeless.stability()).isBetween(0.001, 0.01);
		assertThat(hopeless.difficulty()).isBetween(9.9, 10.0);
	}

	@ParameterizedTest
	@CsvSource({ "20:00 to 08:00, 0.5", "6 hours and a second, 0.2500116", "23 hours, 0.958", "24 hours, 1" })
	void aReviewAfterMoreThanSixHoursCountsAsTheNextDay(String gap, double days) {
		var memory = this.model.first(Grade.GOOD);
		for (var grade : Grade.values()) {
			assertThat(this.model.next(memory, grade, days)).as(gap).isEqualTo(this.model.next(memory, grade, 1));
		}
		assertThat(this.model.next(memory, Grade.GOOD, days).stability()).isCloseTo(7.3, Offset.offset(0.1));
	}

	@ParameterizedTest
	@ValueSource(doubles = { -400, 0, 0.01, 0.25 })
	void aReviewWithinSixHoursCountsAsTheSameDay(double days) {
		var memory = this.model.first(Grade.GOOD);
		for (var grade : Grade.values()) {
			assertThat(this.model.next(memory, grade, days)).isEqualTo(this.model.next(memory, grade, 0));
		}
		assertThat(this.model.next(memory, Grade.GOOD, days).stability()).isEqualTo(memory.stability());
	}

	@Test
	void fractionsOfLaterDaysCount() {
		var memory = new Memory(5, 5);
		assertThat(this.model.next(memory, Grade.GOOD, 1.5).stability()).isStrictlyBetween(
				this.model.next(memory, Grade.GOOD, 1).stability(), this.model.next(memory, Grade.GOOD, 2).stability());
	}

	@Test
	void rejectsAnyOtherNumberOfWeights() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Fsrs(1, 2, 3)).withMessageContaining("21");
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "3, 100.1", "4, 0.9", "8, -0.1", "16, 0.99", "20, 0", "20, 0.81", "5, NaN", "12, Infinity",
			"19, -Infinity" })
	void rejectsAWeightOutOfBounds(int index, double weight) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Fsrs(with(index, weight)))
			.withMessageContaining("w" + index + " of")
			.withMessageContaining("" + weight);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0.001", "3, 100", "4, 1", "4, 10", "8, 0", "20, 0.1", "20, 0.8" })
	void acceptsAWeightAtItsBounds(int index, double weight) {
		assertThat(new Fsrs(with(index, weight)).retrievability(3, 3)).isCloseTo(0.9, CLOSE);
	}

	private static double[] with(int index, double weight) {
		var weights = new double[] { 0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666,
				0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542 };
		weights[index] = weight;
		return weights;
	}

}
