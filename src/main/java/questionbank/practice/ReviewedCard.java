package questionbank.practice;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A question that somebody has practised.
 *
 * @param question its number
 * @param card where they stand with it
 * @param reviews how many there were, at least 1
 * @param first how well they knew it the first time
 */
record ReviewedCard(long question, Card card, int reviews, Grade first) {

	/** A large odd number, so that neighbouring questions are spread apart. */
	private static final long APART = 0x9E37_79B9_7F4A_7C15L;

	/**
	 * Where somebody stands after a review.
	 * @param before where they stood, or {@code null} if it is their first
	 */
	static ReviewedCard after(@Nullable ReviewedCard before, Review review, Scheduler scheduler) {
		var card = next(before, review.question(), review.grade(), review.at(), scheduler);
		return (before == null) ? new ReviewedCard(review.question(), card, 1, review.grade())
				: new ReviewedCard(review.question(), card, before.reviews + 1, before.first);
	}

	/**
	 * The card after a review. It is the same whenever it is asked for, so that a date
	 * that was promised is kept.
	 */
	static Card next(@Nullable ReviewedCard before, long question, Grade grade, Instant at, Scheduler scheduler) {
		var reviews = (before != null) ? before.reviews : 0;
		return scheduler.review((before != null) ? before.card : null, grade, at, question * APART + reviews);
	}

}
