package questionbank.practice;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RecallModelTests {

	private static final Fsrs MODEL = Fsrs.DEFAULT;

	private static final RecallModel OUTLOOK = new RecallModel(MODEL, FirstGrades.USUAL);

	private static final Memory MEMORY = new Memory(3, 5);

	@Test
	void countsTheNextMorningAsADay() {
		assertThat(OUTLOOK.without(MEMORY, 0, 0.5)).isEqualTo(OUTLOOK.without(MEMORY, 0, 1))
			.isEqualTo(MODEL.retrievability(1, 3));
		assertThat(OUTLOOK.first(0, 0.75)).isEqualTo(OUTLOOK.first(0, 1));
	}

	@Test
	void countsUpToSixHoursAsTheyAre() {
		assertThat(OUTLOOK.without(MEMORY, 0, 0.25)).isEqualTo(MODEL.retrievability(0.25, 3));
		assertThat(OUTLOOK.without(MEMORY, 0, 0.1)).isEqualTo(MODEL.retrievability(0.1, 3));
	}

	@Test
	void remembersWhatIsReviewedAtTheMoment() {
		assertThat(OUTLOOK.without(MEMORY, 0, 0)).isEqualTo(1);
		assertThat(OUTLOOK.without(MEMORY, 0.5, 0)).isEqualTo(1);
	}

	@Test
	void expectsGoodAsLikelyAsItIsRecalledWhenTheModelCountsIt() {
		var recall = MODEL.retrievability(1, 3);
		var good = MODEL.retrievability(4, MODEL.next(MEMORY, Grade.GOOD, 1).stability());
		var again = MODEL.retrievability(4, MODEL.next(MEMORY, Grade.AGAIN, 1).stability());
		assertThat(OUTLOOK.with(MEMORY, 0, 0.5, 4.5)).isEqualTo(recall * good + (1 - recall) * again, within(1e-12));
	}

	@Test
	void findsTheMemoryOfARecall() {
		for (var day : new double[] { 0.1, 0.5, 2, 90 }) {
			var memory = OUTLOOK.recalledWith(0.8, 6, 0, day);
			assertThat(OUTLOOK.without(memory, 0, day)).isEqualTo(0.8, within(1e-12));
			assertThat(memory.difficulty()).isEqualTo(6);
		}
	}

}
