package questionbank.question;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.sort.SearchSort;
import org.hibernate.search.mapper.orm.scope.SearchScope;

import org.springframework.stereotype.Component;

import questionbank.account.Viewer;
import questionbank.question.QuestionDesk.Filter;
import questionbank.question.QuestionDesk.UsageColumn;

/** Builds the predicates and sort orders of the administrators' lists. */
@Component
class DeskSearch {

	private static final Duration A_YEAR = Duration.ofDays(365);

	private final QuestionSearch search;

	private final Clock clock;

	DeskSearch(QuestionSearch search, Clock clock) {
		this.search = search;
		this.clock = clock;
	}

	SearchPredicate matching(SearchPredicateFactory f, QuestionFilter filter, Filter desk, Viewer viewer,
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
		if (!desk.gaps().isEmpty()) {
			all.filter(anyOf(f, desk.gaps()));
		}
		return all.toPredicate();
	}

	private SearchPredicate anyOf(SearchPredicateFactory f, Set<Filter.Gap> gaps) {
		var any = f.bool();
		gaps.forEach((gap) -> any.should(switch (gap) {
			case ANSWER -> f.match().field("answered").matching(false);
			case TOPIC -> f.not(f.exists().field("topic"));
			case CHANGE -> f.range().field("changedAt").atMost(this.clock.instant().minus(A_YEAR));
		}));
		return any.toPredicate();
	}

	SearchSort order(SearchScope<Question> scope, QuestionFilter filter, Filter desk,
			List<UsageColumn.Values> columns) {
		var f = scope.sort();
		var byNumber = f.field("number").asc();
		var usage = columns.stream().filter((column) -> column.slug().equals(desk.usage())).findFirst();
		var counts = usage.map(UsageColumn.Values::usages);
		if (counts.isPresent()) {
			return f.composite()
				.add(f.extension(LuceneExtension.get())
					.fromLuceneSortField(UsageColumns.CountSort.by(counts.get(), desk.descending())))
				.add(byNumber)
				.toSort();
		}
		if (desk.order() == Filter.Order.RELEVANCE) {
			return this.search.order(scope, filter);
		}
		var column = f.field(desk.order().field());
		return f.composite().add(desk.descending() ? column.desc() : column.asc()).add(byNumber).toSort();
	}

}
