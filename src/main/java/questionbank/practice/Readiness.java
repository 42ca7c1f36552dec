package questionbank.practice;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import questionbank.question.Difficulty;
import questionbank.question.QuestionList;
import questionbank.question.QuestionSummary;

/**
 * How likely any question of some kind is remembered; what was never practised counts as
 * not known.
 *
 * @param name a difficulty or a topic
 * @param recall from 0 to 1
 * @param practised how many of the questions were practised
 * @param total how many there are, at least 1
 */
public record Readiness(String name, double recall, int practised, long total) {

	static List<Readiness> byDifficulty(Planner planner, Map<Long, QuestionSummary> questions, QuestionList bank,
			Aim aim) {
		var sums = sums(planner, questions, (question) -> List.of(question.difficulty().slug()));
		return bank.difficulties()
			.entrySet()
			.stream()
			.filter((counted) -> aim.difficulties().isEmpty() || aim.difficulties().contains(counted.getKey()))
			.filter((counted) -> counted.getValue() > 0)
			.map((counted) -> of(counted.getKey().slug(), counted.getValue(), sums))
			.toList();
	}

	static List<Readiness> byTopic(Planner planner, Map<Long, QuestionSummary> questions, QuestionList bank, Aim aim) {
		var sums = sums(planner, questions, QuestionSummary::topics);
		return bank.topics()
			.entrySet()
			.stream()
			.filter((counted) -> aim.topics().isEmpty() || aim.topics().contains(counted.getKey()))
			.map((counted) -> of(counted.getKey(), counted.getValue(), sums))
			.sorted(Comparator.comparingDouble(Readiness::recall).thenComparing(Readiness::name))
			.toList();
	}

	private static Readiness of(String name, long total, Map<String, Sum> sums) {
		var sum = sums.getOrDefault(name, Sum.NONE);
		return new Readiness(name, Math.min(1, sum.recall / total), sum.count, total);
	}

	private static Map<String, Sum> sums(Planner planner, Map<Long, QuestionSummary> questions,
			Function<QuestionSummary, List<String>> names) {
		var sums = new HashMap<String, Sum>();
		for (var one : planner.practised()) {
			var recall = planner.recall(one);
			for (var name : names.apply(Objects.requireNonNull(questions.get(one.question())))) {
				sums.merge(name, new Sum(recall, 1), Sum::plus);
			}
		}
		return sums;
	}

	private record Sum(double recall, int count) {

		static final Sum NONE = new Sum(0, 0);

		Sum plus(Sum other) {
			return new Sum(this.recall + other.recall, this.count + other.count);
		}

	}

}
