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
 * The mean probability of recall on the interview date, or now without one, over the
 * questions of a difficulty or topic. A question that was never practised counts as 0.
 *
 * @param name the slug of the difficulty or topic
 * @param recall from 0 to 1
 * @param practised the number of its questions that were practised
 * @param total the number of its questions, at least 1
 */
public record Readiness(String name, double recall, int practised, long total) {

	static List<Readiness> byDifficulty(Planner planner, Map<Long, QuestionSummary> questions, QuestionList bank,
			PracticeGoal aim) {
		var sums = sums(planner, questions, (question) -> List.of(question.difficulty().slug()));
		return bank.difficulties()
			.entrySet()
			.stream()
			.filter((counted) -> aim.difficulties().isEmpty() || aim.difficulties().contains(counted.getKey()))
			.filter((counted) -> counted.getValue() > 0)
			.map((counted) -> of(counted.getKey().slug(), counted.getValue(), sums))
			.toList();
	}

	static List<Readiness> byTopic(Planner planner, Map<Long, QuestionSummary> questions, QuestionList bank,
			PracticeGoal aim) {
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
