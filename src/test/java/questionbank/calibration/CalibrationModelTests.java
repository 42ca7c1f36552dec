package questionbank.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import questionbank.calibration.CalibrationModel.Effect;
import questionbank.calibration.CalibrationModel.Rated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The model of ratings recovers known effects of questions and raters. */
class CalibrationModelTests {

	/**
	 * Two candidates, two questions, one rater. The difference of the questions' means is
	 * 2. With all variances at v, its prior variance is 2v, and that of its error is 2 (v
	 * + v) / 2 = 2v, so half of it is kept: 1, with variance v. The effects are half of
	 * that on either side of their mean.
	 */
	@Test
	void matchesExampleComputedByHand() {
		var model = new GibbsSampler(
				List.of(new Rated(1, 1, 1, 4), new Rated(2, 1, 1, 3), new Rated(1, 2, 1, 2), new Rated(2, 2, 1, 1)),
				new SplittableRandom(7));
		for (int sweep = 0; sweep < 200_000; sweep++) {
			model.drawEffects();
			model.record();
		}
		var questions = model.estimates().questions();
		var margin = 1.96 * Math.sqrt(0.25) / 2;
		assertThat(questions.get(1L).value()).isCloseTo(0.5, within(0.01));
		assertThat(questions.get(2L).value()).isCloseTo(-0.5, within(0.01));
		assertThat(questions.get(1L).low()).isCloseTo(0.5 - margin, within(0.02));
		assertThat(questions.get(1L).high()).isCloseTo(0.5 + margin, within(0.02));
		assertThat(questions.get(1L).ratings()).isEqualTo(2);
	}

	@Test
	void recoversKnownEffectsFromManyRatings() {
		var panel = new Panels(new SplittableRandom(11), 400, 12, 10);
		var estimates = CalibrationModel.estimate(panel.ratings(), new SplittableRandom(1));
		assertThat(estimates.questions()).hasSize(12)
			.allSatisfy(
					(question, effect) -> assertThat(effect.value()).isCloseTo(panel.question(question), within(0.2)));
		assertThat(estimates.raters()).hasSize(10)
			.allSatisfy((rater, effect) -> assertThat(effect.value()).isCloseTo(panel.rater(rater), within(0.1)));
		assertThat(estimates.questions().values().stream().mapToInt(Effect::ratings).sum())
			.isEqualTo(panel.ratings().size());
	}

	/** Of 100 simulated installations, each with known effects. */
	@Test
	void intervalsContainTheKnownEffectsAboutNinetyFiveTimesInAHundred() {
		var questions = new Coverage();
		var raters = new Coverage();
		for (int seed = 0; seed < 100; seed++) {
			var panel = new Panels(new SplittableRandom(seed), 20, 10, 8);
			var estimates = CalibrationModel.estimate(panel.ratings(), new SplittableRandom(seed));
			estimates.questions().forEach((question, effect) -> questions.add(effect, panel.question(question)));
			estimates.raters().forEach((rater, effect) -> raters.add(effect, panel.rater(rater)));
		}
		assertThat(questions.share()).isBetween(0.925, 0.975);
		assertThat(raters.share()).isBetween(0.925, 0.975);
	}

	/** A rater who is always a point below the others of the panel. */
	@Test
	void shrinksEffectsOfFewRatingsTowardsZero() {
		var one = severityOfStrictRater(1);
		var many = severityOfStrictRater(150);
		assertThat(one.value()).isBetween(-0.4, 0.0);
		assertThat(one.high()).isPositive();
		assertThat(many.value()).isBetween(-1.1, -0.8);
		assertThat(many.high()).isNegative();
		assertThat(many.high() - many.low()).isLessThan((one.high() - one.low()) / 2);
	}

	private static Effect severityOfStrictRater(int count) {
		var ratings = new ArrayList<>(new Panels(new SplittableRandom(3), 200, 10, 8).ratings());
		var means = ratings.stream()
			.collect(Collectors.groupingBy((rated) -> List.of(rated.interview(), rated.question()), LinkedHashMap::new,
					Collectors.averagingDouble(Rated::rating)));
		means.entrySet()
			.stream()
			.limit(count)
			.forEach((answer) -> ratings
				.add(new Rated(answer.getKey().get(0), answer.getKey().get(1), 99, answer.getValue() - 1)));
		return CalibrationModel.estimate(ratings, new SplittableRandom(1)).raters().get(99L);
	}

	@Test
	void doesNotDependOnAConstantAddedToAllRatings() {
		var ratings = new Panels(new SplittableRandom(5), 30, 8, 6).ratings();
		var raised = ratings.stream()
			.map((rated) -> new Rated(rated.interview(), rated.question(), rated.rater(), rated.rating() + 10))
			.toList();
		var estimates = CalibrationModel.estimate(ratings, new SplittableRandom(1));
		var same = CalibrationModel.estimate(raised, new SplittableRandom(1));
		assertThat(same.questions()).allSatisfy((question, effect) -> assertThat(effect.value())
			.isCloseTo(estimates.questions().get(question).value(), within(1e-6)));
		assertThat(same.raters()).allSatisfy((rater, effect) -> assertThat(effect.low())
			.isCloseTo(estimates.raters().get(rater).low(), within(1e-6)));
	}

	/** Strong candidates got question 1, weak ones got question 2. */
	@Test
	void doesNotTakeTheStrengthOfCandidatesForTheEaseOfQuestions() {
		var ratings = new ArrayList<Rated>();
		for (long interview = 0; interview < 60; interview++) {
			var strong = interview < 30;
			ratings.add(new Rated(interview, strong ? 1 : 2, interview % 3, strong ? 4 : 1));
			for (long question = 3; question < 8; question++) {
				ratings.add(new Rated(interview, question, interview % 3, strong ? 4 : 1));
			}
		}
		var questions = CalibrationModel.estimate(ratings, new SplittableRandom(1)).questions();
		assertThat(questions.get(1L).value() - questions.get(2L).value()).isCloseTo(0, within(0.3));
	}

	@Test
	void ranksQuestionsByRoundedRatings() {
		var panel = new Panels(new SplittableRandom(9), 300, 6, 6);
		var rounded = panel.ratings()
			.stream()
			.map((rated) -> new Rated(rated.interview(), rated.question(), rated.rater(),
					Math.max(1, Math.min(4, Math.round(rated.rating())))))
			.toList();
		var questions = CalibrationModel.estimate(rounded, new SplittableRandom(1)).questions();
		assertThat(LongStream.rangeClosed(1, 6)
			.filter((question) -> Math.abs(panel.question(question)) > 0.2)
			.allMatch((
					question) -> Math.signum(questions.get(question).value()) == Math.signum(panel.question(question))))
			.isTrue();
	}

	@Test
	void hasNoEstimatesWithoutRatings() {
		assertThat(CalibrationModel.estimate(List.of(), new SplittableRandom(1)).questions()).isEmpty();
	}

	/** Interviews of six questions and a panel of three, with effects drawn at random. */
	private static final class Panels {

		private final double[] questions;

		private final double[] raters;

		private final List<Rated> ratings = new ArrayList<>();

		Panels(RandomGenerator random, int interviews, int questions, int raters) {
			this.questions = centred(random, questions, 0.5);
			this.raters = centred(random, raters, 0.3);
			for (int interview = 1; interview <= interviews; interview++) {
				var candidate = 2.5 + 0.6 * random.nextGaussian();
				var panel = some(random, raters, 3);
				for (var question : some(random, questions, Math.min(6, questions))) {
					var answer = candidate + this.questions[question] + 0.5 * random.nextGaussian();
					for (var rater : panel) {
						this.ratings.add(new Rated(interview, question + 1, rater + 1,
								answer + this.raters[rater] + 0.5 * random.nextGaussian()));
					}
				}
			}
		}

		private static double[] centred(RandomGenerator random, int size, double deviation) {
			var effects = random.doubles(size).map((ignored) -> deviation * random.nextGaussian()).toArray();
			var mean = IntStream.range(0, size).mapToDouble((at) -> effects[at]).average().orElseThrow();
			return IntStream.range(0, size).mapToDouble((at) -> effects[at] - mean).toArray();
		}

		private static int[] some(RandomGenerator random, int all, int count) {
			return random.ints(0, all).distinct().limit(count).toArray();
		}

		List<Rated> ratings() {
			return this.ratings;
		}

		double question(long number) {
			return this.questions[(int) number - 1];
		}

		double rater(long number) {
			return this.raters[(int) number - 1];
		}

	}

	private static final class Coverage {

		private int covered;

		private int all;

		void add(Effect effect, double known) {
			this.all++;
			this.covered += (effect.low() <= known && known <= effect.high()) ? 1 : 0;
		}

		double share() {
			return (double) this.covered / this.all;
		}

	}

}
