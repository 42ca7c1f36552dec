package questionbank.practice;

/**
 * The value of a review: the probability of recall on a later day with and without it.
 * Days are fractional and count from any one moment; the time between two of them counts
 * as in {@link Fsrs#elapsed}.
 *
 * @param model the memory model
 * @param firsts the probabilities of the first grade of a new question
 */
record RecallModel(Fsrs model, FirstGrades firsts) {

	/** A review that adds no more than this probability is not planned. */
	static final double LEAST = 0.003;

	/**
	 * Computes the probability of recall on a day without a review until then.
	 * @param reviewed the day of the last review
	 */
	double without(Memory memory, double reviewed, double day) {
		return this.model.retrievability(Fsrs.elapsed(day - reviewed), memory.stability());
	}

	/**
	 * Computes the expected probability of recall on a day with a review now:
	 * {@code R_now · R(T | Good) + (1 − R_now) · R(T | Again)}.
	 */
	double with(Memory memory, double reviewed, double now, double day) {
		var known = without(memory, reviewed, now);
		return known * after(memory, Grade.GOOD, reviewed, now, day)
				+ (1 - known) * after(memory, Grade.AGAIN, reviewed, now, day);
	}

	/** Computes what a review now adds to the probability of recall on a day. */
	double worth(Memory memory, double reviewed, double now, double day) {
		return with(memory, reviewed, now, day) - without(memory, reviewed, day);
	}

	/**
	 * Computes the expected probability of recall on a day with a first review now, which
	 * is also what that review adds.
	 */
	double first(double now, double day) {
		var sum = 0.0;
		for (var grade : Grade.values()) {
			sum += this.firsts.of(grade) * without(this.model.first(grade), now, day);
		}
		return sum;
	}

	/**
	 * Returns the memory that has a given probability of recall on a day.
	 * @param recall above 0 and below 1
	 * @param reviewed the day of its last review, before {@code day}
	 */
	Memory recalledWith(double recall, double difficulty, double reviewed, double day) {
		return new Memory(Fsrs.stable(Fsrs.elapsed(day - reviewed) / this.model.daysUntil(recall, 1)), difficulty);
	}

	private double after(Memory memory, Grade grade, double reviewed, double now, double day) {
		return without(this.model.next(memory, grade, now - reviewed), now, day);
	}

}
