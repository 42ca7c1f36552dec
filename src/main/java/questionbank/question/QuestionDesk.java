package questionbank.question;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.sort.SearchSort;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FieldProjection;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.IdProjection;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.ProjectionConstructor;

import org.springframework.stereotype.Service;

import questionbank.account.Viewer;
import questionbank.question.QuestionList.Relaxation;

/** The facade for administrators: lists of all questions, whatever their status. */
@Service
public class QuestionDesk {

	private static final int MAX_AUTHORS = 100;

	private static final int MAX_TOPICS = 10_000;

	private final QuestionSearch search;

	private final QuestionCounts counts;

	private final QuestionIndex index;

	private final UsageColumns columns;

	private final QuestionSummaries summaries;

	private final BankState state;

	QuestionDesk(QuestionSearch search, QuestionCounts counts, QuestionIndex index, UsageColumns columns,
			QuestionSummaries summaries, BankState state) {
		this.search = search;
		this.counts = counts;
		this.index = index;
		this.columns = columns;
		this.summaries = summaries;
		this.state = state;
	}

	/**
	 * Returns a page of a list.
	 * @param offset of the first question, less than {@link QuestionList#REACH}
	 * @param limit the size of the page
	 */
	public Slice list(QuestionFilter filter, DeskFilter desk, Viewer viewer, int offset, int limit) {
		var columns = this.columns.values();
		var query = this.counts.of(filter, viewer).query();
		return this.search.run((session, scope) -> {
			var found = session.search(scope)
				.select(Row.class)
				.where(matching(scope.predicate(), filter, desk, viewer, query))
				.sort(order(scope, filter, desk, columns))
				.fetch(offset, limit);
			return new Slice(found.hits(), found.total().hitCount(), columns, Relaxation.of(query));
		});
	}

	/** Tells whether there is a {@link UsageColumn} with a slug. */
	public boolean hasColumn(String slug) {
		return this.columns.has(slug);
	}

	/** Returns the state of the bank: a number that grows with every revision. */
	public long state() {
		return this.state.revision();
	}

	/** Returns the prompts of all questions that are not retired, in order of number. */
	public Map<Long, String> prompts() {
		return this.summaries.prompts();
	}

	/** Finds those of the questions that are not retired. */
	public Set<Long> inUse(Collection<Long> ids) {
		return this.summaries.inUse(ids);
	}

	/** Tells whether the index has every question; not so while it is rebuilt. */
	public boolean isComplete() {
		return this.index.isComplete();
	}

	/** Returns the numbers of the questions in a list, up to a limit. */
	public List<Long> ids(QuestionFilter filter, DeskFilter desk, Viewer viewer, int limit) {
		var query = this.counts.of(filter, viewer).query();
		return this.search.run((session, scope) -> session.search(scope)
			.select((f) -> f.id(Long.class))
			.where(matching(scope.predicate(), filter, desk, viewer, query))
			.sort((f) -> f.field("number").asc())
			.fetchHits(limit));
	}

	/** Returns the authors of latest revisions, the most frequent first. */
	public List<String> authors() {
		return List.copyOf(count("changedBy", MAX_AUTHORS).keySet());
	}

	/** Counts the questions of each topic, the most frequent topic first. */
	public Map<String, Long> topics() {
		return count("topic", MAX_TOPICS);
	}

	private Map<String, Long> count(String field, int limit) {
		var key = AggregationKey.<Map<String, Long>>of(field);
		return this.search.run((session, scope) -> session.search(scope)
			.where((f) -> f.matchAll())
			.aggregation(key, (f) -> f.terms().field(field, String.class).maxTermCount(limit))
			.fetch(0)
			.aggregation(key));
	}

	/**
	 * Finds similar questions, the closest first: those whose prompts have at least half
	 * of the significant words of a text.
	 */
	public List<QuestionSummary> similar(String text, Viewer viewer, int limit) {
		return this.search.run((session, scope) -> session.search(scope)
			.select(QuestionSummary.class)
			.where(this.search.similar(scope.predicate(), text, viewer))
			.fetchHits(limit));
	}

	private SearchPredicate matching(SearchPredicateFactory f, QuestionFilter filter, DeskFilter desk, Viewer viewer,
			InterpretedQuery query) {
		var all = f.bool().must(this.search.matching(f, filter, viewer, query));
		if (!desk.statuses().isEmpty()) {
			all.filter(f.terms().field("status").matchingAny(desk.statuses()));
		}
		if (!desk.changedBy().isEmpty()) {
			all.filter(f.match().field("changedBy").matching(desk.changedBy()));
		}
		if (desk.changedSince() != null) {
			all.filter(f.range().field("changedAt").atLeast(desk.changedSince()));
		}
		return all.toPredicate();
	}

	private SearchSort order(SearchScope<Question> scope, QuestionFilter filter, DeskFilter desk,
			List<UsageColumn.Values> columns) {
		var f = scope.sort();
		var byNumber = f.field("number").asc();
		var usage = columns.stream().filter((column) -> column.slug().equals(desk.usage())).findFirst();
		var counts = usage.map(UsageColumn.Values::counts);
		if (counts.isPresent()) {
			return f.composite()
				.add(f.extension(LuceneExtension.get())
					.fromLuceneSortField(UsageColumns.CountSort.by(counts.get(), desk.descending())))
				.add(byNumber)
				.toSort();
		}
		if (desk.order() == DeskFilter.Order.RELEVANCE) {
			return this.search.order(scope, filter);
		}
		var column = f.field(desk.order().field());
		return f.composite().add(desk.descending() ? column.desc() : column.asc()).add(byNumber).toSort();
	}

	/**
	 * A slice of the list.
	 *
	 * @param total the number of questions in the whole list
	 * @param columns the usage counts, in the order of their columns
	 * @param relaxation the relaxation of a search without exact matches
	 */
	public record Slice(List<Row> rows, long total, List<UsageColumn.Values> columns, Relaxation relaxation) {
	}

	/** A question in the list. */
	@ProjectionConstructor
	public record Row(@IdProjection Long id, String prompt, Difficulty difficulty,
			@FieldProjection(path = "topic") List<String> topics, QuestionStatus status, Audience audience,
			String changedBy, Instant changedAt) {
	}

}
