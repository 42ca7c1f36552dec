package questionbank.question;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import questionbank.account.Viewer;

/** Suggests searches with a filter or a term less, for a search without results. */
@Component
class SearchSuggestions {

	/** Each suggestion is a query of its own. */
	private static final int MOST_TERMS = 6;

	private final QuestionCatalogue catalogue;

	SearchSuggestions(QuestionCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	/** The suggestions that have results. */
	List<Suggestion> of(QuestionQuery query, Viewer viewer) {
		var looser = new ArrayList<Suggestion>();
		if (!query.difficulty().isEmpty()) {
			looser.add(suggestion("of any difficulty", query.ofAnyDifficulty(), viewer));
		}
		if (!query.topic().isEmpty()) {
			looser.add(suggestion("on any topic", query.onAnyTopic(), viewer));
		}
		var words = SearchWords.of(query.q());
		if (words.terms().size() > 1 && words.terms().size() <= MOST_TERMS) {
			for (var term : words.terms()) {
				looser.add(suggestion("without “" + term.typed() + "”", query.searching(words.without(term)), viewer));
			}
		}
		return looser.stream().filter((suggestion) -> suggestion.count() > 0).toList();
	}

	private Suggestion suggestion(String what, QuestionQuery looser, Viewer viewer) {
		return new Suggestion(what, looser.address(), this.catalogue.count(looser.filter(), viewer));
	}

	/** A looser search: in words, its address, and how many questions it finds. */
	record Suggestion(String what, String address, long count) {
	}

}
