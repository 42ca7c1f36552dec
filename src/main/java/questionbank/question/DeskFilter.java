package questionbank.question;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What an administrator wants of a list besides what everybody can ask for, and in which
 * order.
 *
 * @param statuses empty for all
 * @param audiences empty for all
 * @param changedBy who made the latest revision; empty for anybody
 * @param changedSince the moment from which on it was made, or {@code null}
 * @param order the column to sort by
 * @param use the {@link UsageColumn} to sort by instead; empty for none
 * @param descending whether the last comes first
 */
public record DeskFilter(Set<QuestionStatus> statuses, Set<Audience> audiences, String changedBy,
		@Nullable Instant changedSince, DeskOrder order, String use, boolean descending) {
}
