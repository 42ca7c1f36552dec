package questionbank.question;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.highlighter.dsl.HighlighterEncoder;
import org.hibernate.search.engine.search.projection.SearchProjection;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;

import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

import questionbank.account.Viewer;

/**
 * Fetches a page of a list, with its words marked and with counts of what else there is.
 */
@Component
class QuestionListing {

	private static final AggregationKey<Map<Difficulty, Long>> DIFFICULTIES = AggregationKey.of("difficulty");

	private static final AggregationKey<Map<String, Long>> TOPICS = AggregationKey.of("topic");

	private static final int MOST_TOPICS = 500;

	/** How a prompt is marked: the whole of it. */
	private static final String WHOLE = "whole";

	/** How an answer is marked: its best sentence. */
	private static final String BEST = "best";

	private final QuestionSearch search;

	private final QuestionIndex index;

	QuestionListing(QuestionSearch search, QuestionIndex index) {
		this.search = search;
		this.index = index;
	}

	QuestionList page(QuestionFilter filter, Viewer viewer, boolean forgiving, int offset, int limit) {
		return this.search.run((session, scope) -> {
			var list = fetch(session, scope, filter, viewer, forgiving, offset, limit);
			var difficulties = filter.difficulties().isEmpty() ? list
					: fetch(session, scope, filter.withoutDifficulties(), viewer, forgiving, 0, 0);
			var topics = filter.topics().isEmpty() ? list
					: fetch(session, scope, filter.withoutTopics(), viewer, forgiving, 0, 0);
			return new QuestionList(list.hits(), list.total().hitCount(),
					everyDifficulty(difficulties.aggregation(DIFFICULTIES)),
					mostFrequentFirst(topics.aggregation(TOPICS)), forgiving, this.index.isWhole());
		});
	}

	private SearchResult<QuestionList.Entry> fetch(SearchSession session, SearchScope<Question> scope,
			QuestionFilter filter, Viewer viewer, boolean forgiving, int offset, int limit) {
		return session.search(scope)
			.select(entry(scope, filter))
			.where(this.search.matching(scope.predicate(), filter, viewer, forgiving))
			.sort(this.search.order(scope, filter))
			.aggregation(DIFFICULTIES, (f) -> f.terms().field("difficulty", Difficulty.class))
			.aggregation(TOPICS, (f) -> f.terms().field("topic", String.class).maxTermCount(MOST_TOPICS))
			.highlighter(WHOLE,
					(f) -> f.plain()
						.fragmentSize(QuestionDraft.PROMPT_LENGTH * 2)
						.encoder(HighlighterEncoder.HTML)
						.tag("<mark>", "</mark>"))
			.highlighter(BEST,
					(f) -> f.unified().numberOfFragments(1).encoder(HighlighterEncoder.HTML).tag("<mark>", "</mark>"))
			.fetch(offset, limit);
	}

	private static SearchProjection<QuestionList.Entry> entry(SearchScope<Question> scope, QuestionFilter filter) {
		var f = scope.projection();
		var summary = f.composite().as(QuestionSummary.class);
		if (filter.words().isBlank()) {
			return f.composite().from(summary).as((question) -> entry(question, List.of(), List.of())).toProjection();
		}
		return f.composite()
			.from(summary, f.highlight("prompt").highlighter(WHOLE), f.highlight("answer").highlighter(BEST))
			.as(QuestionListing::entry)
			.toProjection();
	}

	private static QuestionList.Entry entry(QuestionSummary question, List<String> prompt, List<String> answer) {
		return new QuestionList.Entry(question,
				prompt.stream().findFirst().orElseGet(() -> HtmlUtils.htmlEscape(question.prompt())),
				answer.stream().findFirst().map(String::strip).orElse(null));
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

}
