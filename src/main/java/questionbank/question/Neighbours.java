package questionbank.question;

import org.jspecify.annotations.Nullable;

/**
 * Where a question stands in a list.
 *
 * @param position its place, from 1; {@code null} beyond where a list can be opened
 * @param total how many the list has
 * @param previous the number of the question before it, or {@code null}
 * @param next the number of the question after it, or {@code null}
 */
public record Neighbours(@Nullable Long position, long total, @Nullable Long previous, @Nullable Long next) {
}
