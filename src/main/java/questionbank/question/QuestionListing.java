package questionbank.question;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.hibernate.search.engine.search.highlighter.dsl.HighlighterEncoder;
import org.hibernate.search.engine.search.highlighter.dsl.HighlighterPlainOptionsStep;
import org.hibernate.search.engine.search.highlighter.dsl.SearchHighlighterFactory;
import org.hibernate.search.engine.search.projection.SearchProjection;
import org.hibernate.search.mapper.orm.scope.SearchScope;

import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

import questionbank.account.Viewer;
import questionbank.question.QuestionCatalogue.Slice;
import questionbank.question.QuestionCounts.Counts;

/** Fetches the page of a list, with the terms of the search highlighted. */
@Component
class QuestionListing {

	/** The highlighter of prompts: returns the whole text. */
	private static final String WHOLE = "whole";

	/** The highlighter of answers: returns the best sentence. */
	private static final String BEST = "best";

	/** The growth of the range of numbers in which a page is looked for. */
	private static final long STEP = 4;

	/** The end of that range, beyond which all questions are sorted. */
	private static final long MAX_RANGE = 100_000;

	private final QuestionSearch search;

	QuestionListing(QuestionSearch search) {
		this.search = search;
	}

	/**
	 * Fetches a page of a list.
	 * @param counts the counts of the whole list
	 */
	List<Slice.Entry> page(QuestionFilter filter, Viewer viewer, Counts counts, int offset, int limit) {
		if (filter.isByNumber() && filter.words().isBlank() && filter.topics().isEmpty()
				&& filter.subsets().isEmpty()) {
			// Questions with low numbers fill the first pages; sorting all is slow.
			var bound = Math.min(MAX_RANGE, counts.last() - 1);
			for (var last = STEP * (offset + limit); last <= bound; last *= STEP) {
				var entries = page(filter, viewer, counts.query(), offset, limit, last);
				if (entries.size() == limit) {
					return entries;
				}
			}
		}
		return explained(page(filter, viewer, counts.query(), offset, limit, Long.MAX_VALUE), filter, viewer,
				counts.query());
	}

	private List<Slice.Entry> page(QuestionFilter filter, Viewer viewer, InterpretedQuery query, int offset, int limit,
			long last) {
		return this.search.run((session, scope) -> session.search(scope)
			.select(entry(scope, filter))
			.where((f) -> f.bool()
				.must(this.search.matching(f, filter, viewer, query))
				.filter((last == Long.MAX_VALUE) ? f.matchAll() : f.range().field("number").atMost(last)))
			.sort(this.search.order(scope, filter))
			.highlighter(WHOLE, QuestionListing::whole)
			.highlighter(BEST,
					(f) -> f.unified().numberOfFragments(1).encoder(HighlighterEncoder.HTML).tag("<mark>", "</mark>"))
			.fetchHits(offset, limit));
	}

	/**
	 * Adds an excerpt of the key points or topics to entries without a match in prompt
	 * and answer. These are few, and highlighting more fields of all entries is slow.
	 */
	private List<Slice.Entry> explained(List<Slice.Entry> entries, QuestionFilter filter, Viewer viewer,
			InterpretedQuery query) {
		var unexplained = entries.stream()
			.filter(Predicate.not(QuestionListing::isExplained))
			.map((entry) -> entry.question().id())
			.toList();
		if (filter.words().isBlank() || unexplained.isEmpty()) {
			return entries;
		}
		var excerpts = this.search.run((session, scope) -> session.search(scope)
			.select((f) -> f.composite()
				.from(f.id(Long.class), f.highlight("points").highlighter(WHOLE),
						f.highlight("topics").highlighter(WHOLE))
				.as(Excerpt::new))
			.where((f) -> f.bool()
				.must(this.search.matching(f, filter, viewer, query))
				.filter(f.id().matchingAny(unexplained)))
			.highlighter(WHOLE, QuestionListing::whole)
			.fetchHits(unexplained.size())
			.stream()
			.collect(Collectors.toMap(Excerpt::question, Excerpt::html)));
		return entries.stream()
			.map((entry) -> isExplained(entry) ? entry
					: new Slice.Entry(entry.question(), entry.prompt(),
							excerpts.getOrDefault(entry.question().id(), Optional.empty()).orElse(null)))
			.toList();
	}

	private static boolean isExplained(Slice.Entry entry) {
		return entry.excerpt() != null || entry.prompt().contains("<mark>");
	}

	private static HighlighterPlainOptionsStep whole(SearchHighlighterFactory f) {
		return f.plain()
			.fragmentSize(QuestionDraft.PROMPT_LENGTH * 2)
			.encoder(HighlighterEncoder.HTML)
			.tag("<mark>", "</mark>");
	}

	private static SearchProjection<Slice.Entry> entry(SearchScope<Question> scope, QuestionFilter filter) {
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

	private static Slice.Entry entry(QuestionSummary question, List<String> prompt, List<String> answer) {
		return new Slice.Entry(question,
				prompt.stream().findFirst().orElseGet(() -> HtmlUtils.htmlEscape(question.prompt())),
				answer.stream().findFirst().map(String::strip).orElse(null));
	}

	/** The matching key points and topics of a question, highlighted. */
	private record Excerpt(Long question, List<String> points, List<String> topics) {

		Optional<String> html() {
			return this.points.stream().findFirst().or(() -> topic());
		}

		private Optional<String> topic() {
			return this.topics.isEmpty() ? Optional.empty()
					: Optional.of("Topic: " + String.join(", ", this.topics).replace('-', ' '));
		}

	}

}
