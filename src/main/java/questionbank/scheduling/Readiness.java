package questionbank.scheduling;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * The mean probability of recall on the interview date, or now without one, over a group
 * of questions. A question without reviews counts as 0.
 *
 * @param name the name of the group
 * @param recall from 0 to 1
 * @param practised the number of its questions with reviews
 * @param total the number of its questions, at least 1
 */
public record Readiness(String name, double recall, int practised, long total) {

	/**
	 * Computes the readiness of each group.
	 * @param totals the number of questions of each group, in the order of the result;
	 * groups without questions are left out
	 * @param groups the names of the groups of a practised question, by its id
	 */
	public static List<Readiness> byGroup(Planner planner, Map<String, Long> totals,
			LongFunction<? extends Collection<String>> groups) {
		var sums = new HashMap<String, Sum>();
		for (var card : planner.practised()) {
			var sum = new Sum(planner.recall(card), 1);
			groups.apply(card.question()).forEach((name) -> sums.merge(name, sum, Sum::plus));
		}
		return totals.entrySet()
			.stream()
			.filter((group) -> group.getValue() > 0)
			.map((group) -> of(group.getKey(), group.getValue(), sums.getOrDefault(group.getKey(), Sum.NONE)))
			.toList();
	}

	private static Readiness of(String name, long total, Sum sum) {
		return new Readiness(name, Math.min(1, sum.recall / total), sum.count, total);
	}

	private record Sum(double recall, int count) {

		static final Sum NONE = new Sum(0, 0);

		Sum plus(Sum other) {
			return new Sum(this.recall + other.recall, this.count + other.count);
		}

	}

}
