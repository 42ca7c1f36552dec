package questionbank.scheduling;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The card of a question, with a summary of its review log.
 *
 * @param question the id of the question
 * @param card the scheduling state
 * @param reviews the number of reviews, at least 1
 * @param first the grade of the first review
 */
public record ReviewedCard(long question, Card card, int reviews, Grade first) {

	/** A large odd factor, so that neighbouring ids give unrelated seeds. */
	private static final long SEED_FACTOR = 0x9E37_79B9_7F4A_7C15L;

	/**
	 * Applies a review to a card.
	 * @param before the card before, or {@code null} before the first review
	 */
	public static ReviewedCard after(@Nullable ReviewedCard before, Review review, Scheduler scheduler) {
		var card = next(before, review.question(), review.grade(), review.at(), scheduler);
		return (before == null) ? new ReviewedCard(review.question(), card, 1, review.grade())
				: new ReviewedCard(review.question(), card, before.reviews + 1, before.first);
	}

	/**
	 * Computes the scheduling state after a review. The seed of the spread depends only
	 * on the question and the number of reviews, so that the due date shown before a
	 * grade is the due date after it.
	 */
	public static Card next(@Nullable ReviewedCard before, long question, Grade grade, Instant at,
			Scheduler scheduler) {
		var reviews = (before != null) ? before.reviews : 0;
		return scheduler.review((before != null) ? before.card : null, grade, at, question * SEED_FACTOR + reviews);
	}

}
