package questionbank.kit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import questionbank.kit.Composition.Composed;
import questionbank.kit.Composition.Shortage;
import questionbank.question.Difficulty;

/**
 * Measures the processor time of composing kits, by the size of the pool and the number
 * of forms.
 * <p>
 * Topics have the frequencies of Zipf's law, each question one to three of them; a share
 * of the questions was asked in the last three years, and one in ten is a near-duplicate
 * of another.
 */
final class CompositionBenchmark {

	private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

	private static final int TOPICS = 30;

	private static final int RUNS = Integer.getInteger("bench.runs", 100);

	private static final KitComposer COMPOSER = new KitComposer(
			Map.of(Difficulty.EASY, 3, Difficulty.MEDIUM, 5, Difficulty.HARD, 8));

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private CompositionBenchmark() {
	}

	public static void main(String[] args) {
		var rows = List.of(new Row(10_000, 0.5, kit(1, 4, 0)), new Row(10_000, 0.5, kit(5, 4, 0)),
				new Row(10_000, 0.5, kit(5, 8, 0)), new Row(10_000, 1, kit(1, 8, 0)), new Row(10_000, 1, kit(5, 8, 0)),
				new Row(10_000, 1, kit(5, 8, TOPICS - 8)), new Row(100_000, 0.5, kit(5, 4, 0)),
				new Row(300, 0.5, kit(5, 8, TOPICS - 8)), new Row(100, 0.5, kit(5, 8, 0)));
		System.out.println(
				"| questions | asked before | forms | topics | first ms | p50 ms | p95 ms | result | asked questions "
						+ "| largest difference in a topic |");
		System.out.println("|--:|--:|--:|--:|--:|--:|--:|---|--:|--:|");
		rows.forEach(CompositionBenchmark::print);
	}

	private static CompositionProfile kit(int forms, int topics, int from) {
		return new CompositionProfile(60, 3, 4, 3,
				IntStream.range(from, from + topics).mapToObj((topic) -> "topic-" + topic).collect(Collectors.toSet()),
				forms);
	}

	private static void print(Row row) {
		var times = new ArrayList<Double>();
		var results = new ArrayList<Composition>();
		for (int run = 0; run < RUNS; run++) {
			var start = THREADS.getCurrentThreadCpuTime();
			results.add(row.compose(run));
			times.add((THREADS.getCurrentThreadCpuTime() - start) / 1e6);
		}
		var first = times.get(0);
		times.sort(null);
		System.out.printf(Locale.ROOT, "| %,d | %.0f %% | %d | %s | %.1f | %.1f | %.1f | %s |%n", row.pool.size(),
				100 * row.asked, row.profile.forms(), row.shownTopics(), first, times.get(RUNS / 2),
				times.get(RUNS * 95 / 100), row.shown(results.get(0)));
	}

	private record Row(double asked, CompositionProfile profile, List<PoolQuestion> pool) {

		Row(int questions, double asked, CompositionProfile profile) {
			this(asked, profile, randomPool(questions, asked));
		}

		Composition compose(long seed) {
			return COMPOSER.compose(this.profile, this.pool, new SplittableRandom(seed));
		}

		String shownTopics() {
			return this.profile.topics().size()
					+ (this.profile.topics().contains("topic-0") ? " most frequent" : " rarest");
		}

		String shown(Composition result) {
			if (result instanceof Shortage shortage) {
				return (shortage.minimal() ? "missing: " : "missing, at most: ") + shortage.number() + " |  | ";
			}
			var forms = ((Composed) result).forms();
			var asked = forms.stream().mapToInt((form) -> form.questions().size() - form.neverAsked()).sum();
			return "composed | " + asked + " | "
					+ this.profile.topics().stream().mapToInt((topic) -> difference(forms, topic)).max().orElse(0);
		}

		private static int difference(List<EquivalentForm> forms, String topic) {
			var counts = forms.stream().mapToInt((form) -> form.topics().getOrDefault(topic, 0)).summaryStatistics();
			return counts.getMax() - counts.getMin();
		}

	}

	private static List<PoolQuestion> randomPool(int questions, double asked) {
		var random = new SplittableRandom(questions);
		return LongStream.rangeClosed(1, questions).mapToObj((id) -> {
			var topics = new TreeSet<String>();
			for (int more = random.nextInt(1, 4); more > 0; more--) {
				topics.add("topic-" + topic(random));
			}
			return new PoolQuestion(id, Difficulty.values()[random.nextInt(3)], topics,
					(random.nextDouble() < asked) ? NOW.minus(Duration.ofHours(random.nextInt(3 * 365 * 24))) : null,
					(id > 1 && random.nextInt(10) == 0) ? Set.of(random.nextLong(1, id)) : Set.of());
		}).toList();
	}

	/** Draws a topic by Zipf's law. */
	private static int topic(SplittableRandom random) {
		return (int) Math.pow(TOPICS + 1, random.nextDouble()) - 1;
	}

}
