package questionbank.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

import questionbank.account.Viewer;
import questionbank.caching.ContentVersion;
import questionbank.textanalysis.SearchQuery;
import questionbank.textanalysis.SearchQuery.Term;

/**
 * Relaxes a query without results. Each term that no question has is corrected by itself,
 * or left out if there is no close spelling. If no question has all of the remaining
 * terms, as few as possible may be missing, at most half of them. The relaxation depends
 * only on the query and the viewer's {@link Visibility}, so that filters never change
 * what the words mean.
 */
@Component
class QueryRelaxation {

	/**
	 * The maximum number of corrected terms, as each correction reads the dictionaries of
	 * the index.
	 */
	private static final int MAX_CORRECTED = 4;

	private final Cache<Key, InterpretedQuery> cache = Caffeine.newBuilder().maximumSize(1_000).build();

	private final QuestionSearch search;

	private final Spelling spelling;

	private final ContentVersion version;

	QueryRelaxation(QuestionSearch search, Spelling spelling, ContentVersion version) {
		this.search = search;
		this.spelling = spelling;
		this.version = version;
	}

	/**
	 * Interprets a query that has no exact match.
	 * @return the relaxed query, which may have no results, either
	 */
	InterpretedQuery relax(String typed, Viewer viewer) {
		return this.version.current()
			.map((state) -> this.cache.get(new Key(state, typed, Visibility.of(viewer)),
					(absent) -> interpret(typed, viewer)))
			.orElseGet(() -> interpret(typed, viewer));
	}

	private InterpretedQuery interpret(String typed, Viewer viewer) {
		var terms = new ArrayList<Term>();
		var missing = new LinkedHashSet<String>();
		var corrected = new LinkedHashSet<String>();
		for (var term : terms(typed, viewer)) {
			if (isFound(term, viewer)) {
				terms.add(term);
				continue;
			}
			var close = (term.isWord() && corrected.size() < MAX_CORRECTED)
					? term.or(this.spelling.suggest(term.word())) : term;
			if (!close.equals(term) && isFound(close, viewer)) {
				terms.add(close);
				corrected.add(term.typed());
			}
			else {
				missing.add(term.typed());
				Stream.of(term).filter(Term::isQuoted).forEach(terms::add);
			}
		}
		return best(InterpretedQuery.relaxed(terms, List.copyOf(missing), List.copyOf(corrected)), viewer);
	}

	/** Parses the query, and splits compounds that no question has into their words. */
	private List<Term> terms(String typed, Viewer viewer) {
		return SearchQuery.parse(typed)
			.terms()
			.stream()
			.flatMap((term) -> (term.isQuoted() || term.isWord() || isFound(term, viewer)) ? Stream.of(term)
					: term.split().stream())
			.limit(SearchQuery.MAX_TERMS)
			.toList();
	}

	private InterpretedQuery best(InterpretedQuery all, Viewer viewer) {
		for (int required = all.required(); 2 * required >= all.required() && required > 0; required--) {
			var partial = all.requiring(required);
			if (isFound(partial, viewer)) {
				return partial;
			}
		}
		return all;
	}

	private boolean isFound(Term term, Viewer viewer) {
		return isFound(InterpretedQuery.relaxed(List.of(term), List.of(), List.of()), viewer);
	}

	private boolean isFound(InterpretedQuery query, Viewer viewer) {
		return !this.search
			.run((session, scope) -> session.search(scope)
				.select((f) -> f.id(Long.class))
				.where(this.search.matching(scope.predicate(), QuestionFilter.ALL, viewer, query))
				.fetchHits(1))
			.isEmpty();
	}

	private record Key(String state, String typed, Visibility visibility) {
	}

}
