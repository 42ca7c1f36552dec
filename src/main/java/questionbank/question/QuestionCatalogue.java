package questionbank.question;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.random.RandomGenerator;

import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;

import org.springframework.stereotype.Service;

import questionbank.account.Viewer;
import questionbank.textanalysis.InterpretedQuery;

/**
 * The bank as one browses it: lists, searches, counts, and the ways from one question to
 * another. It reads the index alone, and shows a viewer nothing but what that viewer may
 * see.
 */
@Service
public class QuestionCatalogue {

	/** How far down a list one can go; whoever wants more narrows the list instead. */
	public static final int REACH = 10_000;

	private final QuestionSearch search;

	private final QuestionCounts counts;

	private final QuestionListing listing;

	private final QuestionIndex index;

	private final RandomGenerator randomness;

	private final Clock clock;

	QuestionCatalogue(QuestionSearch search, QuestionCounts counts, QuestionListing listing, QuestionIndex index,
			RandomGenerator randomness, Clock clock) {
		this.search = search;
		this.counts = counts;
		this.listing = listing;
		this.index = index;
		this.randomness = randomness;
		this.clock = clock;
	}

	/**
	 * A page of a list with the counts of the whole list. If no question has all that is
	 * searched for, it holds the best partial matches instead, and says which words are
	 * missing.
	 * @param offset how many questions to leave out, less than {@link #REACH}
	 * @param limit how many questions to take
	 */
	public QuestionList list(QuestionFilter filter, Viewer viewer, int offset, int limit) {
		var counts = this.counts.of(filter, viewer);
		var entries = (offset < counts.total() && limit > 0) ? this.listing.page(filter, viewer, counts, offset, limit)
				: List.<QuestionList.Entry>of();
		return new QuestionList(entries, counts.total(), counts.difficulties(), counts.topics(),
				QuestionList.Relaxation.of(counts.query()), this.index.isWhole());
	}

	/** How many questions there are in all, of each difficulty and of each topic. */
	public QuestionList overview(Viewer viewer) {
		return list(QuestionFilter.ALL, viewer, 0, 0);
	}

	/** How many questions pass the filter. */
	public long count(QuestionFilter filter, Viewer viewer) {
		return this.counts.of(filter, viewer).total();
	}

	/**
	 * The numbers of the first questions of a list, in its order.
	 * @param limit how many, at most {@link #REACH}
	 */
	public List<Long> numbers(QuestionFilter filter, Viewer viewer, int limit) {
		return (limit <= 0) ? List.of()
				: this.search.run((session, scope) -> session.search(scope)
					.select((f) -> f.id(Long.class))
					.where(wanted(scope, filter, viewer))
					.sort(this.search.order(scope, filter))
					.fetchHits(limit));
	}

	/**
	 * Whether any question that the viewer may see has the topic; while the index is
	 * incomplete, any topic may be one.
	 */
	public boolean hasTopic(String topic, Viewer viewer) {
		return !this.index.isWhole() || overview(viewer).topics().containsKey(topic) || isFound(topic, viewer);
	}

	/** Not counted as a list is, with all its facets: anybody may ask for any topic. */
	private boolean isFound(String topic, Viewer viewer) {
		var filter = new QuestionFilter("", Set.of(), Set.of(topic), QuestionSort.NUMBER);
		return this.search.run((session, scope) -> session.search(scope)
			.where(this.search.matching(scope.predicate(), filter, viewer, InterpretedQuery.NONE))
			.fetchTotalHitCount()) > 0;
	}

	/**
	 * Any of the questions that pass the filter, each as likely as the others; in a list
	 * longer than {@link #REACH}, those after a gap in the numbers are likelier.
	 */
	public Optional<QuestionSummary> random(QuestionFilter filter, Viewer viewer) {
		return pick(filter, viewer, this.randomness::nextLong);
	}

	/** A question that stays for a day (UTC) and changes with it. */
	public Optional<QuestionSummary> ofTheDay(Viewer viewer) {
		var day = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone()).toEpochDay();
		// Consecutive days pick questions far apart: a golden-ratio step through the
		// list.
		return pick(QuestionFilter.ALL, viewer, (total) -> (long) (total * ((day * 0.618033988749895) % 1)));
	}

	/** Where a question stands in a list; nothing if it is not in it, or too far down. */
	public Optional<Neighbours> neighbours(long id, QuestionFilter filter, Viewer viewer) {
		return this.search.run((session, scope) -> {
			var list = new NeighbourFinder(session, scope, wanted(scope, filter, viewer), count(filter, viewer));
			return filter.isByNumber() ? list.aroundNumber(id) : list.around(id, this.search.order(scope, filter));
		});
	}

	/**
	 * The questions that have most in common with one, the closest first: those that
	 * share telling words of its prompt, or any topic where there are too few of these.
	 */
	public List<QuestionSummary> related(QuestionDetails question, Viewer viewer, int limit) {
		return this.search.run((session, scope) -> {
			var close = hits(session, scope, this.search.close(scope.predicate(), question, viewer), limit);
			return (close.size() == limit) ? close
					: hits(session, scope, this.search.related(scope.predicate(), question, viewer), limit);
		});
	}

	private static List<QuestionSummary> hits(SearchSession session, SearchScope<Question> scope,
			SearchPredicate wanted, int limit) {
		return session.search(scope).select(QuestionSummary.class).where(wanted).fetchHits(limit);
	}

	private Optional<QuestionSummary> pick(QuestionFilter filter, Viewer viewer, LongUnaryOperator choice) {
		var counts = this.counts.of(filter, viewer);
		if (counts.total() == 0) {
			return Optional.empty();
		}
		var place = choice.applyAsLong(counts.total());
		return this.search.run((session, scope) -> {
			var wanted = wanted(scope, filter, viewer);
			return (counts.total() <= REACH) ? hit(session, scope, wanted, (int) place)
					: far(session, scope, wanted, 1 + (long) (counts.last() * ((double) place / counts.total())));
		});
	}

	/**
	 * The first question from a number on. Counting so far down a long list would take
	 * memory for every question passed; numbers are even enough to go by.
	 */
	private static Optional<QuestionSummary> far(SearchSession session, SearchScope<Question> scope,
			SearchPredicate wanted, long from) {
		var f = scope.predicate();
		return NeighbourFinder.nearest((distance) -> {
			var near = f.range().field("number").between(from, from + distance).toPredicate();
			return hit(session, scope, f.and(wanted, near).toPredicate(), 0);
		});
	}

	private static Optional<QuestionSummary> hit(SearchSession session, SearchScope<Question> scope,
			SearchPredicate wanted, int offset) {
		return session.search(scope)
			.select(QuestionSummary.class)
			.where(wanted)
			.sort((f) -> f.field("number").asc())
			.fetchHits(offset, 1)
			.stream()
			.findFirst();
	}

	/** The same questions that {@link #list} finds. */
	private SearchPredicate wanted(SearchScope<Question> scope, QuestionFilter filter, Viewer viewer) {
		return this.search.matching(scope.predicate(), filter, viewer, this.counts.of(filter, viewer).query());
	}

}
