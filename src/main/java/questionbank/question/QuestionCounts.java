package questionbank.question;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;

import org.springframework.stereotype.Component;

import questionbank.account.Viewer;
import questionbank.caching.ContentVersion;

/**
 * Counts the questions of a list and its facets. A count visits every question of the
 * list, so counts are cached until the bank changes, and shared by all pages and orders
 * of a list. Counts of lists with subsets, which change without the bank, are not cached.
 */
@Component
class QuestionCounts {

	private static final AggregationKey<Map<Difficulty, Long>> DIFFICULTIES = AggregationKey.of("difficulty");

	private static final AggregationKey<Map<String, Long>> TOPICS = AggregationKey.of("topic");

	private static final AggregationKey<Map<Audience, Long>> AUDIENCES = AggregationKey.of("audience");

	private static final AggregationKey<Long> LAST = AggregationKey.of("last");

	static final int MAX_TOPICS = 500;

	private final Cache<Key, Counts> cache = Caffeine.newBuilder().maximumSize(1000).build();

	private final QuestionSearch search;

	private final QueryRelaxation relaxation;

	private final ContentVersion version;

	QuestionCounts(QuestionSearch search, QueryRelaxation relaxation, ContentVersion version) {
		this.search = search;
		this.relaxation = relaxation;
		this.version = version;
	}

	/**
	 * Counts a list. If no question has all terms, the query is relaxed; the list is then
	 * read by the {@linkplain Counts#query interpretation} that was counted.
	 */
	Counts of(QuestionFilter filter, Viewer viewer) {
		var typed = InterpretedQuery.exact(filter.words());
		var exact = of(filter, viewer, typed);
		if (exact.total() > 0 || typed.terms().isEmpty()) {
			return exact;
		}
		return of(filter, viewer, this.relaxation.relax(filter.words(), viewer));
	}

	private Counts of(QuestionFilter filter, Viewer viewer, InterpretedQuery query) {
		var state = this.version.current();
		if (state.isEmpty() || !filter.subsets().isEmpty()) {
			return count(filter, viewer, query);
		}
		var key = new Key(state.get(), query, filter.difficulties(), filter.topics(), filter.audiences(),
				Visibility.of(viewer));
		return this.cache.get(key, (absent) -> count(filter, viewer, query));
	}

	/** Counts each facet without the filter of the facet itself. */
	private Counts count(QuestionFilter filter, Viewer viewer, InterpretedQuery query) {
		return this.search.run((session, scope) -> {
			var all = count(session, scope, filter, viewer, query);
			return new Counts(all.total(), all.last(),
					filter.difficulties().isEmpty() ? all.difficulties()
							: count(session, scope, filter.withoutDifficulties(), viewer, query).difficulties(),
					filter.topics().isEmpty() ? all.topics()
							: count(session, scope, filter.withoutTopics(), viewer, query).topics(),
					filter.audiences().isEmpty() ? all.audiences()
							: count(session, scope, filter.withoutAudiences(), viewer, query).audiences(),
					query);
		});
	}

	private Counts count(SearchSession session, SearchScope<Question> scope, QuestionFilter filter, Viewer viewer,
			InterpretedQuery query) {
		var counted = session.search(scope)
			.where(this.search.matching(scope.predicate(), filter, viewer, query))
			.aggregation(DIFFICULTIES, (f) -> f.terms().field("difficulty", Difficulty.class))
			.aggregation(TOPICS, (f) -> f.terms().field("topic", String.class).maxTermCount(MAX_TOPICS))
			.aggregation(AUDIENCES, (f) -> f.terms().field("audience", Audience.class))
			.aggregation(LAST, (f) -> f.max().field("number", Long.class))
			.fetch(0);
		return new Counts(counted.total().hitCount(), Objects.requireNonNullElse(counted.aggregation(LAST), 0L),
				every(EnumSet.allOf(Difficulty.class), counted.aggregation(DIFFICULTIES)),
				mostFrequentFirst(counted.aggregation(TOPICS)),
				every(Visibility.of(viewer).audiences(), counted.aggregation(AUDIENCES)), query);
	}

	/** Returns the count of each value, in order, with zeros. */
	private static <E extends Enum<E>> Map<E, Long> every(Set<E> values, Map<E, Long> counted) {
		return values.stream()
			.collect(Collectors.toMap(Function.identity(), (value) -> counted.getOrDefault(value, 0L),
					(first, second) -> first, LinkedHashMap::new));
	}

	private static Map<String, Long> mostFrequentFirst(Map<String, Long> counted) {
		return counted.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
				.thenComparing(Map.Entry.comparingByKey()))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first,
					LinkedHashMap::new));
	}

	/**
	 * The counts of a list.
	 *
	 * @param last the highest number of a question in it; 0 if there is none
	 * @param query the interpretation of the filter's words that was counted
	 */
	record Counts(long total, long last, Map<Difficulty, Long> difficulties, Map<String, Long> topics,
			Map<Audience, Long> audiences, InterpretedQuery query) {
	}

	private record Key(String state, InterpretedQuery query, Set<Difficulty> difficulties, Set<String> topics,
			Set<Audience> audiences, Visibility visibility) {
	}

}
