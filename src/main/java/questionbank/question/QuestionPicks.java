package questionbank.question;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.random.RandomGenerator;

import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;

import org.springframework.stereotype.Component;

import questionbank.account.Viewer;

/** Picks a question of a list by its position: at random, or by the day. */
@Component
class QuestionPicks {

	private final QuestionSearch search;

	private final QuestionCounts counts;

	private final RandomGenerator randomness;

	private final Clock clock;

	QuestionPicks(QuestionSearch search, QuestionCounts counts, RandomGenerator randomness, Clock clock) {
		this.search = search;
		this.counts = counts;
		this.randomness = randomness;
		this.clock = clock;
	}

	/**
	 * Picks a question that matches the filter at random; uniformly, up to
	 * {@link QuestionCatalogue#REACH}.
	 */
	Optional<QuestionSummary> random(QuestionFilter filter, Viewer viewer) {
		return pick(filter, viewer, this.randomness::nextLong);
	}

	/** Picks the question of the day (UTC). */
	Optional<QuestionSummary> ofTheDay(Viewer viewer) {
		var day = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone()).toEpochDay();
		// Consecutive days pick questions far apart: a golden-ratio step through the
		// list.
		return pick(QuestionFilter.ALL, viewer, (total) -> (long) (total * ((day * 0.618033988749895) % 1)));
	}

	private Optional<QuestionSummary> pick(QuestionFilter filter, Viewer viewer, LongUnaryOperator choice) {
		var counts = this.counts.of(filter, viewer);
		if (counts.total() == 0) {
			return Optional.empty();
		}
		var position = choice.applyAsLong(counts.total());
		return this.search.run((session, scope) -> {
			var predicate = this.search.matching(scope.predicate(), filter, viewer, counts.query());
			return (counts.total() <= QuestionCatalogue.REACH) ? hit(session, scope, predicate, (int) position)
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

}
