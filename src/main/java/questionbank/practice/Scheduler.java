package questionbank.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;

import questionbank.practice.Card.State;

/**
 * Says when a question is due again: within minutes until it sits, then as soon as it is
 * remembered no more likely than wanted.
 */
final class Scheduler {

	/** How likely a question is usually to be remembered when it is due. */
	static final double RETENTION = 0.9;

	private static final List<Duration> LEARNING = List.of(Duration.ofMinutes(1), Duration.ofMinutes(10));

	private static final List<Duration> RELEARNING = List.of(Duration.ofMinutes(10));

	/** Shorter intervals, in days, are not spread. */
	private static final double LEAST_SPREAD = 2.5;

	private final Fsrs model;

	private final double retention;

	private final boolean spread;

	/**
	 * A scheduler.
	 * @param retention how likely a question is to be remembered when it is due, above 0
	 * and below 1
	 * @param spread whether intervals are varied a little, so that questions that were
	 * learnt together do not stay together for ever
	 */
	Scheduler(Fsrs model, double retention, boolean spread) {
		this.model = model;
		this.retention = retention;
		this.spread = spread;
	}

	/**
	 * Where somebody stands after a review.
	 * @param card where they stood, or {@code null} if they have not practised it
	 * @param seed what the spread of the interval is drawn from: the same for the same
	 * review, so that a reload shows the same date
	 */
	Card review(@Nullable Card card, Grade grade, Instant now, long seed) {
		if (card == null) {
			return learn(State.LEARNING, LEARNING, 0, this.model.first(grade), grade, now, seed);
		}
		var days = Duration.between(card.reviewedAt(), now).toMillis() / (double) Duration.ofDays(1).toMillis();
		var memory = this.model.next(card.memory(), grade, days);
		return switch (card.state()) {
			case LEARNING -> learn(State.LEARNING, LEARNING, card.step(), memory, grade, now, seed);
			case RELEARNING -> learn(State.RELEARNING, RELEARNING, card.step(), memory, grade, now, seed);
			case REVIEW -> (grade == Grade.AGAIN) ? step(State.RELEARNING, 0, RELEARNING.get(0), memory, now)
					: later(memory, now, seed);
		};
	}

	private Card learn(State state, List<Duration> steps, int step, Memory memory, Grade grade, Instant now,
			long seed) {
		if (grade == Grade.AGAIN) {
			return step(state, 0, steps.get(0), memory, now);
		}
		if (grade == Grade.HARD && step < steps.size()) {
			return step(state, step, hard(steps, step), memory, now);
		}
		return (grade == Grade.GOOD && step + 1 < steps.size())
				? step(state, step + 1, steps.get(step + 1), memory, now) : later(memory, now, seed);
	}

	/** The first step, where Good would lead to another, is half-way to that one. */
	private static Duration hard(List<Duration> steps, int step) {
		if (step > 0) {
			return steps.get(step);
		}
		return (steps.size() > 1) ? steps.get(0).plus(steps.get(1)).dividedBy(2)
				: steps.get(0).multipliedBy(3).dividedBy(2);
	}

	private static Card step(State state, int step, Duration wait, Memory memory, Instant now) {
		return new Card(state, step, memory, now, now.plus(wait));
	}

	private Card later(Memory memory, Instant now, long seed) {
		var interval = this.model.interval(this.retention, memory.stability());
		var days = this.spread ? spread(interval, seed) : interval;
		return new Card(State.REVIEW, 0, memory, now, now.plus(Duration.ofDays(days)));
	}

	/** The intervals that one may be spread to, of which each is as likely. */
	private static long spread(int interval, long seed) {
		if (interval < LEAST_SPREAD) {
			return interval;
		}
		var delta = 1 + 0.15 * within(interval, LEAST_SPREAD, 7) + 0.10 * within(interval, 7, 20)
				+ 0.05 * within(interval, 20, Double.MAX_VALUE);
		var least = Math.max(2, Math.round(interval - delta));
		var greatest = Math.min(Math.round(interval + delta), Fsrs.LONGEST);
		return new SplittableRandom(seed).nextLong(least, greatest + 1);
	}

	/** How many days of an interval lie between two lengths. */
	private static double within(double interval, double from, double to) {
		return Math.max(Math.min(interval, to) - from, 0);
	}

}
