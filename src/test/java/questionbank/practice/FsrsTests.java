package questionbank.practice;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The numbers of the reference implementations of FSRS-6. */
class FsrsTests {

	private static final Offset<Double> CLOSE = Offset.offset(1e-8);

	private final Fsrs model = Fsrs.DEFAULT;

	@ParameterizedTest
	@CsvSource({ "0, 1, 1.0", "1, 2, 0.94034429", "2, 3, 0.92537863", "3, 4, 0.9185229", "4, 4, 0.9",
			"5, 2, 0.82613588", "2, 1, 0.84588465", "3, 1, 0.8093881" })
	void isForgottenAlongTheCurve(double days, double stability, double expected) {
		assertThat(this.model.retrievability(days, stability)).isCloseTo(expected, CLOSE);
	}

	@ParameterizedTest
	@CsvSource({ "0.1, 3116769", "0.2, 34793", "0.3, 2508", "0.4, 387", "0.5, 90", "0.6, 27", "0.7, 9", "0.8, 3",
			"0.9, 1", "1.0, 1" })
	void isDueWhenItIsRememberedAsLikelyAsWanted(double retention, long expected) {
		assertThat(Math.max(1, Math.round(this.model.daysUntil(retention, 1)))).isEqualTo(expected);
		assertThat(this.model.interval(retention, 1)).isEqualTo((int) Math.min(expected, 36_500));
	}

	@ParameterizedTest
	@CsvSource({ "AGAIN, 6.4133, 8.34176237", "HARD, 5.11217071, 6.66599537", "GOOD, 2.11810397, 4.99022837",
			"EASY, -4.77163070, 3.31446137" })
	void difficultyBeginsAndMovesWithTheGrade(Grade grade, double first, double next) {
		assertThat(this.model.firstDifficulty(grade)).isCloseTo(first, CLOSE);
		assertThat(this.model.nextDifficulty(5, grade)).isCloseTo(next, CLOSE);
	}

	@ParameterizedTest
	@CsvSource({ "2, 0.8, HARD, 28.22657096", "3, 0.7, GOOD, 58.65599107", "4, 0.6, EASY, 127.2266925" })
	void growsStableWhenRecalled(double difficulty, double retrievability, Grade grade, double expected) {
		assertThat(this.model.recalled(new Memory(5, difficulty), retrievability, grade)).isCloseTo(expected,
				Offset.offset(1e-7));
	}

	@ParameterizedTest
	@CsvSource({ "1, 0.9, 1.05253961", "2, 0.8, 1.18943295", "3, 0.7, 1.36808387", "4, 0.6, 1.58498896" })
	void losesStabilityWhenForgotten(double difficulty, double retrievability, double expected) {
		assertThat(this.model.forgotten(new Memory(5, difficulty), retrievability)).isCloseTo(expected, CLOSE);
	}

	@ParameterizedTest
	@CsvSource({ "AGAIN, 1.596818", "HARD, 5.0", "GOOD, 5.0", "EASY, 8.12960956" })
	void losesNothingOnTheSameDayUnlessForgotten(Grade grade, double expected) {
		assertThat(this.model.sameDay(5, grade)).isCloseTo(expected, Offset.offset(1e-6));
	}

	@Test
	void aHistoryEndsWhereTheReferencesEnd() {
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

	@Test
	void takesNoOtherNumberOfWeights() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Fsrs(1, 2, 3)).withMessageContaining("21");
	}

}
