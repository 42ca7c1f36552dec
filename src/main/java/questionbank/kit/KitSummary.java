package questionbank.kit;

import java.time.Instant;

/**
 * A kit in a list.
 *
 * @param questionCount the number of its questions
 * @param minutes the sum of the planned minutes
 */
public record KitSummary(long id, String title, String role, int questionCount, int minutes, Instant changedAt,
		String changedBy) {
}
