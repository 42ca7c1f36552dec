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
import questionbank.textanalysis.InterpretedQuery;

/** The bank as those see it who look after it: every question, in whatever state. */
@Service
public class QuestionDesk {

	private static final int MOST_AUTHORS = 100;

	private static final int MOST_TOPICS = 10_000;

	private final QuestionSearch search;

	private final QuestionCounts counts;

	private final QuestionIndex index;

	private final UsageColumns uses;

	private final QuestionSummaries summaries;

	private final BankState state;

	QuestionDesk(QuestionSearch search, QuestionCounts counts, QuestionIndex index, UsageColumns uses,
			QuestionSummaries summaries, BankState state) {
		this.search = search;
		this.counts = counts;
		this.index = index;
		this.uses = uses;
		this.summaries = summaries;
		this.state = state;
	}

	/**
	 * A page of a list.
	 * @param offset how many questions to leave out, less than
	 * {@link QuestionCatalogue#REACH}
	 * @param limit how many questions to take
	 */
	public Page list(QuestionFilter filter, DeskFilter desk, Viewer viewer, int offset, int limit) {
		var uses = this.uses.columns();
		var query = this.counts.of(filter, viewer).query();
		return this.search.run((session, scope) -> {
			var found = session.search(scope)
				.select(Row.class)
				.where(wanted(scope.predicate(), filter, desk, viewer, query))
				.sort(order(scope, filter, desk, uses))
				.fetch(offset, limit);
			return new Page(found.hits(), found.total().hitCount(), uses, Relaxation.of(query));
		});
	}

	/** Whether there is a {@link UsageColumn} of that name. */
	public boolean hasUse(String slug) {
		return this.uses.has(slug);
	}

	/** The state of the bank: a number that grows with every change of any question. */
	public long state() {
		return this.state.revision();
	}

	/** The prompts of all questions that are not retired, by number and in its order. */
	public Map<Long, String> prompts() {
		return this.summaries.prompts();
	}

	/** Those of these questions that are not retired. */
	public Set<Long> inUse(Collection<Long> ids) {
		return this.summaries.inUse(ids);
	}

	/** Whether every question can be found; not so while the index is rebuilt. */
	public boolean isWhole() {
		return this.index.isWhole();
	}

	/** The numbers of all questions that pass, up to a limit. */
	public List<Long> ids(QuestionFilter filter, DeskFilter desk, Viewer viewer, int limit) {
		var query = this.counts.of(filter, viewer).query();
		return this.search.run((session, scope) -> session.search(scope)
			.select((f) -> f.id(Long.class))
			.where(wanted(scope.predicate(), filter, desk, viewer, query))
			.sort((f) -> f.field("number").asc())
			.fetchHits(limit));
	}

	/** Who made the latest revision of any question, the busiest first. */
	public List<String> authors() {
		return List.copyOf(counted("changedBy", MOST_AUTHORS).keySet());
	}

	/** The topics of all questions, and how many have each, the most frequent first. */
	public Map<String, Long> topics() {
		return counted("topic", MOST_TOPICS);
	}

	private Map<String, Long> counted(String field, int most) {
		var key = AggregationKey.<Map<String, Long>>of(field);
		return this.search.run((session, scope) -> session.search(scope)
			.where((f) -> f.matchAll())
			.aggregation(key, (f) -> f.terms().field(field, String.class).maxTermCount(most))
			.fetch(0)
			.aggregation(key));
	}

	/**
	 * The questions whose prompts have most words in common with a text, the closest
	 * first; nothing where fewer than half of its words are found.
	 */
	public List<QuestionSummary> similar(String text, Viewer viewer, int limit) {
		return this.search.run((session, scope) -> session.search(scope)
			.select(QuestionSummary.class)
			.where(this.search.similar(scope.predicate(), text, viewer))
			.fetchHits(limit));
	}

	private SearchPredicate wanted(SearchPredicateFactory f, QuestionFilter filter, DeskFilter desk, Viewer viewer,
			InterpretedQuery query) {
		var all = f.bool().must(this.search.matching(f, filter, viewer, query));
		if (!desk.statuses().isEmpty()) {
			all.filter(f.terms().field("status").matchingAny(desk.statuses()));
		}
		if (!desk.audiences().isEmpty()) {
			all.filter(f.terms().field("audience").matchingAny(desk.audiences()));
		}
		if (!desk.changedBy().isEmpty()) {
			all.filter(f.match().field("changedBy").matching(desk.changedBy()));
		}
		if (desk.changedSince() != null) {
			all.filter(f.range().field("changedAt").atLeast(desk.changedSince()));
		}
		return all.toPredicate();
	}

	private SearchSort order(SearchScope<Question> scope, QuestionFilter filter, DeskFilter desk, List<Column> uses) {
		var f = scope.sort();
		var byNumber = f.field("number").asc();
		var use = uses.stream().filter((one) -> one.slug().equals(desk.use())).findFirst();
		if (use.isPresent()) {
			return f.composite()
				.add(f.extension(LuceneExtension.get())
					.fromLuceneSortField(UsageCountSort.by(use.get().counts(), desk.descending())))
				.add(byNumber)
				.toSort();
		}
		if (desk.order() == DeskOrder.RELEVANCE) {
			return this.search.order(scope, filter);
		}
		var column = f.field(desk.order().field());
		return f.composite().add(desk.descending() ? column.desc() : column.asc()).add(byNumber).toSort();
	}

	/**
	 * A page of the list.
	 *
	 * @param total how many questions the whole list has
	 * @param uses what questions are used for, in the order of the columns
	 * @param relaxation how the search was relaxed, because no question has all of it
	 */
	public record Page(List<Row> rows, long total, List<Column> uses, Relaxation relaxation) {
	}

	/**
	 * What questions are used for.
	 *
	 * @param counts how often each question is used, without those that are not
	 */
	public record Column(String slug, String name, Map<Long, Long> counts) {

		public long of(long question) {
			return this.counts.getOrDefault(question, 0L);
		}

	}

	/** A question as it stands in the list. */
	@ProjectionConstructor
	public record Row(@IdProjection Long id, String prompt, Difficulty difficulty,
			@FieldProjection(path = "topic") List<String> topics, QuestionStatus status, Audience audience,
			String changedBy, Instant changedAt) {
	}

}
