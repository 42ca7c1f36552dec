package questionbank.scheduling;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RecallModelTests {

	private static final Fsrs FSRS = Fsrs.DEFAULT;

	private static final RecallModel MODEL = new RecallModel(FSRS, FirstGrades.DEFAULT);

	private static final Memory MEMORY = new Memory(3, 5);

	@Test
	void countsTheNextMorningAsOneDay() {
		assertThat(MODEL.without(MEMORY, 0, 0.5)).isEqualTo(MODEL.without(MEMORY, 0, 1))
			.isEqualTo(FSRS.retrievability(1, 3));
		assertThat(MODEL.first(0, 0.75)).isEqualTo(MODEL.first(0, 1));
	}

	@Test
	void countsUpToSixHoursAsFractionsOfADay() {
		assertThat(MODEL.without(MEMORY, 0, 0.25)).isEqualTo(FSRS.retrievability(0.25, 3));
		assertThat(MODEL.without(MEMORY, 0, 0.1)).isEqualTo(FSRS.retrievability(0.1, 3));
	}

	@Test
	void recallIsCertainAtTheTimeOfTheReview() {
		assertThat(MODEL.without(MEMORY, 0, 0)).isEqualTo(1);
		assertThat(MODEL.without(MEMORY, 0.5, 0)).isEqualTo(1);
	}

	@Test
	void expectsGoodWithTheProbabilityOfRecallAndElseAgain() {
		var recall = FSRS.retrievability(1, 3);
		var good = FSRS.retrievability(4, FSRS.next(MEMORY, Grade.GOOD, 1).stability());
		var again = FSRS.retrievability(4, FSRS.next(MEMORY, Grade.AGAIN, 1).stability());
		assertThat(MODEL.with(MEMORY, 0, 0.5, 4.5)).isEqualTo(recall * good + (1 - recall) * again, within(1e-12));
	}

	@Test
	void computesTheMemoryStateOfAProbabilityOfRecall() {
		for (var day : new double[] { 0.1, 0.5, 2, 90 }) {
			var memory = MODEL.recalledWith(0.8, 6, 0, day);
			assertThat(MODEL.without(memory, 0, day)).isEqualTo(0.8, within(1e-12));
			assertThat(memory.difficulty()).isEqualTo(6);
		}
	}

}
