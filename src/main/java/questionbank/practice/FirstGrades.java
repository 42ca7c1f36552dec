package questionbank.practice;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * How likely somebody knows a question that they have never practised, by grade.
 *
 * @param shares by grade, which add up to 1
 */
record FirstGrades(Map<Grade, Double> shares) {

	/** For whom little is known of. */
	static final FirstGrades USUAL = new FirstGrades(
			Map.of(Grade.AGAIN, 0.30, Grade.HARD, 0.10, Grade.GOOD, 0.45, Grade.EASY, 0.15));

	/**
	 * From so many questions on, somebody's own grades tell more than those of others.
	 */
	private static final int ENOUGH = 20;

	/** The shares of somebody who has practised these. */
	static FirstGrades of(Collection<ReviewedCard> practised) {
		if (practised.size() < ENOUGH) {
			return USUAL;
		}
		var shares = new EnumMap<Grade, Double>(Grade.class);
		for (var grade : Grade.values()) {
			var count = practised.stream().filter((one) -> one.first() == grade).count();
			shares.put(grade, count / (double) practised.size());
		}
		return new FirstGrades(shares);
	}

	double of(Grade grade) {
		return this.shares.getOrDefault(grade, 0.0);
	}

}
