package questionbank.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;

import questionbank.scheduling.Card.State;

/**
 * Computes the next due time of a card: learning steps in minutes, then the interval in
 * days at which the probability of recall has fallen to the target retention.
 */
public final class Scheduler {

	/** The target retention: the probability of recall on the due date. */
	public static final double RETENTION = 0.9;

	private static final List<Duration> LEARNING = List.of(Duration.ofMinutes(1), Duration.ofMinutes(10));

	private static final List<Duration> RELEARNING = List.of(Duration.ofMinutes(10));

	/** The minimum interval in days to spread. */
	private static final double MINIMUM_SPREAD = 2.5;

	private final Fsrs model;

	private final double retention;

	private final boolean spread;

	/**
	 * Creates a scheduler.
	 * @param retention the target retention, above 0 and below 1
	 * @param spread whether to vary intervals by a few days (in the reference
	 * implementations: fuzz), so that questions learnt together do not always fall due
	 * together
	 */
	public Scheduler(Fsrs model, double retention, boolean spread) {
		this.model = model;
		this.retention = retention;
		this.spread = spread;
	}

	/**
	 * Computes the card after a review.
	 * @param card the card before, or {@code null} before the first review
	 * @param seed the seed of the spread: the same for all grades of a review, so that a
	 * reload shows the same dates
	 */
	public Card review(@Nullable Card card, Grade grade, Instant now, long seed) {
		var gap = (card != null) ? daysBetween(card.reviewedAt(), now) : 0;
		var memory = (card != null) ? this.model.next(card.memory(), grade, gap) : this.model.first(grade);
		if (card == null || card.state() == State.LEARNING) {
			return learn(State.LEARNING, LEARNING, (card != null) ? card.step() : 0, memory, grade, now, gap, seed);
		}
		if (card.state() == State.RELEARNING) {
			return learn(State.RELEARNING, RELEARNING, card.step(), memory, grade, now, gap, seed);
		}
		return (grade == Grade.AGAIN) ? step(State.RELEARNING, 0, RELEARNING.get(0), memory, now)
				: later(memory, now, gap, seed);
	}

	private static double daysBetween(Instant from, Instant to) {
		return Duration.between(from, to).toMillis() / (double) Duration.ofDays(1).toMillis();
	}

	private Card learn(State state, List<Duration> steps, int step, Memory memory, Grade grade, Instant now, double gap,
			long seed) {
		if (grade == Grade.AGAIN) {
			return step(state, 0, steps.get(0), memory, now);
		}
		if (grade == Grade.HARD && step < steps.size()) {
			return step(state, step, hard(steps, step), memory, now);
		}
		return (grade == Grade.GOOD && step + 1 < steps.size())
				? step(state, step + 1, steps.get(step + 1), memory, now) : later(memory, now, gap, seed);
	}

	/**
	 * Returns the delay of Hard: on the first of several steps, the mean of it and the
	 * next.
	 */
	private static Duration hard(List<Duration> steps, int step) {
		if (step > 0) {
			return steps.get(step);
		}
		return (steps.size() > 1) ? steps.get(0).plus(steps.get(1)).dividedBy(2)
				: steps.get(0).multipliedBy(3).dividedBy(2);
	}

	private static Card step(State state, int step, Duration delay, Memory memory, Instant now) {
		return new Card(state, step, memory, now, now.plus(delay));
	}

	private Card later(Memory memory, Instant now, double gap, long seed) {
		var interval = this.model.interval(this.retention, memory.stability());
		var days = this.spread ? spread(interval, gap, seed) : interval;
		return new Card(State.REVIEW, 0, memory, now, now.plus(Duration.ofDays(days)));
	}

	/**
	 * Draws an interval from a range around the given one, with uniform probability. The
	 * seed gives a position from 0 to 1 in the range, and the bounds of the range never
	 * fall as the interval grows: so a better grade of the same review is never due
	 * sooner than a worse one. An interval longer than the last gap stays longer.
	 * @param gap the days since the last review
	 */
	private static long spread(int interval, double gap, long seed) {
		if (interval < MINIMUM_SPREAD) {
			return interval;
		}
		var delta = 1 + 0.15 * within(interval, MINIMUM_SPREAD, 7) + 0.10 * within(interval, 7, 20)
				+ 0.05 * within(interval, 20, Double.MAX_VALUE);
		var longer = (interval > gap) ? (long) gap + 1 : 0;
		var least = Math.max(Math.max(2, longer), Math.round(interval - delta));
		var greatest = Math.min(Math.round(interval + delta), Fsrs.LONGEST);
		var position = new SplittableRandom(seed).nextDouble();
		return least + (long) (position * (greatest + 1 - least));
	}

	/** Returns the part of an interval that lies between two lengths. */
	private static double within(double interval, double from, double to) {
		return Math.max(Math.min(interval, to) - from, 0);
	}

}
