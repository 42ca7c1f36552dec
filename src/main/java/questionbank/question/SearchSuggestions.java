package questionbank.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import questionbank.account.Viewer;
import questionbank.question.QuestionCatalogue.Slice;
import questionbank.textanalysis.SearchQuery;

/** Suggests searches with one filter or term less, for a search without results. */
@Component
class SearchSuggestions {

	/**
	 * The maximum number of terms to leave out one by one, as each suggestion is a
	 * search.
	 */
	private static final int MAX_TERMS = 6;

	private static final int MAX_TOPICS = 5;

	/** The length of the common prefix of a word and a topic that is near to it. */
	private static final int PREFIX = 4;

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
		if (query.isPersonal()) {
			suggestions
				.add(suggestion("of all, also without your stars and practice", query.withoutPersonal(), viewer));
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

	/**
	 * Returns topics near to a search that no question matches exactly: the topics of its
	 * partial matches; or, if there are none, topics that begin like one of its words, or
	 * else the most frequent ones. Empty for an exact search, and without a search.
	 */
	List<String> nearTopics(QuestionQuery query, Slice list, Viewer viewer) {
		if (query.q().isEmpty() || (list.total() > 0 && list.relaxation().isExact())) {
			return List.of();
		}
		if (list.total() > 0) {
			return list.topics().keySet().stream().limit(MAX_TOPICS).toList();
		}
		var topics = this.catalogue.overview(viewer).topics().keySet();
		var words = Arrays.stream(query.q().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
			.filter((word) -> word.length() >= PREFIX)
			.map((word) -> word.substring(0, PREFIX))
			.collect(Collectors.toSet());
		var near = topics.stream()
			.filter((topic) -> Arrays.stream(topic.split("-"))
				.anyMatch((part) -> words.stream().anyMatch(part::startsWith)))
			.limit(MAX_TOPICS)
			.toList();
		return near.isEmpty() ? topics.stream().limit(MAX_TOPICS).toList() : near;
	}

	private Suggestion suggestion(String description, QuestionQuery broader, Viewer viewer) {
		return new Suggestion(description, broader.address(),
				this.catalogue.count(this.catalogue.filter(broader), viewer));
	}

	/** A broader search: its description, its address and its number of results. */
	record Suggestion(String description, String address, long count) {
	}

}
