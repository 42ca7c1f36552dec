package questionbank.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The review log of a learner who forgets as a model says, and whose reviews a scheduler
 * with the default weights plans: once a day what is due, then new questions, each until
 * it has passed its learning steps. The grades are drawn at random, as those of
 * {@link SimulatedLearner}.
 */
final class SimulatedReviews {

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private static final Duration SESSION = Duration.ofHours(5);

	private final Scheduler scheduler = new Scheduler(Fsrs.DEFAULT, Scheduler.RETENTION, true, Scheduler.Steps.ANSWERS);

	private final Map<Long, ReviewedCard> cards = new TreeMap<>();

	private final Map<Long, Memory> memories = new HashMap<>();

	private final List<Review> log = new ArrayList<>();

	private final Fsrs truth;

	private final SplittableRandom random;

	private SimulatedReviews(Fsrs truth, long seed) {
		this.truth = truth;
		this.random = new SplittableRandom(seed);
	}

	/** Simulates a number of reviews, with a sixth as many questions. */
	static List<Review> of(Fsrs truth, int reviews, long seed) {
		var simulated = new SimulatedReviews(truth, seed);
		var daily = Math.max(10, reviews / 100);
		for (var day = Instant.parse("2026-01-05T17:00:00Z"); simulated.log.size() < reviews; day = day
			.plus(Duration.ofDays(1))) {
			simulated.practise(day, daily, reviews / 6);
		}
		return List.copyOf(simulated.log.subList(0, reviews));
	}

	/**
	 * Draws the weights of another learner: each normally distributed around the default,
	 * the initial stabilities in their logarithms and with a common factor, as those of
	 * one learner are correlated.
	 */
	static Fsrs otherModel(long seed) {
		var random = new Random(seed);
		var weights = Fsrs.DEFAULT.weights();
		var common = 0.8 * random.nextGaussian();
		for (int i = 0; i < weights.length; i++) {
			weights[i] = (i < 4) ? weights[i] * Math.exp(common + 0.3 * random.nextGaussian())
					: weights[i] + FsrsOptimizer.DEVIATIONS[i] * random.nextGaussian();
			if (i > 0 && i < 4) {
				weights[i] = Math.max(weights[i - 1], weights[i]);
			}
		}
		return new Fsrs(Fsrs.clampWeights(weights));
	}

	private void practise(Instant day, int daily, int questions) {
		var queue = new ArrayDeque<Long>();
		this.cards.values()
			.stream()
			.filter((card) -> card.card().dueAt().isBefore(day.plus(SESSION)))
			.sorted(Comparator.comparing((card) -> card.card().dueAt()))
			.limit(daily)
			.forEach((card) -> queue.add(card.question()));
		for (long fresh = this.cards.size(); fresh < questions && queue.size() < daily; fresh++) {
			queue.add(fresh);
		}
		for (var now = day; !queue.isEmpty(); now = now.plus(PAUSE)) {
			var question = queue.remove();
			if (review(question, now).card().state() != Card.State.REVIEW) {
				queue.add(question);
			}
		}
	}

	private ReviewedCard review(long question, Instant now) {
		var before = this.cards.get(question);
		var memory = this.memories.get(question);
		var days = (before != null)
				? Duration.between(before.card().reviewedAt(), now).toMillis() / (double) Duration.ofDays(1).toMillis()
				: 0;
		var grade = grade(memory, days);
		this.memories.put(question, (memory != null) ? this.truth.next(memory, grade, days) : this.truth.first(grade));
		var review = new Review(question, grade, now);
		this.log.add(review);
		var after = ReviewedCard.after(before, review, this.scheduler);
		this.cards.put(question, after);
		return after;
	}

	private Grade grade(@Nullable Memory memory, double days) {
		var drawn = this.random.nextDouble();
		if (memory == null) {
			return (drawn < 0.30) ? Grade.AGAIN
					: (drawn < 0.40) ? Grade.HARD : (drawn < 0.85) ? Grade.GOOD : Grade.EASY;
		}
		if (drawn >= this.truth.retrievability(Fsrs.elapsed(days), memory.stability())) {
			return Grade.AGAIN;
		}
		var kind = this.random.nextDouble();
		return (kind < 0.1) ? Grade.HARD : (kind < 0.2) ? Grade.EASY : Grade.GOOD;
	}

}
