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
 * <p>
 * FSRS models memory, and leaves the learning steps to the scheduler. There are two sets:
 * {@link Steps#REFERENCE}, those of the reference implementations, is for flashcards that
 * take seconds, and for comparing this class with the official results;
 * {@link Steps#ANSWERS} is for interview answers, which are typed or spoken and take
 * minutes. With the latter, a new question that was graded <em>Good</em> goes straight to
 * its next day: the answer was an effortful recall of a whole topic, and a second one ten
 * minutes later costs as much time as a new question, and raises stability little.
 * <em>Again</em> and <em>Hard</em> are still repeated within minutes.
 */
public final class Scheduler {

	/** The target retention: the probability of recall on the due date. */
	public static final double RETENTION = 0.9;

	/** The minimum interval in days to spread. */
	private static final double MINIMUM_SPREAD = 2.5;

	private final Fsrs model;

	private final double retention;

	private final boolean spread;

	private final Steps steps;

	/** Creates a scheduler with the learning steps of the reference implementations. */
	Scheduler(Fsrs model, double retention, boolean spread) {
		this(model, retention, spread, Steps.REFERENCE);
	}

	/**
	 * Creates a scheduler.
	 * @param retention the target retention, above 0 and below 1
	 * @param spread whether to vary intervals by a few days (in the reference
	 * implementations: fuzz), so that questions learnt together do not always fall due
	 * together
	 * @param steps the learning steps
	 */
	public Scheduler(Fsrs model, double retention, boolean spread, Steps steps) {
		this.model = model;
		this.retention = retention;
		this.spread = spread;
		this.steps = steps;
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
			return learn(State.LEARNING, this.steps.learning, (card != null) ? card.step() : 0, memory, grade, now, gap,
					seed);
		}
		if (card.state() == State.RELEARNING) {
			return learn(State.RELEARNING, this.steps.relearning, card.step(), memory, grade, now, gap, seed);
		}
		return (grade == Grade.AGAIN) ? step(State.RELEARNING, 0, this.steps.relearning.get(0), memory, now)
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

	/**
	 * The learning steps: the delays after which a card is repeated before its first
	 * interval of days.
	 *
	 * @param learning of new cards, at least one
	 * @param relearning of forgotten cards, at least one
	 */
	public record Steps(List<Duration> learning, List<Duration> relearning) {

		/** The steps of the reference implementations, for flashcards. */
		public static final Steps REFERENCE = new Steps(List.of(Duration.ofMinutes(1), Duration.ofMinutes(10)),
				List.of(Duration.ofMinutes(10)));

		/** The steps of answers that take minutes: a first Good is not repeated. */
		public static final Steps ANSWERS = new Steps(List.of(Duration.ofMinutes(10)), List.of(Duration.ofMinutes(10)));

	}

}
