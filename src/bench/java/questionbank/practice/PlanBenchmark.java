package questionbank.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

/**
 * Lets made-up learners practise towards a date in several ways, and compares how much
 * they remember on it. They forget as the memory model says; what they answer is drawn.
 */
final class PlanBenchmark {

	private static final int SEEDS = Integer.getInteger("bench.seeds", 400);

	private static final int[][] ROWS = { { 10, 5, 4 }, { 60, 7, 20 }, { 100, 14, 15 }, { 100, 14, 25 },
			{ 200, 21, 20 } };

	private static final LocalDate FIRST = LocalDate.parse("2026-01-05");

	private static final Days UTC = new Days(ZoneOffset.UTC);

	/** Of what is remembered, so much is hard, and so much easy. */
	private static final double HARD = 0.1;

	private static final double EASY = 0.1;

	private PlanBenchmark() {
	}

	public static void main(String[] args) {
		System.out.println(
				"| questions / days / a day | date plan | due first | oldest first | random | plan − best other |");
		System.out.println("|---|---|---|---|---|---|");
		for (var row : ROWS) {
			var results = new HashMap<Way, double[]>();
			for (var way : Way.values()) {
				results.put(way,
						LongStream.range(0, SEEDS)
							.parallel()
							.mapToDouble((seed) -> new Learning(row[0], row[1], row[2], seed).practise(way))
							.toArray());
			}
			var best = List.of(Way.DUE_FIRST, Way.OLDEST_FIRST, Way.RANDOM)
				.stream()
				.max(Comparator.comparingDouble((way) -> mean(results.get(way))))
				.orElseThrow();
			var ahead = IntStream.range(0, SEEDS)
				.mapToDouble((seed) -> results.get(Way.DATE_PLAN)[seed] - results.get(best)[seed])
				.toArray();
			System.out.printf(Locale.ROOT, "| %d / %d / %d | %s | %s | %s | %s | %s |%n", row[0], row[1], row[2],
					shown(results.get(Way.DATE_PLAN)), shown(results.get(Way.DUE_FIRST)),
					shown(results.get(Way.OLDEST_FIRST)), shown(results.get(Way.RANDOM)), shown(ahead));
		}
	}

	/** The mean, and what it is within with a probability of 95 %. */
	private static String shown(double[] values) {
		var mean = mean(values);
		var variance = IntStream.range(0, values.length)
			.mapToDouble((i) -> (values[i] - mean) * (values[i] - mean))
			.sum() / (values.length - 1);
		return String.format(Locale.ROOT, "%.4f ± %.4f", mean, 1.96 * Math.sqrt(variance / values.length));
	}

	private static double mean(double[] values) {
		return java.util.Arrays.stream(values).average().orElse(0);
	}

	/** In which order questions are practised. */
	private enum Way {

		/** What the program plans. */
		DATE_PLAN,

		/**
		 * What is due, the longest due first, then what is new, then what is due next.
		 */
		DUE_FIRST,

		/** What was not practised for the longest time. */
		OLDEST_FIRST,

		/** Any. */
		RANDOM

	}

	/** Somebody who has some questions, some days, and practises so many a day. */
	private static final class Learning {

		private final Map<Long, Practised> practised = new TreeMap<>();

		private final Scheduler scheduler = new Scheduler(Fsrs.DEFAULT, Scheduler.RETENTION, true);

		private final SplittableRandom random;

		private final int questions;

		private final int days;

		private final int daily;

		Learning(int questions, int days, int daily, long seed) {
			this.questions = questions;
			this.days = days;
			this.daily = daily;
			this.random = new SplittableRandom(seed);
		}

		/** How much is remembered on the date in the mean. */
		double practise(Way way) {
			for (int day = 0; day < this.days; day++) {
				var now = noon(day);
				picks(way, now).forEach((question) -> review(question, now));
			}
			return this.practised.values().stream().mapToDouble((one) -> recall(one, noon(this.days))).sum()
					/ this.questions;
		}

		private List<Long> picks(Way way, Instant now) {
			return switch (way) {
				case DATE_PLAN -> planned(now);
				case DUE_FIRST -> first((question) -> due(this.practised.get(question), now));
				case OLDEST_FIRST -> first((question) -> reviewed(this.practised.get(question)));
				case RANDOM -> first((question) -> this.random.nextDouble());
			};
		}

		private List<Long> planned(Instant now) {
			var aim = new Aim(FIRST.plusDays(this.days), this.daily, Set.of(), Set.of());
			var known = List.copyOf(this.practised.values());
			var plan = new Planner(known, this.questions - known.size(), FirstGrades.of(known), aim, UTC, now).plan();
			var picks = new ArrayList<>(plan.before());
			LongStream.range(0, this.questions)
				.filter((question) -> !this.practised.containsKey(question))
				.limit(plan.fresh())
				.forEach(picks::add);
			picks.addAll(plan.after());
			return picks;
		}

		private List<Long> first(ToDoubleFunction<Long> order) {
			var places = new HashMap<Long, Double>();
			LongStream.range(0, this.questions).forEach((one) -> places.put(one, order.applyAsDouble(one)));
			return LongStream.range(0, this.questions)
				.boxed()
				.sorted(Comparator.comparing(places::get))
				.limit(this.daily)
				.toList();
		}

		private static double reviewed(@Nullable Practised one) {
			return (one != null) ? one.card().reviewedAt().getEpochSecond() : 0;
		}

		/** Below 0 for what is due, 0 for what is new. */
		private static double due(@Nullable Practised one, Instant now) {
			if (one == null) {
				return 0;
			}
			// The steps of minutes are taken to be done on the same day.
			var interval = Fsrs.DEFAULT.interval(Scheduler.RETENTION, one.card().memory().stability());
			var days = interval - Duration.between(one.card().reviewedAt(), now).toDays();
			return (days <= 0) ? days - 1e6 : days;
		}

		private void review(long question, Instant now) {
			var before = this.practised.get(question);
			var grade = (before != null) ? again(before, now) : first();
			this.practised.put(question, Practised.after(before, new Review(question, grade, now), this.scheduler));
		}

		private Grade first() {
			var drawn = this.random.nextDouble();
			for (var grade : Grade.values()) {
				drawn -= FirstGrades.USUAL.of(grade);
				if (drawn < 0) {
					return grade;
				}
			}
			return Grade.EASY;
		}

		private Grade again(Practised before, Instant now) {
			if (this.random.nextDouble() >= recall(before, now)) {
				return Grade.AGAIN;
			}
			var drawn = this.random.nextDouble();
			return (drawn < HARD) ? Grade.HARD : (drawn < HARD + EASY) ? Grade.EASY : Grade.GOOD;
		}

		private static double recall(Practised one, Instant now) {
			return Fsrs.DEFAULT.retrievability(Duration.between(one.card().reviewedAt(), now).toSeconds() / 86_400.0,
					one.card().memory().stability());
		}

		private static Instant noon(int day) {
			return FIRST.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
		}

	}

}
