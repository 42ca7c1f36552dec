package questionbank.question;

import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A column of usage counts in the administrators' list. Another room that uses questions
 * contributes one as a bean, and the list can be sorted by it.
 *
 * @param slug the name in addresses, unique among all columns
 * @param name the heading of the column
 * @param counts supplies the uses of each question by number, without zeros; it may be
 * slow, and is called at most once a minute
 */
public record UsageColumn(String slug, String name, Supplier<Map<Long, Long>> counts) {

	/**
	 * The values of a column.
	 *
	 * @param counts the uses of each question, without zeros; {@code null} if counting
	 * failed
	 */
	public record Values(String slug, String name, @Nullable Map<Long, Long> counts) {

		/** Returns the uses of a question; {@code null} if they are not known. */
		public @Nullable Long count(long question) {
			return (this.counts != null) ? this.counts.getOrDefault(question, 0L) : null;
		}

	}

}
