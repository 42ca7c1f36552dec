package questionbank.scheduling;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * The probability of each grade in the first review of a new question.
 *
 * @param shares by grade, which add up to 1
 */
public record FirstGrades(Map<Grade, Double> shares) {

	/** The default, for learners with few questions. */
	static final FirstGrades DEFAULT = new FirstGrades(
			Map.of(Grade.AGAIN, 0.30, Grade.HARD, 0.10, Grade.GOOD, 0.45, Grade.EASY, 0.15));

	/**
	 * The number of questions from which a learner's own shares predict better than the
	 * default.
	 */
	private static final int MINIMUM = 20;

	/**
	 * Computes the shares of a learner's first grades; the default below 20 questions.
	 */
	public static FirstGrades of(Collection<ReviewedCard> practised) {
		if (practised.size() < MINIMUM) {
			return DEFAULT;
		}
		var shares = new EnumMap<Grade, Double>(Grade.class);
		for (var grade : Grade.values()) {
			var count = practised.stream().filter((card) -> card.first() == grade).count();
			shares.put(grade, count / (double) practised.size());
		}
		return new FirstGrades(shares);
	}

	double probability(Grade grade) {
		return this.shares.getOrDefault(grade, 0.0);
	}

}
