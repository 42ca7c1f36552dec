package questionbank.question;

import java.util.List;

import questionbank.textanalysis.SearchQuery;
import questionbank.textanalysis.SearchQuery.Term;

/**
 * An interpretation of a search query: all of its terms as typed, or a relaxation of them
 * to the best partial match.
 *
 * @param terms the terms to search for
 * @param required the number of terms that a match must have, of those not quoted
 * @param missing the terms that no question has, as typed
 * @param corrected the terms that no question has and whose close spellings are searched
 * for, as typed
 * @param isUnsearchable {@code true} if the query has text, but no term, and so matches
 * nothing
 */
record InterpretedQuery(List<Term> terms, int required, List<String> missing, List<String> corrected,
		boolean isUnsearchable) {

	/** The empty query, which matches every question. */
	static final InterpretedQuery NONE = new InterpretedQuery(List.of(), 0, List.of(), List.of(), false);

	/** Interprets a query exactly: all terms as typed. */
	static InterpretedQuery exact(String typed) {
		var terms = SearchQuery.parse(typed).terms();
		return new InterpretedQuery(terms, unquoted(terms), List.of(), List.of(), terms.isEmpty() && !typed.isBlank());
	}

	/** Interprets a query by other terms than typed. */
	static InterpretedQuery relaxed(List<Term> terms, List<String> missing, List<String> corrected) {
		return new InterpretedQuery(List.copyOf(terms), unquoted(terms), List.copyOf(missing), List.copyOf(corrected),
				terms.isEmpty());
	}

	/** Returns the interpretation with fewer terms required. */
	InterpretedQuery requiring(int terms) {
		return new InterpretedQuery(this.terms, terms, this.missing, this.corrected, this.isUnsearchable);
	}

	/** Tells whether a match may lack some of the terms. */
	boolean isPartial() {
		return this.required < unquoted(this.terms);
	}

	/** Tells whether a term is several words. */
	boolean hasPhrases() {
		return !this.terms.stream().allMatch(Term::isWord);
	}

	private static int unquoted(List<Term> terms) {
		return (int) terms.stream().filter((term) -> !term.isQuoted()).count();
	}

}
