package questionbank.question;

import java.util.List;

/**
 * What a search query is taken to ask for: all of its terms, or the best partial match.
 *
 * @param terms what is searched for
 * @param fewest how many of the terms that are not quoted a question must have
 * @param missing the terms that no question has, as typed
 * @param corrected the terms that no question has and for which close spellings are
 * searched for, as typed
 */
record InterpretedQuery(List<SearchTerm> terms, int fewest, List<String> missing, List<String> corrected) {

	/** Nothing is searched for. */
	static final InterpretedQuery NONE = new InterpretedQuery(List.of(), 0, List.of(), List.of());

	/** All terms as typed. */
	static InterpretedQuery exact(SearchWords words) {
		return new InterpretedQuery(words.terms(), unquoted(words.terms()), List.of(), List.of());
	}

	/** The same with fewer terms required. */
	InterpretedQuery withAtLeast(int terms) {
		return new InterpretedQuery(this.terms, terms, this.missing, this.corrected);
	}

	boolean isPartial() {
		return this.fewest < unquoted(this.terms);
	}

	static int unquoted(List<SearchTerm> terms) {
		return (int) terms.stream().filter((term) -> !term.isQuoted()).count();
	}

}
