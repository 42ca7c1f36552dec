package questionbank.question;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import questionbank.account.Viewer;

/** Finds what to leave out of a search that found nothing, so that it finds something. */
@Component
class Loosening {

	/** Leaving out each of more words than this would ask the index too much. */
	private static final int MOST_WORDS = 6;

	private final QuestionCatalogue catalogue;

	Loosening(QuestionCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	/** Ways to loosen the search, each of which finds something. */
	List<Suggestion> of(QuestionQuery query, Viewer viewer) {
		var looser = new ArrayList<Suggestion>();
		if (!query.difficulty().isEmpty()) {
			looser.add(suggestion("of any difficulty", query.ofAnyDifficulty(), viewer));
		}
		if (!query.topic().isEmpty()) {
			looser.add(suggestion("on any topic", query.onAnyTopic(), viewer));
		}
		var words = query.q().split("\\s+");
		if (words.length > 1 && words.length <= MOST_WORDS) {
			for (int i = 0; i < words.length; i++) {
				looser.add(suggestion("without “" + words[i] + "”", query.searching(without(words, i)), viewer));
			}
		}
		return looser.stream().filter((suggestion) -> suggestion.count() > 0).toList();
	}

	private Suggestion suggestion(String what, QuestionQuery looser, Viewer viewer) {
		return new Suggestion(what, looser.address(), this.catalogue.count(looser.filter(), viewer));
	}

	private static String without(String[] words, int left) {
		return IntStream.range(0, words.length)
			.filter((i) -> i != left)
			.mapToObj((i) -> words[i])
			.collect(Collectors.joining(" "));
	}

	/** A looser search: in words, its address, and how many questions it finds. */
	record Suggestion(String what, String address, long count) {
	}

}
