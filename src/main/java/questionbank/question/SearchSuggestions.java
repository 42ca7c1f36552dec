package questionbank.question;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import questionbank.account.Viewer;
import questionbank.textanalysis.SearchQuery;

/** Suggests searches with one filter or term less, for a search without results. */
@Component
class SearchSuggestions {

	/**
	 * The maximum number of terms to leave out one by one, as each suggestion is a
	 * search.
	 */
	private static final int MAX_TERMS = 6;

	private final QuestionCatalogue catalogue;

	SearchSuggestions(QuestionCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	/** Returns the suggestions that have results. */
	List<Suggestion> suggest(QuestionQuery query, Viewer viewer) {
		var suggestions = new ArrayList<Suggestion>();
		if (!query.difficulty().isEmpty()) {
			suggestions.add(suggestion("of any difficulty", query.withoutDifficulties(), viewer));
		}
		if (!query.topic().isEmpty()) {
			suggestions.add(suggestion("on any topic", query.withoutTopics(), viewer));
		}
		if (!query.audience().isEmpty()) {
			suggestions.add(suggestion("for any audience", query.withoutAudiences(), viewer));
		}
		var parsed = SearchQuery.parse(query.q());
		if (parsed.terms().size() > 1 && parsed.terms().size() <= MAX_TERMS) {
			for (var term : parsed.terms()) {
				suggestions
					.add(suggestion("without “" + term.typed() + "”", query.withSearch(parsed.without(term)), viewer));
			}
		}
		return suggestions.stream().filter((suggestion) -> suggestion.count() > 0).toList();
	}

	private Suggestion suggestion(String description, QuestionQuery broader, Viewer viewer) {
		return new Suggestion(description, broader.address(), this.catalogue.count(broader.filter(), viewer));
	}

	/** A broader search: its description, its address and its number of results. */
	record Suggestion(String description, String address, long count) {
	}

}
