package questionbank.scheduling;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ForecastTests {

	/** The greatest bias of the forecast readiness: 0.3 percentage points. */
	private static final double BIAS = 0.003;

	private static final RecallModel MODEL = new RecallModel(Fsrs.DEFAULT, FirstGrades.DEFAULT);

	@ParameterizedTest(name = "{0} questions, {1} days, {2} a day")
	@CsvSource({ "10, 5, 4, 1000", "60, 7, 20, 1000", "100, 14, 15, 500", "100, 14, 25, 300", "200, 21, 20, 300",
			"40, 120, 4, 150" })
	void forecastsTheMeanOutcome(int questions, int days, int daily, int learners) {
		var forecast = forecast(new SimulatedLearner(questions, days, daily, 0));
		var errors = Errors.of(learners, (seed) -> forecast
				- new SimulatedLearner(questions, days, daily, seed).practiseAsPlanned().readiness());
		// Not only the mean of these learners but that of all is within the bound.
		assertThat(Math.abs(errors.mean) + 2 * errors.standard).isLessThan(BIAS);
	}

	@ParameterizedTest(name = "{0} questions, {1} days, {2} a day, on day {3}")
	@CsvSource({ "10, 5, 4, 1", "10, 5, 4, 3", "60, 7, 20, 2", "60, 7, 20, 5", "100, 14, 15, 7" })
	void forecastsTheMeanOutcomeAfterSomeDays(int questions, int days, int daily, int day) {
		var errors = Errors.of(300, (seed) -> {
			var learner = new SimulatedLearner(questions, days, daily, seed);
			IntStream.range(0, day).forEach((past) -> learner.practise(learner.planned()));
			return forecast(learner) - learner.practiseAsPlanned().readiness();
		});
		assertThat(Math.abs(errors.mean)).isLessThan(BIAS + 2 * errors.standard);
	}

	@Test
	void computesTheMeanOverAllAnswers() {
		var memory = new Memory(2, 5);
		var forecast = forecast(8, new Forecast.Group(memory, 0, 1));
		forecast.practise(1, 1, 1);
		forecast.practise(3, 3, 1);
		var recall = MODEL.without(memory, 0, 1);
		var good = MODEL.with(Fsrs.DEFAULT.next(memory, Grade.GOOD, 1), 1, 3, 8);
		var again = MODEL.with(Fsrs.DEFAULT.next(memory, Grade.AGAIN, 1), 1, 3, 8);
		assertThat(forecast.readiness()).isEqualTo(recall * good + (1 - recall) * again, within(1e-9));
	}

	@Test
	void reviewsFractionsOfQuestions() {
		var forecast = new Forecast(MODEL, 30, List.of(), 4);
		assertThat(forecast.practise(0, 0, 4)).isEqualTo(new Forecast.Count(4, 0));
		assertThat(forecast.practise(1, 1, 1.5)).isEqualTo(new Forecast.Count(0, 1.5));
	}

	@Test
	void keepsTheReadinessWhenMemoryStatesMerge() {
		var groups = IntStream.range(0, 50)
			.mapToObj((i) -> new Forecast.Group(new Memory(2 + i / 10.0, 5 + i / 100.0), -1 - i / 60.0, 1 + i))
			.toArray(Forecast.Group[]::new);
		var forecast = forecast(6, groups);
		var before = forecast.readiness();
		forecast.practise(0, 0, 0);
		assertThat(forecast.readiness()).isEqualTo(before, within(1e-9));
	}

	@Test
	void repeatsEachQuestionOnceADay() {
		var forecast = forecast(6, new Forecast.Group(new Memory(1, 5), -2, 3));
		assertThat(forecast.practise(0, -0.4, 5).repeats()).isEqualTo(3);
		assertThat(forecast.practise(0, -0.4, 5).repeats()).isZero();
	}

	private static Forecast forecast(double date, Forecast.Group... groups) {
		return new Forecast(MODEL, date, List.of(groups), 0);
	}

	private static double forecast(SimulatedLearner learner) {
		return learner.planner().plan().prospect().ifKept();
	}

	/**
	 * The forecast minus the outcome.
	 *
	 * @param mean the mean over the learners
	 * @param standard the standard error of the mean
	 */
	private record Errors(double mean, double standard) {

		static Errors of(int learners, IntToDoubleFunction error) {
			var errors = IntStream.range(0, learners).parallel().mapToDouble(error).toArray();
			var mean = IntStream.range(0, learners).mapToDouble((i) -> errors[i]).average().orElseThrow();
			var squares = IntStream.range(0, learners).mapToDouble((i) -> Math.pow(errors[i] - mean, 2)).sum();
			return new Errors(mean, Math.sqrt(squares / (learners - 1) / learners));
		}

	}

}
