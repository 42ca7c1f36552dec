package questionbank.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FsrsOptimizerTests {

	static LongStream seeds() {
		return LongStream.range(0, 5);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void derivativesComeWithTheValuesOfTheModel(long seed) {
		var random = new SplittableRandom(seed);
		var model = SimulatedReviews.otherModel(seed);
		var differentiable = new DifferentiableFsrs(model.weights());
		var grade = Grade.values()[random.nextInt(4)];
		var memory = model.first(grade);
		var state = differentiable.first(grade);
		for (int i = 0; i < 50; i++) {
			var days = random.nextBoolean() ? random.nextDouble(0.2) : random.nextDouble(0.26, 60);
			assertThat(differentiable.retrievability(days, state).value())
				.isCloseTo(model.retrievability(days, memory.stability()), within(1e-9));
			grade = Grade.values()[random.nextInt(4)];
			memory = model.next(memory, grade, days);
			state = differentiable.next(state, grade, days);
			assertThat(state.stability().value()).isCloseTo(memory.stability(), within(1e-9 * memory.stability()));
			assertThat(state.difficulty().value()).isCloseTo(memory.difficulty(), within(1e-9));
		}
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void gradientIsThatOfFiniteDifferences(long seed) {
		var log = ReviewSet.of(SimulatedReviews.of(Fsrs.DEFAULT, 600, seed), Instant.MIN);
		var optimizer = new FsrsOptimizer(log);
		var weights = inside(SimulatedReviews.otherModel(seed).weights());
		var gradient = optimizer.quadratic(weights).gradient();
		for (int i = 0; i < weights.length; i++) {
			var delta = 1e-6 * weights[i];
			var difference = (optimizer.objective(with(weights, i, weights[i] + delta))
					- optimizer.objective(with(weights, i, weights[i] - delta))) / (2 * delta);
			assertThat(gradient[i]).as("w" + i).isCloseTo(difference, within(1e-3 * Math.max(1, Math.abs(difference))));
		}
	}

	/** Moves weights away from their bounds, where a difference has one side only. */
	private static double[] inside(double[] weights) {
		var raised = Fsrs.clampWeights(Arrays.stream(weights).map((weight) -> weight + 0.01).toArray());
		return Arrays.stream(raised).map((weight) -> weight - 0.005).toArray();
	}

	private static double[] with(double[] weights, int index, double weight) {
		var changed = weights.clone();
		changed[index] = weight;
		return changed;
	}

	@Test
	void fitReachesAMinimum() {
		var log = ReviewSet.of(SimulatedReviews.of(SimulatedReviews.otherModel(3), 2000, 3), Instant.MIN);
		var optimizer = new FsrsOptimizer(log);
		var fitted = FsrsOptimizer.fit(log).weights();
		var random = new SplittableRandom(1);
		for (int i = 0; i < 200; i++) {
			var scale = random.nextDouble(0.1);
			var near = Arrays.stream(fitted).map((weight) -> weight * (1 + scale * random.nextDouble(-1, 1))).toArray();
			assertThat(optimizer.objective(Fsrs.clampWeights(near))).isGreaterThan(optimizer.objective(fitted) - 1e-3);
		}
	}

	@Test
	void learnersWithOtherWeightsGainOnHeldOutReviews() {
		var fits = LongStream.range(0, 20)
			.mapToObj((seed) -> ModelFit.of(SimulatedReviews.of(SimulatedReviews.otherModel(seed), 3000, seed)))
			.toList();
		assertThat(gain(fits)).isGreaterThan(0.020);
		assertThat(gain(fits.stream().filter(ModelFit::isKept).toList())).isGreaterThan(0.020);
		assertThat(fits).filteredOn(ModelFit::isKept).hasSizeGreaterThan(10);
	}

	private static double gain(List<ModelFit> fits) {
		return fits.stream().mapToDouble((fit) -> fit.lossBefore() - fit.lossAfter()).average().orElseThrow();
	}

	@Test
	void learnersWithTheDefaultWeightsKeepThem() {
		var fits = LongStream.range(0, 20)
			.mapToObj((seed) -> ModelFit.of(SimulatedReviews.of(Fsrs.DEFAULT, 800, seed)))
			.toList();
		assertThat(fits).filteredOn(ModelFit::isKept).hasSizeLessThan(4);
		assertThat(fits).filteredOn((fit) -> !fit.isKept())
			.allSatisfy((fit) -> assertThat(fit.model().weights()).isEqualTo(Fsrs.DEFAULT.weights()));
	}

	@Test
	void aFitThatPredictsTheHeldOutReviewsWorseIsNotKept() {
		var log = SimulatedReviews.of(Fsrs.DEFAULT, 1000, 1);
		assertThat(ModelFit.of(graded(log, Grade.GOOD, Grade.GOOD)).isKept()).isTrue();
		assertThat(ModelFit.of(graded(log, Grade.GOOD, Grade.AGAIN)).isKept()).isFalse();
	}

	/** Replaces the grades of the first four fifths, and of the last fifth. */
	private static List<Review> graded(List<Review> log, Grade first, Grade last) {
		return IntStream.range(0, log.size())
			.mapToObj(
					(i) -> new Review(log.get(i).question(), (i < log.size() * 4 / 5) ? first : last, log.get(i).at()))
			.toList();
	}

	static Stream<Function<SplittableRandom, Grade>> oddLearners() {
		return Stream.of((random) -> Grade.AGAIN, (random) -> Grade.EASY, (random) -> Grade.HARD,
				(random) -> Grade.values()[random.nextInt(4)],
				(random) -> random.nextBoolean() ? Grade.AGAIN : Grade.EASY);
	}

	@ParameterizedTest
	@MethodSource("oddLearners")
	void weightsOfOddLogsAreWithinTheirBoundsAndInOrder(Function<SplittableRandom, Grade> grades) {
		var random = new SplittableRandom(7);
		var now = Instant.parse("2026-01-05T17:00:00Z");
		var log = new Review[1000];
		for (int i = 0; i < log.length; i++) {
			now = now.plus(Duration.ofMinutes(random.nextLong(1, 600)));
			log[i] = new Review(random.nextLong(60), grades.apply(random), now);
		}
		var weights = FsrsOptimizer.fit(ReviewSet.of(List.of(log), Instant.MIN)).weights();
		assertThat(Fsrs.clampWeights(weights)).isEqualTo(weights);
		assertThat(Arrays.copyOf(weights, 4)).isSorted();
		assertThat(weights).isNotEqualTo(Fsrs.DEFAULT.weights());
	}

	@Test
	void fitIsDeterministic() {
		var log = SimulatedReviews.of(SimulatedReviews.otherModel(2), 1000, 2);
		assertThat(ModelFit.of(log).model().weights()).isEqualTo(ModelFit.of(log).model().weights());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 100 })
	void aLogWithoutRepetitionsKeepsTheDefault(int size) {
		var log = LongStream.range(0, size)
			.mapToObj((question) -> new Review(question, Grade.GOOD, Instant.EPOCH.plusSeconds(question)))
			.toList();
		var fit = ModelFit.of(log);
		assertThat(fit.isKept()).isFalse();
		assertThat(fit.predictions()).isZero();
		assertThat(fit.calibration()).isEmpty();
	}

	@Test
	void calibrationCountsEachHeldOutPredictionOnce() {
		var fit = ModelFit.of(SimulatedReviews.of(SimulatedReviews.otherModel(2), 1000, 2));
		assertThat(fit.calibration().stream().mapToInt(ModelFit.Bin::size).sum()).isEqualTo(fit.predictions());
		assertThat(fit.calibration().stream().map(ModelFit.Bin::predicted).toList()).isSorted();
	}

}
