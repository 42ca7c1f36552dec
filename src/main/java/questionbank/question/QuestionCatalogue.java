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
import questionbank.question.QuestionFilter.Sort;

/**
 * The facade for reading: lists, searches, counts, neighbours and related questions. It
 * reads only the index, and only questions that the viewer may see.
 */
@Service
public class QuestionCatalogue {

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
	 * Returns a page of a list, with the counts of the whole list. If no question has all
	 * terms of the search, the page has the best partial matches and the
	 * {@linkplain QuestionList.Relaxation relaxation}.
	 * @param offset of the first question, less than {@link QuestionList#REACH}
	 * @param limit the size of the page
	 */
	public QuestionList list(QuestionFilter filter, Viewer viewer, int offset, int limit) {
		var counts = this.counts.of(filter, viewer);
		var entries = (offset < counts.total() && limit > 0) ? this.listing.page(filter, viewer, counts, offset, limit)
				: List.<QuestionList.Entry>of();
		return new QuestionList(entries, counts.total(), counts.difficulties(), counts.topics(), counts.audiences(),
				QuestionList.Relaxation.of(counts.query()), this.index.isComplete());
	}

	/** Counts all questions, by difficulty and by topic. */
	public QuestionList overview(Viewer viewer) {
		return list(QuestionFilter.ALL, viewer, 0, 0);
	}

	/** Counts the questions that match a filter. */
	public long count(QuestionFilter filter, Viewer viewer) {
		return this.counts.of(filter, viewer).total();
	}

	/**
	 * Returns the numbers of the first questions of a list, in its order.
	 * @param limit at most {@link QuestionList#REACH}
	 */
	public List<Long> numbers(QuestionFilter filter, Viewer viewer, int limit) {
		return (limit <= 0) ? List.of()
				: this.search.run((session, scope) -> session.search(scope)
					.select((f) -> f.id(Long.class))
					.where(matching(scope, filter, viewer))
					.sort(this.search.order(scope, filter))
					.fetchHits(limit));
	}

	/**
	 * Tells whether a question that the viewer may see has the topic. While the index is
	 * incomplete, every topic may exist.
	 */
	public boolean hasTopic(String topic, Viewer viewer) {
		return !this.index.isComplete() || overview(viewer).topics().containsKey(topic) || isFound(topic, viewer);
	}

	/**
	 * Searches without facets and cache, because the topic comes unvalidated from an
	 * address.
	 */
	private boolean isFound(String topic, Viewer viewer) {
		var filter = new QuestionFilter("", Set.of(), Set.of(topic), Sort.NUMBER);
		return this.search.run((session, scope) -> session.search(scope)
			.where(this.search.matching(scope.predicate(), filter, viewer, InterpretedQuery.NONE))
			.fetchTotalHitCount()) > 0;
	}

	/**
	 * Picks a question that matches the filter at random, uniformly. In a list longer
	 * than {@link QuestionList#REACH}, questions after a gap in the numbers are more
	 * likely.
	 */
	public Optional<QuestionSummary> random(QuestionFilter filter, Viewer viewer) {
		return pick(filter, viewer, this.randomness::nextLong);
	}

	/** Picks the question of the day (UTC). */
	public Optional<QuestionSummary> ofTheDay(Viewer viewer) {
		var day = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone()).toEpochDay();
		// Consecutive days pick questions far apart: a golden-ratio step through the
		// list.
		return pick(QuestionFilter.ALL, viewer, (total) -> (long) (total * ((day * 0.618033988749895) % 1)));
	}

	/** Finds the neighbours of a question in a list; empty if it is not near enough. */
	public Optional<QuestionList.Neighbours> neighbours(long id, QuestionFilter filter, Viewer viewer) {
		return this.search.run((session, scope) -> {
			var list = new NeighbourFinder(session, scope, matching(scope, filter, viewer), count(filter, viewer));
			return filter.isByNumber() ? list.aroundNumber(id) : list.around(id, this.search.order(scope, filter));
		});
	}

	/**
	 * Finds related questions, the closest first: those that share significant words of
	 * the prompt, and if these are too few, those that share a topic.
	 */
	public List<QuestionSummary> related(QuestionDetails question, Viewer viewer, int limit) {
		return this.search.run((session, scope) -> {
			var close = hits(session, scope, this.search.close(scope.predicate(), question, viewer), limit);
			return (close.size() == limit) ? close
					: hits(session, scope, this.search.related(scope.predicate(), question, viewer), limit);
		});
	}

	private static List<QuestionSummary> hits(SearchSession session, SearchScope<Question> scope,
			SearchPredicate predicate, int limit) {
		return session.search(scope).select(QuestionSummary.class).where(predicate).fetchHits(limit);
	}

	private Optional<QuestionSummary> pick(QuestionFilter filter, Viewer viewer, LongUnaryOperator choice) {
		var counts = this.counts.of(filter, viewer);
		if (counts.total() == 0) {
			return Optional.empty();
		}
		var position = choice.applyAsLong(counts.total());
		return this.search.run((session, scope) -> {
			var predicate = matching(scope, filter, viewer);
			return (counts.total() <= QuestionList.REACH) ? hit(session, scope, predicate, (int) position)
					: far(session, scope, predicate, 1 + (long) (counts.last() * ((double) position / counts.total())));
		});
	}

	/**
	 * Finds the first question from a number on. An offset so far down a long list would
	 * take memory for every skipped question; numbers are evenly enough distributed.
	 */
	private static Optional<QuestionSummary> far(SearchSession session, SearchScope<Question> scope,
			SearchPredicate predicate, long from) {
		var f = scope.predicate();
		return NeighbourFinder.nearest((distance) -> {
			var near = f.range().field("number").between(from, from + distance).toPredicate();
			return hit(session, scope, f.and(predicate, near).toPredicate(), 0);
		});
	}

	private static Optional<QuestionSummary> hit(SearchSession session, SearchScope<Question> scope,
			SearchPredicate predicate, int offset) {
		return session.search(scope)
			.select(QuestionSummary.class)
			.where(predicate)
			.sort((f) -> f.field("number").asc())
			.fetchHits(offset, 1)
			.stream()
			.findFirst();
	}

	/** Builds the predicate by which {@link #list} searches. */
	private SearchPredicate matching(SearchScope<Question> scope, QuestionFilter filter, Viewer viewer) {
		return this.search.matching(scope.predicate(), filter, viewer, this.counts.of(filter, viewer).query());
	}

}
