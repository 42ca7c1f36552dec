package questionbank.question;

import java.util.Arrays;
import java.util.Comparator;
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
import questionbank.web.ContentVersion;

/**
 * Counts a list and its facets. Counting visits every question of the list, where a page
 * needs a few; so counts are cached until the bank changes, and all pages and orders of a
 * list share them.
 */
@Component
class QuestionCounts {

	private static final AggregationKey<Map<Difficulty, Long>> DIFFICULTIES = AggregationKey.of("difficulty");

	private static final AggregationKey<Map<String, Long>> TOPICS = AggregationKey.of("topic");

	private static final AggregationKey<Long> LAST = AggregationKey.of("last");

	static final int MOST_TOPICS = 500;

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
	 * Counts a list. If no question has all that is searched for, the query is relaxed;
	 * everything that shows the list then uses the {@linkplain Counts#reading reading}.
	 */
	Counts of(QuestionFilter filter, Viewer viewer) {
		var typed = InterpretedQuery.exact(SearchWords.of(filter.words()));
		var exact = of(filter, viewer, typed);
		if (exact.total() > 0 || typed.terms().isEmpty()) {
			return exact;
		}
		return of(filter, viewer, this.relaxation.relax(filter.words(), viewer));
	}

	private Counts of(QuestionFilter filter, Viewer viewer, InterpretedQuery reading) {
		var state = this.version.current();
		if (state.isEmpty()) {
			return count(filter, viewer, reading);
		}
		var key = new Key(state.get(), reading, filter.words(), filter.difficulties(), filter.topics(),
				Visibility.of(viewer));
		return this.cache.get(key, (absent) -> count(filter, viewer, reading));
	}

	/** Each facet is counted as if nothing had been chosen in it. */
	private Counts count(QuestionFilter filter, Viewer viewer, InterpretedQuery reading) {
		return this.search.run((session, scope) -> {
			var all = count(session, scope, filter, viewer, reading);
			return new Counts(all.total(), all.last(),
					filter.difficulties().isEmpty() ? all.difficulties()
							: count(session, scope, filter.withoutDifficulties(), viewer, reading).difficulties(),
					filter.topics().isEmpty() ? all.topics()
							: count(session, scope, filter.withoutTopics(), viewer, reading).topics(),
					reading);
		});
	}

	private Counts count(SearchSession session, SearchScope<Question> scope, QuestionFilter filter, Viewer viewer,
			InterpretedQuery reading) {
		var counted = session.search(scope)
			.where(this.search.matching(scope.predicate(), filter, viewer, reading))
			.aggregation(DIFFICULTIES, (f) -> f.terms().field("difficulty", Difficulty.class))
			.aggregation(TOPICS, (f) -> f.terms().field("topic", String.class).maxTermCount(MOST_TOPICS))
			.aggregation(LAST, (f) -> f.max().field("number", Long.class))
			.fetch(0);
		return new Counts(counted.total().hitCount(), Objects.requireNonNullElse(counted.aggregation(LAST), 0L),
				everyDifficulty(counted.aggregation(DIFFICULTIES)), mostFrequentFirst(counted.aggregation(TOPICS)),
				reading);
	}

	private static Map<Difficulty, Long> everyDifficulty(Map<Difficulty, Long> counted) {
		return Arrays.stream(Difficulty.values())
			.collect(Collectors.toMap(Function.identity(), (difficulty) -> counted.getOrDefault(difficulty, 0L),
					(one, other) -> one, LinkedHashMap::new));
	}

	private static Map<String, Long> mostFrequentFirst(Map<String, Long> counted) {
		return counted.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
				.thenComparing(Map.Entry.comparingByKey()))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
	}

	/**
	 * What a list holds.
	 *
	 * @param last the greatest number of a question in it; 0 if there is none
	 * @param reading what the words of the filter were taken to ask for
	 */
	record Counts(long total, long last, Map<Difficulty, Long> difficulties, Map<String, Long> topics,
			InterpretedQuery reading) {
	}

	private record Key(String state, InterpretedQuery reading, String words, Set<Difficulty> difficulties,
			Set<String> topics, Visibility visibility) {
	}

}
