package questionbank.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;
import org.hibernate.search.engine.search.highlighter.dsl.HighlighterEncoder;
import org.hibernate.search.engine.search.highlighter.dsl.HighlighterPlainOptionsStep;
import org.hibernate.search.engine.search.highlighter.dsl.SearchHighlighterFactory;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

import questionbank.account.Viewer;
import questionbank.question.QuestionCatalogue.Slice;
import questionbank.question.QuestionCounts.Counts;
import questionbank.textanalysis.TextAnalysis;

/** Fetches the page of a list, with the terms of the search highlighted. */
@Component
class QuestionListing {

	/** The highlighter of key points and topics: returns the whole text. */
	private static final String WHOLE = "whole";

	/** The growth of the range of numbers in which a page is looked for. */
	private static final long STEP = 4;

	/** The end of that range, beyond which all questions are sorted. */
	private static final long MAX_RANGE = 100_000;

	private final QuestionSearch search;

	private final QuestionSummaries summaries;

	QuestionListing(QuestionSearch search, QuestionSummaries summaries) {
		this.search = search;
		this.summaries = summaries;
	}

	/**
	 * Fetches a page of a list. Its numbers, order and highlighted texts are of the
	 * index, and all else of the database: the stored fields of an index are compressed
	 * in blocks of many questions and their answers, which takes longer to read. A
	 * question that the viewer may not see any more, which an index behind the database
	 * still has, is left out.
	 * @param counts the counts of the whole list
	 */
	List<Slice.Entry> page(QuestionFilter filter, Viewer viewer, Counts counts, int offset, int limit) {
		var hits = hits(filter, viewer, counts, offset, limit);
		var questions = this.summaries.find(hits.numbers(), viewer);
		var entries = hits.numbers()
			.stream()
			.flatMap((number) -> Stream.ofNullable(questions.get(number)))
			.map((question) -> entry(question, hits.highlighted().getOrDefault(question.id(), Highlighting.NONE)))
			.toList();
		return explained(entries, filter, viewer, counts.query());
	}

	private Hits hits(QuestionFilter filter, Viewer viewer, Counts counts, int offset, int limit) {
		if (filter.isByNumber() && filter.words().isBlank() && filter.topics().isEmpty()
				&& filter.subsets().isEmpty()) {
			// Questions with low numbers fill the first pages; sorting all is slow.
			var bound = Math.min(MAX_RANGE, counts.last() - 1);
			for (var last = STEP * (offset + limit); last <= bound; last *= STEP) {
				var hits = hits(filter, viewer, counts.query(), offset, limit, last);
				if (hits.numbers().size() == limit) {
					return hits;
				}
			}
		}
		return hits(filter, viewer, counts.query(), offset, limit, Long.MAX_VALUE);
	}

	private Hits hits(QuestionFilter filter, Viewer viewer, InterpretedQuery query, int offset, int limit, long last) {
		return this.search.run((session, scope) -> {
			var f = scope.predicate();
			var matching = this.search.matching(f, filter, viewer, query);
			var numbers = session.search(scope)
				.select((projection) -> projection.id(Long.class))
				.where((last == Long.MAX_VALUE) ? matching
						: f.and(matching, f.range().field("number").atMost(last).toPredicate()).toPredicate())
				.sort(this.search.order(scope, filter))
				.fetchHits(offset, limit);
			return new Hits(numbers, filter.words().isBlank() ? Map.of()
					: Highlighting.of(scope, matching, query.hasPhrases(), numbers));
		});
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

	private static Slice.Entry entry(QuestionSummary question, Highlighting highlighted) {
		var prompt = highlighted.prompt();
		var answer = highlighted.answer();
		return new Slice.Entry(question, (prompt != null) ? prompt : HtmlUtils.htmlEscape(question.prompt()),
				(answer != null) ? answer.strip() : null);
	}

	/** The numbers of the questions of a page, and their highlighted texts. */
	private record Hits(List<Long> numbers, Map<Long, Highlighting> highlighted) {
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

	/**
	 * The highlighted prompt of a question, and the best sentence of its answer, as HTML.
	 * The terms of a query are extracted once for all questions of a page, and looked up
	 * in their term vectors. Hibernate Search's highlighters prepare the query anew, and
	 * the plain one indexes the text anew, for each field of each question.
	 *
	 * @param prompt {@code null} without a match
	 * @param answer {@code null} without a match
	 */
	private record Highlighting(@Nullable String prompt, @Nullable String answer) {

		static final Highlighting NONE = new Highlighting(null, null);

		private static final String PROMPT = "prompt";

		private static final String ANSWER = "answer";

		/**
		 * Highlights questions of a list.
		 * @param matching the predicate of the list
		 * @param phrases whether the predicate has phrases
		 * @param numbers the numbers of the questions
		 * @return the highlighted texts by number, without questions that have just been
		 * removed from the index
		 */
		static Map<Long, Highlighting> of(SearchScope<Question> scope, SearchPredicate matching, boolean phrases,
				List<Long> numbers) {
			try (var index = scope.extension(LuceneExtension.get()).openIndexReader()) {
				var searcher = new IndexSearcher(index);
				var found = searcher.search(LongPoint.newSetQuery("number", numbers), Math.max(1, numbers.size()));
				var texts = new Highlighter(searcher, phrases).highlightFields(new String[] { PROMPT, ANSWER },
						LuceneMigrationUtils.toLuceneQuery(matching), found, new int[] { 1, 1 });
				var prompts = Objects.requireNonNull(texts.get(PROMPT));
				var answers = Objects.requireNonNull(texts.get(ANSWER));
				var highlighted = new HashMap<Long, Highlighting>();
				for (int i = 0; i < found.scoreDocs.length; i++) {
					highlighted.put(number(searcher, found.scoreDocs[i].doc), new Highlighting(prompts[i], answers[i]));
				}
				return highlighted;
			}
			catch (IOException ex) {
				throw new UncheckedIOException("The search index cannot be read", ex);
			}
		}

		private static long number(IndexSearcher searcher, int document) throws IOException {
			var leaves = searcher.getIndexReader().leaves();
			var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
			var numbers = DocValues.getSortedNumeric(leaf.reader(), "number");
			numbers.advanceExact(document - leaf.docBase);
			return numbers.nextValue();
		}

		/**
		 * Marks the words of prompts one by one. A phrase in an answer is one mark, for
		 * which Lucene prepares the query for each answer; so answers are searched for
		 * phrases only if there are any.
		 */
		private static final class Highlighter extends UnifiedHighlighter {

			Highlighter(IndexSearcher searcher, boolean phrases) {
				super(UnifiedHighlighter.builder(searcher, TextAnalysis.INDEX_ANALYZER)
					.withWeightMatches(phrases)
					.withMaxNoHighlightPassages(0)
					.withFormatter(new DefaultPassageFormatter("<mark>", "</mark>", "", true)));
			}

			@Override
			protected BreakIterator getBreakIterator(String field) {
				return field.equals(PROMPT) ? new WholeBreakIterator() : BreakIterator.getSentenceInstance(Locale.ROOT);
			}

			@Override
			protected Set<HighlightFlag> getFlags(String field) {
				var flags = EnumSet.copyOf(super.getFlags(field));
				if (field.equals(PROMPT)) {
					flags.remove(HighlightFlag.WEIGHT_MATCHES);
				}
				return flags;
			}

		}

	}

}
