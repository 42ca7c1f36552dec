package questionbank.scheduling;

/**
 * The formulas of {@link Fsrs} in dual numbers: the same values, with their derivatives
 * by the 21 weights. {@link Fsrs} computes the values alone, several times as fast.
 */
final class DifferentiableFsrs {

	private final Dual[] w;

	private final Dual factor;

	private final Dual decay;

	private final Dual easiest;

	DifferentiableFsrs(double... weights) {
		this.w = Dual.variables(weights);
		this.decay = this.w[20].times(-1);
		this.factor = this.decay.dividing(Math.log(Fsrs.AT_STABILITY)).exp().plus(-1);
		this.easiest = firstDifficulty(Grade.EASY);
	}

	/** Computes {@link Fsrs#retrievability}. */
	Dual retrievability(double days, State state) {
		return state.stability.dividing(days).times(this.factor).plus(1).pow(this.decay);
	}

	/** Computes {@link Fsrs#first}. */
	State first(Grade grade) {
		return new State(clampStability(this.w[grade.number() - 1]), clampDifficulty(firstDifficulty(grade)));
	}

	/** Computes {@link Fsrs#next}. */
	State next(State state, Grade grade, double days) {
		var elapsed = Fsrs.elapsed(days);
		var stability = Fsrs.isSameDay(days) ? sameDay(state.stability, grade)
				: (grade == Grade.AGAIN) ? forgotten(state, retrievability(elapsed, state))
						: recalled(state, retrievability(elapsed, state), grade);
		return new State(clampStability(stability), nextDifficulty(state.difficulty, grade));
	}

	private Dual firstDifficulty(Grade grade) {
		return this.w[4].minus(this.w[5].times(grade.number() - 1).exp()).plus(1);
	}

	private Dual nextDifficulty(Dual difficulty, Grade grade) {
		var moved = difficulty.minus(this.w[6].times((grade.number() - 3) / 9.0).times(difficulty.times(-1).plus(10)));
		return clampDifficulty(moved.plus(this.w[7].times(this.easiest.minus(moved))));
	}

	private Dual recalled(State state, Dual retrievability, Grade grade) {
		var growth = this.w[8].exp()
			.times(state.difficulty.times(-1).plus(11))
			.times(state.stability.pow(this.w[9].times(-1)))
			.times(this.w[10].times(retrievability.times(-1).plus(1)).exp().plus(-1));
		var weighted = (grade == Grade.HARD) ? growth.times(this.w[15])
				: (grade == Grade.EASY) ? growth.times(this.w[16]) : growth;
		return state.stability.times(weighted.plus(1));
	}

	private Dual forgotten(State state, Dual retrievability) {
		var left = this.w[11].times(state.difficulty.pow(this.w[12].times(-1)))
			.times(state.stability.plus(1).pow(this.w[13]).plus(-1))
			.times(this.w[14].times(retrievability.times(-1).plus(1)).exp());
		return left.min(state.stability.times(this.w[17].times(this.w[18]).times(-1).exp()));
	}

	private Dual sameDay(Dual stability, Grade grade) {
		var growth = this.w[17].times(this.w[18].plus(grade.number() - 3))
			.exp()
			.times(stability.pow(this.w[19].times(-1)));
		return (grade != Grade.AGAIN && growth.value() < 1) ? stability : stability.times(growth);
	}

	private static Dual clampStability(Dual stability) {
		return stability.clamp(Fsrs.LEAST_STABILITY, Fsrs.LONGEST);
	}

	private static Dual clampDifficulty(Dual difficulty) {
		return difficulty.clamp(1, 10);
	}

	/** A {@link Memory} in dual numbers. */
	record State(Dual stability, Dual difficulty) {
	}

}
