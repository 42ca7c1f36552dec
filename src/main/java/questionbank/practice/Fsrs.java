package questionbank.practice;

/**
 * The memory model FSRS-6: how likely something is remembered after some days, and how a
 * review changes that. All is computed in doubles, from the state before the review.
 *
 * @see <a href=
 * "https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm">The
 * algorithm</a>
 */
final class Fsrs {

	/** With the weights that were fitted to the reviews of many. */
	static final Fsrs DEFAULT = new Fsrs(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666,
			0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542);

	/** The longest interval in days, and the greatest stability. */
	static final int LONGEST = 36_500;

	private static final int WEIGHTS = 21;

	private static final double LEAST_STABILITY = 0.001;

	/** The recall probability at which an interval is as long as the stability. */
	private static final double AT_STABILITY = 0.9;

	private final double[] w;

	private final double factor;

	/**
	 * The model with other weights.
	 * @throws IllegalArgumentException if they are not 21
	 */
	Fsrs(double... weights) {
		if (weights.length != WEIGHTS) {
			throw new IllegalArgumentException("FSRS-6 has 21 weights, and not " + weights.length);
		}
		this.w = weights.clone();
		this.factor = Math.pow(AT_STABILITY, -1 / this.w[20]) - 1;
	}

	/**
	 * How likely it is remembered: {@code (1 + F·t/S)^(−w20)}.
	 * @param days since the last review, at least 0
	 */
	double retrievability(double days, double stability) {
		return Math.pow(1 + this.factor * days / stability, -this.w[20]);
	}

	/**
	 * After how many days it is remembered with some probability:
	 * {@code S/F · (r^(−1/w20) − 1)}.
	 * @param retention the probability, above 0 and at most 1
	 */
	double daysUntil(double retention, double stability) {
		return stability / this.factor * (Math.pow(retention, -1 / this.w[20]) - 1);
	}

	/** The same in whole days, from 1 to 36,500. */
	int interval(double retention, double stability) {
		return (int) clamp(Math.round(daysUntil(retention, stability)), 1, LONGEST);
	}

	/** What is remembered after the first review. */
	Memory first(Grade grade) {
		return new Memory(stable(this.w[grade.number() - 1]), difficult(firstDifficulty(grade)));
	}

	/**
	 * What is remembered after another review.
	 * @param days since the last review; less than one is the same day
	 */
	Memory next(Memory memory, Grade grade, double days) {
		return new Memory(stable(nextStability(memory, grade, days)), nextDifficulty(memory.difficulty(), grade));
	}

	/** {@code w4 − e^(w5·(G−1)) + 1}, not yet within its bounds. */
	double firstDifficulty(Grade grade) {
		return this.w[4] - Math.exp(this.w[5] * (grade.number() - 1)) + 1;
	}

	/**
	 * {@code w7·D0(4) + (1−w7)·(D − w6·(G−3)·(10−D)/9)}, from 1 to 10.
	 */
	double nextDifficulty(double difficulty, Grade grade) {
		var moved = difficulty - this.w[6] * (grade.number() - 3) * (10 - difficulty) / 9;
		return difficult(this.w[7] * firstDifficulty(Grade.EASY) + (1 - this.w[7]) * moved);
	}

	private double nextStability(Memory memory, Grade grade, double days) {
		if (days < 1) {
			return sameDay(memory.stability(), grade);
		}
		var retrievability = retrievability(days, memory.stability());
		return (grade == Grade.AGAIN) ? forgotten(memory, retrievability) : recalled(memory, retrievability, grade);
	}

	/**
	 * {@code S·(1 + e^w8·(11−D)·S^(−w9)·(e^(w10·(1−R)) − 1)·h·b)}, where {@code h} is
	 * {@code w15} for Hard and {@code b} is {@code w16} for Easy, and else 1.
	 */
	double recalled(Memory memory, double retrievability, Grade grade) {
		var bonus = (grade == Grade.HARD) ? this.w[15] : (grade == Grade.EASY) ? this.w[16] : 1;
		return memory.stability() * (1 + Math.exp(this.w[8]) * (11 - memory.difficulty())
				* Math.pow(memory.stability(), -this.w[9]) * Math.expm1(this.w[10] * (1 - retrievability)) * bonus);
	}

	/**
	 * The lesser of {@code w11·D^(−w12)·((S+1)^w13 − 1)·e^(w14·(1−R))} and
	 * {@code S / e^(w17·w18)}.
	 */
	double forgotten(Memory memory, double retrievability) {
		var left = this.w[11] * Math.pow(memory.difficulty(), -this.w[12])
				* (Math.pow(memory.stability() + 1, this.w[13]) - 1) * Math.exp(this.w[14] * (1 - retrievability));
		return Math.min(left, memory.stability() / Math.exp(this.w[17] * this.w[18]));
	}

	/**
	 * {@code S·e^(w17·(G−3+w18))·S^(−w19)}, and for who has known it, never less than
	 * before.
	 */
	double sameDay(double stability, Grade grade) {
		var growth = Math.exp(this.w[17] * (grade.number() - 3 + this.w[18])) * Math.pow(stability, -this.w[19]);
		return stability * ((grade == Grade.AGAIN) ? growth : Math.max(growth, 1));
	}

	/** The stability within its bounds. */
	static double stable(double stability) {
		return clamp(stability, LEAST_STABILITY, LONGEST);
	}

	private static double difficult(double difficulty) {
		return clamp(difficulty, 1, 10);
	}

	private static double clamp(double value, double least, double greatest) {
		return Math.max(least, Math.min(greatest, value));
	}

}
