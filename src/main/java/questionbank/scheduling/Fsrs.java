package questionbank.scheduling;

/**
 * The spaced repetition model FSRS-6: the probability of recall after some days, and how
 * a review changes stability and difficulty. It computes in doubles, from the state
 * before the review.
 * <p>
 * FSRS has one formula for reviews of the same day and others for later days, but does
 * not define where a day ends. The reference implementations count 24 hours or calendar
 * days. The rule of {@link #next} needs no time zone: on 12,580 recorded reviews it
 * predicted recall better than 24 hours and no worse than calendar days, as
 * {@code ReviewBenchmark} beside the benchmarks shows.
 *
 * @see <a href=
 * "https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm">The
 * algorithm</a>
 */
public final class Fsrs {

	/** The longest interval in days, and the greatest stability. */
	static final int LONGEST = 36_500;

	static final double LEAST_STABILITY = 0.001;

	/** The longest interval in days that counts as the same day: six hours. */
	private static final double SAME_DAY = 0.25;

	/** The lower bound of each weight; the upper bounds follow. */
	private static final double[] LOWER_BOUNDS = { LEAST_STABILITY, LEAST_STABILITY, LEAST_STABILITY, LEAST_STABILITY,
			1, 0.001, 0.001, 0.001, 0, 0, 0.001, 0.001, 0.001, 0.001, 0, 0, 1, 0, 0, 0, 0.1 };

	private static final double[] UPPER_BOUNDS = { 100, 100, 100, 100, 10, 4, 4, 0.75, 4.5, 0.8, 3.5, 5, 0.25, 0.9, 4,
			1, 6, 2, 2, 0.8, 0.8 };

	/**
	 * The model with the default weights of FSRS-6. Declared after the bounds that its
	 * constructor reads.
	 */
	public static final Fsrs DEFAULT = new Fsrs(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722,
			0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542);

	/** The recall probability at which an interval is as long as the stability. */
	static final double AT_STABILITY = 0.9;

	private final double[] w;

	private final double factor;

	/**
	 * Creates a model with other weights.
	 * @param weights the 21 weights {@code w0} to {@code w20}, each within the bounds of
	 * the reference implementations
	 * @throws IllegalArgumentException if there are not 21 weights, or one is not finite
	 * or out of bounds
	 */
	public Fsrs(double... weights) {
		if (weights.length != LOWER_BOUNDS.length) {
			throw new IllegalArgumentException("FSRS-6 has 21 weights, got " + weights.length);
		}
		for (int i = 0; i < weights.length; i++) {
			// A NaN fails every comparison.
			if (!(weights[i] >= LOWER_BOUNDS[i] && weights[i] <= UPPER_BOUNDS[i])) {
				throw new IllegalArgumentException("Weight w%d of FSRS-6 must be from %s to %s, got %s".formatted(i,
						LOWER_BOUNDS[i], UPPER_BOUNDS[i], weights[i]));
			}
		}
		this.w = weights.clone();
		this.factor = Math.pow(AT_STABILITY, -1 / this.w[20]) - 1;
	}

	/** Returns the weights {@code w0} to {@code w20}. */
	public double[] weights() {
		return this.w.clone();
	}

	/** Clamps each of 21 weights to its bounds. */
	static double[] clampWeights(double[] weights) {
		var clamped = new double[LOWER_BOUNDS.length];
		for (int i = 0; i < clamped.length; i++) {
			clamped[i] = clamp(weights[i], LOWER_BOUNDS[i], UPPER_BOUNDS[i]);
		}
		return clamped;
	}

	/**
	 * Computes the probability of recall: {@code (1 + F·t/S)^(−w20)}.
	 * @param days since the last review, at least 0
	 */
	double retrievability(double days, double stability) {
		return Math.pow(1 + this.factor * days / stability, -this.w[20]);
	}

	/**
	 * Computes the days until recall has fallen to a probability:
	 * {@code S/F · (r^(−1/w20) − 1)}.
	 * @param retention the probability, above 0 and at most 1
	 */
	double daysUntil(double retention, double stability) {
		return stability / this.factor * (Math.pow(retention, -1 / this.w[20]) - 1);
	}

	/** Computes {@link #daysUntil} in whole days, from 1 to 36,500. */
	int interval(double retention, double stability) {
		return (int) clamp(Math.round(daysUntil(retention, stability)), 1, LONGEST);
	}

	/** Computes the memory state after the first review. */
	Memory first(Grade grade) {
		return new Memory(clampStability(this.w[grade.number() - 1]), clampDifficulty(firstDifficulty(grade)));
	}

	/**
	 * Computes the memory state after another review. A review at most six hours after
	 * the last one changes it by the formula for the same day, any later one by the
	 * formulas for recall and forgetting, where less than a day counts as a day. So a
	 * review on the next morning is one of the next day in every time zone, and whole
	 * days give the same result as in the reference implementations.
	 * @param days the time since the last review in days, fractions included; a negative
	 * one counts as 0
	 * @see #elapsed
	 */
	Memory next(Memory memory, Grade grade, double days) {
		return new Memory(clampStability(nextStability(memory, grade, days)),
				nextDifficulty(memory.difficulty(), grade));
	}

	/**
	 * Returns the elapsed days that the model counts: up to six hours as they are, any
	 * longer time as at least one day. Forecasts of recall use it as well, so that they
	 * count as {@link #next} does.
	 * @param days the time since the last review in days, fractions included; a negative
	 * one counts as 0
	 */
	static double elapsed(double days) {
		return Math.max(isSameDay(days) ? 0 : 1, days);
	}

	/** Whether a review after some days is one of the same day: within six hours. */
	static boolean isSameDay(double days) {
		return days <= SAME_DAY;
	}

	/** Computes {@code w4 − e^(w5·(G−1)) + 1}, not clamped to 1 to 10. */
	double firstDifficulty(Grade grade) {
		return this.w[4] - Math.exp(this.w[5] * (grade.number() - 1)) + 1;
	}

	/**
	 * Computes {@code w7·D0(4) + (1−w7)·(D − w6·(G−3)·(10−D)/9)}, clamped to 1 to 10.
	 */
	double nextDifficulty(double difficulty, Grade grade) {
		var moved = difficulty - this.w[6] * (grade.number() - 3) * (10 - difficulty) / 9;
		return clampDifficulty(this.w[7] * firstDifficulty(Grade.EASY) + (1 - this.w[7]) * moved);
	}

	private double nextStability(Memory memory, Grade grade, double days) {
		var elapsed = elapsed(days);
		if (elapsed <= SAME_DAY) {
			return sameDay(memory.stability(), grade);
		}
		var retrievability = retrievability(elapsed, memory.stability());
		return (grade == Grade.AGAIN) ? forgotten(memory, retrievability) : recalled(memory, retrievability, grade);
	}

	/**
	 * Computes {@code S·(1 + e^w8·(11−D)·S^(−w9)·(e^(w10·(1−R)) − 1)·h·b)}, where
	 * {@code h} is {@code w15} for Hard and {@code b} is {@code w16} for Easy, and else
	 * 1.
	 */
	double recalled(Memory memory, double retrievability, Grade grade) {
		var bonus = (grade == Grade.HARD) ? this.w[15] : (grade == Grade.EASY) ? this.w[16] : 1;
		return memory.stability() * (1 + Math.exp(this.w[8]) * (11 - memory.difficulty())
				* Math.pow(memory.stability(), -this.w[9]) * Math.expm1(this.w[10] * (1 - retrievability)) * bonus);
	}

	/**
	 * Computes the lesser of {@code w11·D^(−w12)·((S+1)^w13 − 1)·e^(w14·(1−R))} and
	 * {@code S / e^(w17·w18)}.
	 */
	double forgotten(Memory memory, double retrievability) {
		var left = this.w[11] * Math.pow(memory.difficulty(), -this.w[12])
				* (Math.pow(memory.stability() + 1, this.w[13]) - 1) * Math.exp(this.w[14] * (1 - retrievability));
		return Math.min(left, memory.stability() / Math.exp(this.w[17] * this.w[18]));
	}

	/**
	 * Computes {@code S·e^(w17·(G−3+w18))·S^(−w19)}; for Hard, Good and Easy at least the
	 * stability before.
	 */
	double sameDay(double stability, Grade grade) {
		var growth = Math.exp(this.w[17] * (grade.number() - 3 + this.w[18])) * Math.pow(stability, -this.w[19]);
		return stability * ((grade == Grade.AGAIN) ? growth : Math.max(growth, 1));
	}

	/** Clamps a stability to its bounds. */
	static double clampStability(double stability) {
		return clamp(stability, LEAST_STABILITY, LONGEST);
	}

	private static double clampDifficulty(double difficulty) {
		return clamp(difficulty, 1, 10);
	}

	private static double clamp(double value, double least, double greatest) {
		return Math.max(least, Math.min(greatest, value));
	}

}
