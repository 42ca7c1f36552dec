package questionbank.textanalysis;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A parsed search query.
 *
 * @param terms in the order in which they were typed; empty if there is nothing to search
 * for
 */
public record SearchQuery(List<SearchTerm> terms) {

	/**
	 * The maximum number of terms of a query, and of tokens of a term, as each costs
	 * time.
	 */
	public static final int MAX_TERMS = 16;

	/** Parses a query, in which only quotation marks are syntax. */
	public static SearchQuery parse(String typed) {
		return new SearchQuery(QueryParser.parse(typed));
	}

	/** Returns the query without one of its terms, as it would be typed. */
	public String without(SearchTerm term) {
		return this.terms.stream()
			.filter((other) -> other != term)
			.map(SearchTerm::query)
			.collect(Collectors.joining(" "));
	}

}
