package questionbank.practice;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What becomes of somebody's memory until a day, if each day until then they practise
 * what is worth most for it. What they do not know yet is taken to go as is to be
 * expected, so that the same forecast is made of the same cards.
 */
final class Forecast {

	private final Outlook outlook;

	private final double date;

	private final long total;

	private Memory[] memories;

	private double[] reviewed;

	private int known;

	/**
	 * A forecast for a day.
	 * @param practised the memory of each question that was practised
	 * @param reviewed the days of their last reviews
	 * @param unseen how many questions were not
	 */
	Forecast(Outlook outlook, double date, List<Memory> practised, double[] reviewed, long unseen) {
		this.outlook = outlook;
		this.date = date;
		this.known = practised.size();
		this.total = this.known + unseen;
		this.memories = practised.toArray(Memory[]::new);
		this.reviewed = reviewed.clone();
	}

	/** The mean of how likely the questions are remembered on the day; 0 of none. */
	double readiness() {
		var sum = 0.0;
		for (int i = 0; i < this.known; i++) {
			sum += this.outlook.without(this.memories[i], this.reviewed[i], this.date);
		}
		return (this.total > 0) ? sum / this.total : 0;
	}

	/**
	 * Practises on a day what is worth most.
	 * @param since only what was last reviewed before is practised again
	 * @param most how many questions
	 * @return how many of them were new, and how many were not
	 */
	Count practise(double now, double since, int most) {
		var worth = IntStream.range(0, this.known)
			.mapToDouble((i) -> (this.reviewed[i] < since)
					? this.outlook.worth(this.memories[i], this.reviewed[i], now, this.date) : 0)
			.toArray();
		var first = this.outlook.first(now, this.date);
		var better = (int) Arrays.stream(worth).filter((one) -> one > first).count();
		var fresh = (int) Math.min(Math.max(0, most - better), this.total - this.known);
		var repeats = IntStream.range(0, this.known)
			.boxed()
			.filter((i) -> worth[i] > Outlook.LEAST)
			.sorted(Comparator.comparingDouble((i) -> -worth[i]))
			.limit(most - fresh)
			.toList();
		repeats.forEach((i) -> repeat(i, now));
		begin(fresh, first, now);
		return new Count(fresh, repeats.size());
	}

	private void repeat(int i, double now) {
		var expected = this.outlook.with(this.memories[i], this.reviewed[i], now, this.date);
		var known = this.outlook.without(this.memories[i], this.reviewed[i], now);
		var difficulty = this.outlook.model()
			.nextDifficulty(this.memories[i].difficulty(), (known < 0.5) ? Grade.AGAIN : Grade.GOOD);
		this.memories[i] = this.outlook.expected(expected, difficulty, now, this.date);
		this.reviewed[i] = now;
	}

	private void begin(int fresh, double first, double now) {
		var memory = this.outlook.expected(first, this.outlook.model().first(Grade.GOOD).difficulty(), now, this.date);
		this.memories = Arrays.copyOf(this.memories, this.known + fresh);
		this.reviewed = Arrays.copyOf(this.reviewed, this.known + fresh);
		Arrays.fill(this.memories, this.known, this.known + fresh, memory);
		Arrays.fill(this.reviewed, this.known, this.known + fresh, now);
		this.known += fresh;
	}

	/** How many questions are practised. */
	record Count(int fresh, int repeats) {
	}

}
