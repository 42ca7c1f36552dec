package questionbank.question;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.persistence.EntityManagerFactory;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.sort.SearchSort;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;

import org.springframework.stereotype.Component;

import questionbank.account.Viewer;
import questionbank.textanalysis.SearchQuery.Term;
import questionbank.textanalysis.TextAnalysis;

/** Builds the Hibernate Search predicates; every one includes the visibility filter. */
@Component
class QuestionSearch {

	/** The maximum number of questions that are scored to find related ones. */
	private static final int MAX_SCORED = 1_000;

	private static final Map<String, Float> FIELD_BOOSTS = Map.of("prompt", 4f, "points", 2f, "topics", 2f, "answer",
			1f);

	private final EntityManagerFactory sessions;

	private final WordFrequencies frequencies;

	private final Spelling spelling;

	QuestionSearch(EntityManagerFactory sessions, WordFrequencies frequencies, Spelling spelling) {
		this.sessions = sessions;
		this.frequencies = frequencies;
		this.spelling = spelling;
	}

	/**
	 * Runs a search that reads the index alone and takes no database connection.
	 */
	<T> T run(BiFunction<SearchSession, SearchScope<Question>, T> search) {
		try (var entities = this.sessions.createEntityManager()) {
			var session = Search.session(entities);
			return search.apply(session, session.scope(Question.class));
		}
	}

	/**
	 * Builds the predicate of a filter.
	 * @param query the interpretation of the filter's words
	 */
	SearchPredicate matching(SearchPredicateFactory f, QuestionFilter filter, Viewer viewer, InterpretedQuery query) {
		var all = f.bool().filter(visible(f, viewer));
		if (!filter.difficulties().isEmpty()) {
			all.filter(f.terms().field("difficulty").matchingAny(filter.difficulties()));
		}
		if (!filter.topics().isEmpty()) {
			all.filter(f.terms().field("topic").matchingAny(filter.topics()));
		}
		if (!filter.audiences().isEmpty()) {
			all.filter(f.terms().field("audience").matchingAny(filter.audiences()));
		}
		for (var subset : filter.subsets()) {
			if (subset.ids().isEmpty()) {
				all.filter(subset.excluded() ? f.matchAll() : f.matchNone());
			}
			else if (subset.excluded()) {
				all.mustNot(f.terms().field("number").matchingAny(subset.ids()));
			}
			else {
				all.filter(f.terms().field("number").matchingAny(subset.ids()));
			}
		}
		if (query.isUnsearchable()) {
			return all.must(f.matchNone()).toPredicate();
		}
		var optional = f.bool().minimumShouldMatchNumber(query.required());
		for (var term : query.terms()) {
			if (query.isPartial() && !term.isQuoted()) {
				optional.should(term(f, term));
			}
			else {
				all.must(term(f, term));
			}
		}
		return (query.isPartial() ? all.must(optional) : all).toPredicate();
	}

	/**
	 * Builds the predicate of similar questions: prompts with at least half of the
	 * significant words of a text. A text of a single word matches nothing, as the word
	 * may be incomplete.
	 */
	SearchPredicate similar(SearchPredicateFactory f, String text, Viewer viewer) {
		var words = TextAnalysis.significantWords(text);
		if (words.isEmpty() || words.size() == 1 && text.strip().codePoints().noneMatch(Character::isWhitespace)) {
			return f.matchNone().toPredicate();
		}
		var alike = f.bool();
		words.forEach((word) -> alike.should(f.match().field("prompt").matching(word).analyzer(TextAnalysis.QUERY)));
		return f.and(visible(f, viewer), alike.minimumShouldMatchNumber((words.size() + 1) / 2).toPredicate())
			.toPredicate();
	}

	/**
	 * Builds the predicate of the other questions that have a significant word of a
	 * question's prompt; common topics rank higher. Only the rarest words are searched
	 * for: frequent words are not significant, and scoring all of their matches is slow.
	 */
	SearchPredicate close(SearchPredicateFactory f, QuestionDetails question, Viewer viewer) {
		var words = this.frequencies.rarest(TextAnalysis.significantWords(question.content().prompt()), MAX_SCORED);
		if (words.isEmpty()) {
			return f.matchNone().toPredicate();
		}
		var close = others(f, question, viewer).must(alike(f, words));
		shared(f, question).forEach(close::should);
		return close.toPredicate();
	}

	/** Builds the predicate of questions that share a topic or a word of the prompt. */
	SearchPredicate related(SearchPredicateFactory f, QuestionDetails question, Viewer viewer) {
		var any = f.bool().should(alike(f, TextAnalysis.significantWords(question.content().prompt())));
		shared(f, question).forEach(any::should);
		return others(f, question, viewer).must(any.toPredicate()).toPredicate();
	}

	private static BooleanPredicateClausesStep<?, ?> others(SearchPredicateFactory f, QuestionDetails question,
			Viewer viewer) {
		return f.bool().filter(visible(f, viewer)).mustNot(f.id().matching(question.id()));
	}

	private static SearchPredicate alike(SearchPredicateFactory f, List<String> words) {
		return f.match()
			.fields("prompt", "points")
			.matching(String.join(" ", words))
			.analyzer(TextAnalysis.QUERY)
			.toPredicate();
	}

	private static Stream<SearchPredicate> shared(SearchPredicateFactory f, QuestionDetails question) {
		return question.content()
			.topics()
			.stream()
			.map((topic) -> f.match().field("topic").matching(topic).boost(2).toPredicate());
	}

	private static SearchPredicate visible(SearchPredicateFactory f, Viewer viewer) {
		var visible = Visibility.of(viewer);
		return f
			.and(f.terms().field("status").matchingAny(visible.statuses()),
					f.terms().field("audience").matchingAny(visible.audiences()))
			.toPredicate();
	}

	/** Builds the sort of a filter. */
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

	private SearchPredicate term(SearchPredicateFactory f, Term term) {
		var any = f.bool().should(all(f, term.parts().stream().map((part) -> part(f, part))));
		term.alternatives().forEach((words) -> any.should(phrase(f, words)));
		if (term.isUnfinished()) {
			var words = term.parts().stream().flatMap((part) -> part.words().stream()).toList();
			any.should(all(f, Stream.concat(words.stream().limit(words.size() - 1L).map((word) -> phrase(f, word)),
					Stream.of(prefix(f, term.word())))));
		}
		return any.toPredicate();
	}

	/** Builds the predicate of a phrase as typed or in another form. */
	private SearchPredicate part(SearchPredicateFactory f, Term.Part part) {
		var typed = phrase(f, part.text());
		return part.otherForms(this.spelling::contains, this.spelling::openForms)
			.<SearchPredicate>map((forms) -> f.or(typed, forms(f, forms)).toPredicate())
			.orElse(typed);
	}

	private static SearchPredicate forms(SearchPredicateFactory f, Function<String, Query> forms) {
		var any = f.bool();
		FIELD_BOOSTS.forEach((field, boost) -> any
			.should(f.extension(LuceneExtension.get()).fromLuceneQuery(new BoostQuery(forms.apply(field), boost))));
		return any.toPredicate();
	}

	private static SearchPredicate all(SearchPredicateFactory f, Stream<SearchPredicate> predicates) {
		var all = f.bool();
		predicates.forEach(all::must);
		return all.toPredicate();
	}

	private static SearchPredicate prefix(SearchPredicateFactory f, String word) {
		return f.prefix()
			.field("prompt")
			.boost(2)
			.fields("points", "topics", "answer")
			.matching(word)
			.boost(0.5f)
			.toPredicate();
	}

	/** Builds a phrase predicate; a single word is a phrase, too. */
	private static SearchPredicate phrase(SearchPredicateFactory f, String text) {
		return f.phrase()
			.field("prompt")
			.boost(4)
			.fields("points", "topics")
			.boost(2)
			.field("answer")
			.matching(text)
			.analyzer(TextAnalysis.QUERY)
			.toPredicate();
	}

}
