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
 * Counts what a list holds. To count, the index has to visit every question of a list,
 * while a page needs a few; so counts are kept until the bank changes, and all pages and
 * orders of a list share them.
 */
@Component
class QuestionCounts {

	private static final AggregationKey<Map<Difficulty, Long>> DIFFICULTIES = AggregationKey.of("difficulty");

	private static final AggregationKey<Map<String, Long>> TOPICS = AggregationKey.of("topic");

	private static final AggregationKey<Long> LAST = AggregationKey.of("last");

	static final int MOST_TOPICS = 500;

	private final Cache<Key, Counts> kept = Caffeine.newBuilder().maximumSize(1000).build();

	private final QuestionSearch search;

	private final ContentVersion version;

	QuestionCounts(QuestionSearch search, ContentVersion version) {
		this.search = search;
		this.version = version;
	}

	/**
	 * What the list holds. Where nothing is found as typed, one typo is forgiven in words
	 * of five letters or more.
	 */
	Counts of(QuestionFilter filter, Viewer viewer) {
		var exact = of(filter, viewer, false);
		return (exact.total() == 0 && SearchWords.of(filter.words()).forgivesAny()) ? of(filter, viewer, true) : exact;
	}

	private Counts of(QuestionFilter filter, Viewer viewer, boolean forgiving) {
		var state = this.version.current();
		if (state.isEmpty()) {
			return count(filter, viewer, forgiving);
		}
		var key = new Key(state.get(), filter.words(), filter.difficulties(), filter.topics(), Visibility.of(viewer),
				forgiving);
		return this.kept.get(key, (absent) -> count(filter, viewer, forgiving));
	}

	/** Each facet is counted as if nothing had been chosen in it. */
	private Counts count(QuestionFilter filter, Viewer viewer, boolean forgiving) {
		return this.search.run((session, scope) -> {
			var all = count(session, scope, filter, viewer, forgiving);
			return new Counts(all.total(), all.last(),
					filter.difficulties().isEmpty() ? all.difficulties()
							: count(session, scope, filter.withoutDifficulties(), viewer, forgiving).difficulties(),
					filter.topics().isEmpty() ? all.topics()
							: count(session, scope, filter.withoutTopics(), viewer, forgiving).topics(),
					forgiving);
		});
	}

	private Counts count(SearchSession session, SearchScope<Question> scope, QuestionFilter filter, Viewer viewer,
			boolean forgiving) {
		var counted = session.search(scope)
			.where(this.search.matching(scope.predicate(), filter, viewer, forgiving))
			.aggregation(DIFFICULTIES, (f) -> f.terms().field("difficulty", Difficulty.class))
			.aggregation(TOPICS, (f) -> f.terms().field("topic", String.class).maxTermCount(MOST_TOPICS))
			.aggregation(LAST, (f) -> f.max().field("number", Long.class))
			.fetch(0);
		return new Counts(counted.total().hitCount(), Objects.requireNonNullElse(counted.aggregation(LAST), 0L),
				everyDifficulty(counted.aggregation(DIFFICULTIES)), mostFrequentFirst(counted.aggregation(TOPICS)),
				forgiving);
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
	 * @param forgiving whether nothing was found as typed, and a typo is forgiven
	 */
	record Counts(long total, long last, Map<Difficulty, Long> difficulties, Map<String, Long> topics,
			boolean forgiving) {
	}

	private record Key(String state, String words, Set<Difficulty> difficulties, Set<String> topics,
			Visibility visibility, boolean forgiving) {
	}

}
