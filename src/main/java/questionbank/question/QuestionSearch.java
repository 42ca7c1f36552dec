package questionbank.question;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.sort.SearchSort;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;

import org.springframework.stereotype.Component;

import questionbank.account.Viewer;

/**
 * Says in the index's terms which questions are wanted. What the viewer may not see is
 * left out by each of these, so that nothing else has to remember it.
 */
@Component
class QuestionSearch {

	/** Of so many questions it is looked at how close they are to one. */
	private static final int CLOSE = 1_000;

	private final EntityManagerFactory sessions;

	private final Spelling spelling;

	private final WordFrequencies frequencies;

	QuestionSearch(EntityManagerFactory sessions, Spelling spelling, WordFrequencies frequencies) {
		this.sessions = sessions;
		this.spelling = spelling;
		this.frequencies = frequencies;
	}

	/**
	 * Runs a search that reads the index alone; it takes no connection to the database.
	 */
	<T> T run(BiFunction<SearchSession, SearchScope<Question>, T> search) {
		try (var entities = this.sessions.createEntityManager()) {
			var session = Search.session(entities);
			return search.apply(session, session.scope(Question.class));
		}
	}

	/**
	 * The questions that pass the filter.
	 * @param forgiving whether a typo in a long word is forgiven
	 */
	SearchPredicate matching(SearchPredicateFactory f, QuestionFilter filter, Viewer viewer, boolean forgiving) {
		var all = f.bool().filter(visible(f, viewer));
		if (!filter.difficulties().isEmpty()) {
			all.filter(f.terms().field("difficulty").matchingAny(filter.difficulties()));
		}
		if (!filter.topics().isEmpty()) {
			all.filter(f.terms().field("topic").matchingAny(filter.topics()));
		}
		var words = SearchWords.of(filter.words());
		words.phrases().forEach((phrase) -> all.must(phrase(f, phrase)));
		for (int i = 0; i < words.words().size(); i++) {
			all.must(word(f, words.words().get(i), words.isLast(i), forgiving && words.forgives(i)));
		}
		if (words.isEmpty() && !filter.words().isBlank()) {
			all.must(f.matchNone());
		}
		return all.toPredicate();
	}

	/**
	 * The questions whose prompts have at least half of the telling words of a text; none
	 * if that is a single word, and hardly begun.
	 */
	SearchPredicate similar(SearchPredicateFactory f, String text, Viewer viewer) {
		var words = telling(text);
		if (words.isEmpty() || words.size() == 1 && text.strip().codePoints().noneMatch(Character::isWhitespace)) {
			return f.matchNone().toPredicate();
		}
		var alike = f.bool();
		words.forEach(
				(word) -> alike.should(f.match().field("prompt").matching(word).analyzer(QuestionAnalysis.SEARCH)));
		return f.and(visible(f, viewer), alike.minimumShouldMatchNumber((words.size() + 1) / 2).toPredicate())
			.toPredicate();
	}

	/**
	 * The questions that have a telling word of one's prompt, without itself: those that
	 * have topics in common first. Only the rarest words count: those that are in every
	 * other question tell nothing, and looking at all of these takes long.
	 */
	SearchPredicate close(SearchPredicateFactory f, QuestionDetails question, Viewer viewer) {
		var words = this.frequencies.rarest(telling(question.content().prompt()), CLOSE);
		if (words.isEmpty()) {
			return f.matchNone().toPredicate();
		}
		var close = others(f, question, viewer).must(alike(f, words));
		shared(f, question).forEach(close::should);
		return close.toPredicate();
	}

	/** The questions that have a topic or a word of the prompt in common with one. */
	SearchPredicate related(SearchPredicateFactory f, QuestionDetails question, Viewer viewer) {
		var any = f.bool().should(alike(f, telling(question.content().prompt())));
		shared(f, question).forEach(any::should);
		return others(f, question, viewer).must(any.toPredicate()).toPredicate();
	}

	private static BooleanPredicateClausesStep<?, ?> others(SearchPredicateFactory f, QuestionDetails question,
			Viewer viewer) {
		return f.bool().filter(visible(f, viewer)).mustNot(f.id().matching(question.id()));
	}

	private static SearchPredicate alike(SearchPredicateFactory f, List<String> words) {
		return f.match()
			.fields("prompt", "keyPoints")
			.matching(String.join(" ", words))
			.analyzer(QuestionAnalysis.SEARCH)
			.toPredicate();
	}

	private static Stream<SearchPredicate> shared(SearchPredicateFactory f, QuestionDetails question) {
		return question.content()
			.topics()
			.stream()
			.map((topic) -> f.match().field("topic").matching(topic).boost(2).toPredicate());
	}

	private static List<String> telling(String text) {
		return SearchWords.of(text.replaceAll("[\"“”]", " ")).words();
	}

	private static SearchPredicate visible(SearchPredicateFactory f, Viewer viewer) {
		var visible = Visibility.of(viewer);
		return f
			.and(f.terms().field("status").matchingAny(visible.statuses()),
					f.terms().field("audience").matchingAny(visible.audiences()))
			.toPredicate();
	}

	SearchSort order(SearchScope<Question> scope, QuestionFilter filter) {
		var f = scope.sort();
		var byNumber = f.field("number").asc();
		return switch (filter.sort()) {
			case NUMBER -> byNumber.toSort();
			case NEWEST -> f.composite().add(f.field("createdAt").desc()).add(f.field("number").desc()).toSort();
			case DIFFICULTY -> f.composite().add(f.field("difficultyRank").asc()).add(byNumber).toSort();
			case RELEVANCE -> filter.words().isBlank() ? byNumber.toSort()
					: f.composite().add(f.score().desc()).add(byNumber).toSort();
		};
	}

	private static SearchPredicate phrase(SearchPredicateFactory f, String phrase) {
		return f.phrase()
			.field("prompt")
			.boost(4)
			.fields("keyPoints", "topics")
			.boost(2)
			.field("answer")
			.matching(phrase)
			.analyzer(QuestionAnalysis.SEARCH)
			.toPredicate();
	}

	private SearchPredicate word(SearchPredicateFactory f, String word, boolean last, boolean forgiving) {
		var any = f.bool().should(asTyped(f, word));
		if (last) {
			any.should(f.prefix()
				.field("prompt")
				.boost(2)
				.fields("keyPoints", "topics", "answer")
				.matching(SearchWords.folded(word))
				.boost(0.5f));
		}
		if (forgiving) {
			this.spelling.of(word).forEach((meant) -> any.should(asTyped(f, meant)));
		}
		return any.toPredicate();
	}

	private static SearchPredicate asTyped(SearchPredicateFactory f, String word) {
		return f.match()
			.field("prompt")
			.boost(4)
			.fields("keyPoints", "topics")
			.boost(2)
			.field("answer")
			.matching(word)
			.analyzer(QuestionAnalysis.SEARCH)
			.toPredicate();
	}

}
