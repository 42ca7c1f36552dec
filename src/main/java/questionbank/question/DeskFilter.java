package questionbank.question;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The administrators' filter and sort order, in addition to {@link QuestionFilter}.
 *
 * @param statuses empty for all
 * @param changedBy the author of the latest revision; empty for all
 * @param changedSince the earliest time of the latest revision, or {@code null}
 * @param order the column to sort by
 * @param usage the slug of the {@link UsageColumn} to sort by instead; empty for none
 * @param descending {@code true} to reverse the order
 */
public record DeskFilter(Set<QuestionStatus> statuses, String changedBy, @Nullable Instant changedSince, Order order,
		String usage, boolean descending) {

	/** The columns by which the list can be sorted. */
	public enum Order {

		/** By the sort order of the {@link QuestionFilter}. */
		RELEVANCE(""),

		NUMBER("number"), DIFFICULTY("difficultyRank"), STATUS("status"), AUDIENCE("audience"), CHANGED("changedAt"),
		AUTHOR("changedBy");

		private final String field;

		Order(String field) {
			this.field = field;
		}

		/** Returns the index field. */
		String field() {
			return this.field;
		}

		/** Returns the name in addresses. */
		public String slug() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
