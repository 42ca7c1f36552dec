package questionbank.scheduling;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

/**
 * Compares the plan to the interview date with other orders of practice, by the mean
 * probability of recall on the date that {@linkplain SimulatedLearner simulated learners}
 * reach. All orders use the same learners, who miss the same days.
 */
final class PlanBenchmark {

	private static final int SEEDS = Integer.getInteger("bench.seeds", 400);

	private static final List<Row> ROWS = List.of(new Row(10, 5, 4), new Row(60, 7, 20), new Row(100, 14, 15),
			new Row(100, 14, 25), new Row(200, 21, 20));

	private PlanBenchmark() {
	}

	public static void main(String[] args) {
		System.out.println("| questions / days / a day | promised | reached | promised − reached |");
		System.out.println("|---|--:|--:|--:|");
		ROWS.forEach(PlanBenchmark::printPromise);
		for (var scenario : Scenario.values()) {
			System.out.printf("%n%s%n%n", scenario.text);
			System.out.println("| questions / days / a day | "
					+ Arrays.stream(Order.values()).map((order) -> order.text).collect(Collectors.joining(" | "))
					+ " | plan − best other |");
			System.out.println("|---|" + "--:|".repeat(Order.values().length + 1));
			ROWS.forEach((row) -> print(row, scenario));
		}
	}

	private static void printPromise(Row row) {
		var promised = row.learner(0).planner().plan().prospect().ifKept();
		var reached = each((seed) -> row.learner(seed).practiseAsPlanned().readiness());
		var errors = Arrays.stream(reached).map((one) -> promised - one).toArray();
		System.out.printf(Locale.ROOT, "| %s | %.4f | %s | %s |%n", row, promised, shown(reached), shown(errors));
	}

	private static void print(Row row, Scenario scenario) {
		var results = new EnumMap<Order, double[]>(Order.class);
		for (var order : Order.values()) {
			results.put(order, each((seed) -> readiness(row, scenario, order, seed)));
		}
		var best = Arrays.stream(Order.values())
			.filter((order) -> order != Order.DATE_PLAN)
			.max(Comparator.comparingDouble((order) -> mean(results.get(order))))
			.orElseThrow();
		var ahead = IntStream.range(0, SEEDS)
			.mapToDouble((seed) -> results.get(Order.DATE_PLAN)[seed] - results.get(best)[seed])
			.toArray();
		System.out.printf(Locale.ROOT, "| %s | %s | %s |%n", row,
				results.values().stream().map(PlanBenchmark::shown).collect(Collectors.joining(" | ")), shown(ahead));
	}

	private static double[] each(LongToDoubleFunction result) {
		return LongStream.range(0, SEEDS).parallel().mapToDouble(result).toArray();
	}

	/** Formats the mean with its 95 % confidence interval. */
	private static String shown(double[] values) {
		var mean = mean(values);
		var variance = Arrays.stream(values).map((value) -> (value - mean) * (value - mean)).sum()
				/ (values.length - 1);
		return String.format(Locale.ROOT, "%.4f ± %.4f", mean, 1.96 * Math.sqrt(variance / values.length));
	}

	private static double mean(double[] values) {
		return Arrays.stream(values).average().orElse(0);
	}

	private static double readiness(Row row, Scenario scenario, Order order, long seed) {
		var learner = row.learner(seed);
		var attendance = new SplittableRandom(~seed);
		var random = new SplittableRandom(seed);
		for (int day = 0; day < row.days; day++) {
			if (attendance.nextDouble() < scenario.missed) {
				learner.skip();
			}
			else {
				var questions = order.questions(learner, random);
				learner.practise(questions.subList(0, (int) Math.ceil(scenario.done * questions.size())));
			}
		}
		return learner.readiness();
	}

	/** The orders of practice that are compared. */
	private enum Order {

		DATE_PLAN("date plan"),

		/** Due questions by due date, then new ones, then the others by due date. */
		DUE_FIRST("due first"),

		/** New questions, then the least recently practised. */
		OLDEST_FIRST("oldest first"),

		/** New questions, then the least likely to be recalled on the date. */
		NEW_FIRST("new, then least known"),

		RANDOM("random");

		private final String text;

		Order(String text) {
			this.text = text;
		}

		/** Returns the questions of a day in this order. */
		List<Long> questions(SimulatedLearner learner, SplittableRandom random) {
			if (this == DATE_PLAN) {
				return learner.planned();
			}
			var ranks = new HashMap<Long, Double>();
			LongStream.range(0, learner.questions())
				.forEach((question) -> ranks.put(question, rank(learner, learner.practised(question), random)));
			return LongStream.range(0, learner.questions())
				.boxed()
				.sorted(Comparator.comparing(ranks::get))
				.limit(learner.daily())
				.toList();
		}

		/** Returns the sort key of a question; the least is practised first. */
		private double rank(SimulatedLearner learner, @Nullable ReviewedCard one, SplittableRandom random) {
			return switch (this) {
				case DATE_PLAN -> throw new IllegalStateException("The plan has its own order");
				case DUE_FIRST -> (one != null) ? due(one, learner) : 0;
				case OLDEST_FIRST -> (one != null) ? one.card().reviewedAt().getEpochSecond() : 0;
				case NEW_FIRST -> (one != null) ? learner.recall(one, learner.interview()) : 0;
				case RANDOM -> random.nextDouble();
			};
		}

		/**
		 * Returns the days until the due date, below 0 if due. Assumes that learning
		 * steps are done on the same day.
		 */
		private static double due(ReviewedCard one, SimulatedLearner learner) {
			var interval = Fsrs.DEFAULT.interval(Scheduler.RETENTION, one.card().memory().stability());
			var days = interval - Duration.between(one.card().reviewedAt(), learner.now()).toDays();
			return (days <= 0) ? days - 1e6 : days;
		}

	}

	/** The share of the plan that the learners do. */
	private enum Scenario {

		ALL("All days kept:", 0, 1),

		MISSED_DAYS("30 % of days missed:", 0.3, 1),

		PARTIAL_DAYS("The first 60 % of each day done:", 0, 0.6);

		private final String text;

		/** The probability that a day is missed. */
		private final double missed;

		/** The share of a day's questions that are practised. */
		private final double done;

		Scenario(String text, double missed, double done) {
			this.text = text;
			this.missed = missed;
			this.done = done;
		}

	}

	private record Row(int questions, int days, int daily) {

		SimulatedLearner learner(long seed) {
			return new SimulatedLearner(this.questions, this.days, this.daily, seed);
		}

		@Override
		public String toString() {
			return this.questions + " / " + this.days + " / " + this.daily;
		}

	}

}
