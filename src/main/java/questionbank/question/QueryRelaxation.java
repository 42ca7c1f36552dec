package questionbank.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

import questionbank.account.Viewer;
import questionbank.web.ContentVersion;

/**
 * Relaxes a query that finds nothing. Each term that no question has is corrected by
 * itself, or left out if nothing is spelled nearly like it. If no question has all of the
 * terms that are left, as few as possible may be missing, and at most half of them. It
 * depends on nothing but the query and what the viewer may see, so that a filter never
 * changes what the words mean.
 */
@Component
class QueryRelaxation {

	/** Each correction reads the dictionaries of the index. */
	private static final int MOST_CORRECTED = 4;

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
	 * How to read a query that finds nothing as typed.
	 * @return the query as typed if nothing better is found
	 */
	InterpretedQuery relax(String typed, Viewer viewer) {
		return this.version.current()
			.map((state) -> this.cache.get(new Key(state, typed, Visibility.of(viewer)),
					(absent) -> read(typed, viewer)))
			.orElseGet(() -> read(typed, viewer));
	}

	private InterpretedQuery read(String typed, Viewer viewer) {
		var terms = new ArrayList<SearchTerm>();
		var missing = new LinkedHashSet<String>();
		var corrected = new LinkedHashSet<String>();
		for (var term : terms(typed, viewer)) {
			if (isFound(term, viewer)) {
				terms.add(term);
				continue;
			}
			var close = (term.isWord() && corrected.size() < MOST_CORRECTED)
					? term.or(this.spelling.suggest(term.word())) : term;
			if (!close.equals(term) && isFound(close, viewer)) {
				terms.add(close);
				corrected.add(term.typed());
			}
			else {
				missing.add(term.typed());
				Stream.of(term).filter(SearchTerm::isQuoted).forEach(terms::add);
			}
		}
		var all = new InterpretedQuery(List.copyOf(terms), InterpretedQuery.unquoted(terms), List.copyOf(missing),
				List.copyOf(corrected));
		return best(all, viewer);
	}

	/** A compound that no question has is read as its words. */
	private List<SearchTerm> terms(String typed, Viewer viewer) {
		return SearchWords.of(typed)
			.terms()
			.stream()
			.flatMap((term) -> (term.isQuoted() || term.isWord() || isFound(term, viewer)) ? Stream.of(term)
					: term.split().stream())
			.limit(SearchWords.MOST)
			.toList();
	}

	private InterpretedQuery best(InterpretedQuery all, Viewer viewer) {
		for (int fewest = all.fewest(); 2 * fewest >= all.fewest() && fewest > 0; fewest--) {
			var reading = all.withAtLeast(fewest);
			if (isFound(reading, viewer)) {
				return reading;
			}
		}
		return all;
	}

	private boolean isFound(SearchTerm term, Viewer viewer) {
		return isFound(new InterpretedQuery(List.of(term), term.isQuoted() ? 0 : 1, List.of(), List.of()), viewer);
	}

	private boolean isFound(InterpretedQuery reading, Viewer viewer) {
		return !this.search
			.run((session, scope) -> session.search(scope)
				.select((f) -> f.id(Long.class))
				.where(this.search.matching(scope.predicate(), QuestionFilter.ALL, viewer, reading))
				.fetchHits(1))
			.isEmpty();
	}

	private record Key(String state, String typed, Visibility visibility) {
	}

}
