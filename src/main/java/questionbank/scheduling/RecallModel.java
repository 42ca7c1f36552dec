package questionbank.scheduling;

/**
 * Computes the probability of recall on a later day with and without a review, and so the
 * gain from the review. Days are fractional and count from an arbitrary origin; the time
 * between two of them counts as in {@link Fsrs#elapsed}.
 *
 * @param model the memory model
 * @param firsts the probabilities of the first grade of a new question
 */
record RecallModel(Fsrs model, FirstGrades firsts) {

	/** The gain in recall below which a review is not planned. */
	static final double MINIMUM_GAIN = 0.003;

	/**
	 * Computes the probability of recall on a day without another review.
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

	/** Computes the gain in recall on a day from a review now. */
	double gain(Memory memory, double reviewed, double now, double day) {
		return with(memory, reviewed, now, day) - without(memory, reviewed, day);
	}

	/**
	 * Computes the expected probability of recall on a day with a first review now, which
	 * is also the gain from that review.
	 */
	double first(double now, double day) {
		var sum = 0.0;
		for (var grade : Grade.values()) {
			sum += this.firsts.probability(grade) * without(this.model.first(grade), now, day);
		}
		return sum;
	}

	/**
	 * Computes the memory state that has a given probability of recall on a day.
	 * @param recall above 0 and below 1
	 * @param reviewed the day of its last review, before {@code day}
	 */
	Memory recalledWith(double recall, double difficulty, double reviewed, double day) {
		return new Memory(Fsrs.clampStability(Fsrs.elapsed(day - reviewed) / this.model.daysUntil(recall, 1)),
				difficulty);
	}

	private double after(Memory memory, Grade grade, double reviewed, double now, double day) {
		return without(this.model.next(memory, grade, now - reviewed), now, day);
	}

}
