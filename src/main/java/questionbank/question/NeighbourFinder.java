package questionbank.question;

import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.sort.SearchSort;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.jspecify.annotations.Nullable;

import questionbank.question.QuestionCatalogue.Slice;

/** Finds the neighbours of a question in a list, within one search session. */
final class NeighbourFinder {

	/** The depth to which a list is searched, unless it is sorted by number. */
	private static final int MAX_DEPTH = 500;

	/** The distances within which the neighbours of a number are looked for, in turn. */
	private static final long[] DISTANCES = { 1_000, 100_000, Long.MAX_VALUE / 2 };

	private final SearchSession session;

	private final SearchScope<Question> scope;

	private final SearchPredicate predicate;

	private final long total;

	/**
	 * Creates a finder.
	 * @param total the number of questions in the list
	 */
	NeighbourFinder(SearchSession session, SearchScope<Question> scope, SearchPredicate predicate, long total) {
		this.session = session;
		this.scope = scope;
		this.predicate = predicate;
		this.total = total;
	}

	/**
	 * Finds the neighbours in a list sorted by number, at any depth. The position is
	 * counted only as far as lists can be opened, as a count visits all before it.
	 */
	Optional<Slice.Neighbours> aroundNumber(long id) {
		if (find(id, id, true).isEmpty()) {
			return Optional.empty();
		}
		var before = nearest((distance) -> find(id - distance, id - 1, false));
		var after = nearest((distance) -> find(id + 1, id + distance, true));
		return Optional.of(new Slice.Neighbours(position(id), this.total, before.orElse(null), after.orElse(null)));
	}

	/** Finds the neighbours in a list of another order, near its beginning. */
	Optional<Slice.Neighbours> around(long id, SearchSort order) {
		var ids = this.session.search(this.scope)
			.select((f) -> f.id(Long.class))
			.where(this.predicate)
			.sort(order)
			.fetchHits(MAX_DEPTH);
		var index = ids.indexOf(id);
		if (index < 0) {
			return Optional.empty();
		}
		return Optional.of(new Slice.Neighbours(index + 1L, this.total, (index > 0) ? ids.get(index - 1) : null,
				(index + 1 < ids.size()) ? ids.get(index + 1) : null));
	}

	private @Nullable Long position(long id) {
		if (this.total > QuestionCatalogue.REACH && id > QuestionCatalogue.REACH) {
			return null;
		}
		return 1 + this.session.search(this.scope)
			.where((f) -> f.and(this.predicate, f.range().field("number").lessThan(id).toPredicate()))
			.fetchTotalHitCount();
	}

	private Optional<Long> find(long from, long to, boolean ascending) {
		return this.session.search(this.scope)
			.select((f) -> f.id(Long.class))
			.where((f) -> f.and(this.predicate, f.range().field("number").between(from, to).toPredicate()))
			.sort((f) -> ascending ? f.field("number").asc() : f.field("number").desc())
			.fetchHits(1)
			.stream()
			.findFirst();
	}

	/** Searches near numbers, then farther ones. */
	static <T> Optional<T> nearest(LongFunction<Optional<T>> search) {
		return LongStream.of(DISTANCES).mapToObj(search).flatMap(Optional::stream).findFirst();
	}

}
