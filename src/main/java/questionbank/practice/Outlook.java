package questionbank.practice;

/**
 * What practising is worth: how likely a question is remembered on a later day with and
 * without it. Days are counted from any one moment.
 *
 * @param model the memory model
 * @param firsts how a question goes that was never practised
 */
record Outlook(Fsrs model, FirstGrades firsts) {

	/** What adds no more than this is not worth the time. */
	static final double LEAST = 0.003;

	/**
	 * How likely a question is remembered on a day if it is not practised until then.
	 * @param reviewed the day of its last review
	 */
	double without(Memory memory, double reviewed, double day) {
		return this.model.retrievability(Math.max(0, day - reviewed), memory.stability());
	}

	/**
	 * How likely it is remembered on a day if it is practised now:
	 * {@code R_now · R(T | Good) + (1 − R_now) · R(T | Again)}.
	 */
	double with(Memory memory, double reviewed, double now, double day) {
		var known = without(memory, reviewed, now);
		return known * after(memory, Grade.GOOD, reviewed, now, day)
				+ (1 - known) * after(memory, Grade.AGAIN, reviewed, now, day);
	}

	/** What practising it now adds to how likely it is remembered on a day. */
	double worth(Memory memory, double reviewed, double now, double day) {
		return with(memory, reviewed, now, day) - without(memory, reviewed, day);
	}

	/**
	 * How likely a question is remembered on a day if it is practised now for the first
	 * time, which is also what that adds.
	 */
	double first(double now, double day) {
		var sum = 0.0;
		for (var grade : Grade.values()) {
			sum += this.firsts.of(grade) * this.model.retrievability(day - now, this.model.first(grade).stability());
		}
		return sum;
	}

	/**
	 * The memory with which a question is remembered on a day just as likely as is
	 * expected. The difficulty is that of the more likely grade.
	 * @param expected above 0 and below 1
	 */
	Memory expected(double expected, double difficulty, double now, double day) {
		return new Memory(Fsrs.stable((day - now) / this.model.daysUntil(expected, 1)), difficulty);
	}

	private double after(Memory memory, Grade grade, double reviewed, double now, double day) {
		var next = this.model.next(memory, grade, now - reviewed);
		return this.model.retrievability(day - now, next.stability());
	}

}
