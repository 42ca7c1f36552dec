package questionbank.scheduling;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import questionbank.scheduling.ReviewSet.Prediction;

/**
 * Measures the fit of the memory model on {@linkplain SimulatedReviews simulated
 * learners} with other weights and with the default ones: the gain in log-loss on the
 * last fifth of the reviews, the time and the heap. With {@code -Dbench.reviews=FILE.csv}
 * also on a recorded log, as {@link ReviewBenchmark} reads it.
 */
final class OptimizerBenchmark {

	private static final int SEEDS = Integer.getInteger("bench.seeds", 40);

	private static final int FOLDS = 5;

	private OptimizerBenchmark() {
	}

	public static void main(String[] args) {
		System.out.println("| learners | reviews | possible gain | gain | kept | gain if kept | mean s | longest s |");
		System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|");
		for (var size : List.of(400, 1_000, 3_000, 12_000)) {
			print("other weights", size, SimulatedReviews::otherModel);
			print("default weights", size, (seed) -> Fsrs.DEFAULT);
		}
		System.out.printf(Locale.ROOT, "%nPeak heap %d MB, of at most %d MB%n", peakHeap() >> 20,
				Runtime.getRuntime().maxMemory() >> 20);
		var file = System.getProperty("bench.reviews");
		if (file != null) {
			measure(read(Path.of(file)));
		}
	}

	private static void print(String name, int size, LongFunction<Fsrs> truth) {
		var results = LongStream.range(0, SEEDS).mapToObj((seed) -> measure(truth.apply(seed), size, seed)).toList();
		var kept = results.stream().filter((result) -> result.fit.isKept()).toList();
		System.out.printf(Locale.ROOT, "| %s | %,d | %.4f | %.4f | %d %% | %.4f | %.2f | %.2f |%n", name, size,
				results.stream().mapToDouble(Result::possible).average().orElse(0),
				results.stream().mapToDouble(Result::gain).average().orElse(0), 100 * kept.size() / SEEDS,
				kept.stream().mapToDouble(Result::gain).average().orElse(0),
				results.stream().mapToDouble(Result::seconds).average().orElse(0),
				results.stream().mapToDouble(Result::seconds).max().orElse(0));
	}

	private static Result measure(Fsrs truth, int size, long seed) {
		var log = SimulatedReviews.of(truth, size, seed);
		var start = System.nanoTime();
		var fit = ModelFit.of(log);
		var seconds = (System.nanoTime() - start) / 1e9;
		var heldOut = ReviewSet.of(log, log.get(log.size() * 4 / 5).at());
		return new Result(fit, loss(heldOut, Fsrs.DEFAULT) - loss(heldOut, truth), seconds);
	}

	private static void measure(List<Review> log) {
		var start = System.nanoTime();
		var fit = ModelFit.of(log);
		System.out.printf(Locale.ROOT, "%n%,d recorded reviews, %.2f s%n%n| predictions | default | fitted | gain |%n",
				log.size(), (System.nanoTime() - start) / 1e9);
		System.out.println("|---|--:|--:|--:|");
		print("the last fifth, " + (fit.isKept() ? "kept" : "not kept"), fit.lossBefore(), fit.lossAfter());
		for (int fold = 0; fold < FOLDS; fold++) {
			var number = fold;
			var training = log.stream().filter((review) -> review.question() % FOLDS != number).toList();
			var others = log.stream().filter((review) -> review.question() % FOLDS == number).toList();
			var model = FsrsOptimizer.fit(ReviewSet.of(training, Instant.MIN));
			var heldOut = ReviewSet.of(others, Instant.MIN);
			print("every fifth card, from the " + (fold + 1) + ".", loss(heldOut, Fsrs.DEFAULT), loss(heldOut, model));
		}
		var all = ReviewSet.of(log, Instant.MIN);
		print("all, which the fit has seen", loss(all, Fsrs.DEFAULT), loss(all, FsrsOptimizer.fit(all)));
	}

	private static void print(String name, double before, double after) {
		System.out.printf(Locale.ROOT, "| %s | %.4f | %.4f | %.4f |%n", name, before, after, before - after);
	}

	private static double loss(ReviewSet reviews, Fsrs model) {
		return reviews.predict(model).stream().mapToDouble(Prediction::loss).average().orElse(0);
	}

	private static List<Review> read(Path file) {
		var cards = new ArrayList<>(ReviewBenchmark.read(file).values());
		return IntStream.range(0, cards.size())
			.boxed()
			.flatMap((card) -> cards.get(card).stream().map((entry) -> new Review(card, entry.grade(), entry.at())))
			.sorted(Comparator.comparing(Review::at))
			.toList();
	}

	private static long peakHeap() {
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP)
			.map(MemoryPoolMXBean::getPeakUsage)
			.mapToLong((usage) -> usage.getUsed())
			.sum();
	}

	/**
	 * A measured fit.
	 *
	 * @param possible the gain in log-loss of the true weights
	 */
	private record Result(ModelFit fit, double possible, double seconds) {

		double gain() {
			return this.fit.lossBefore() - this.fit.lossAfter();
		}

	}

}
