package questionbank.question;

import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.sort.SearchSort;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.jspecify.annotations.Nullable;

/**
 * A list in its order, in which to look for the neighbours of a question.
 *
 * @param total how many the list has
 */
record NeighbourFinder(SearchSession session, SearchScope<Question> scope, SearchPredicate wanted, long total) {

	/** How far down the list a question is looked for, where it is not by number. */
	private static final int NEIGHBOURHOOD = 500;

	/** How far from a number its neighbours are looked for, first near and then far. */
	private static final long[] DISTANCES = { 1_000, 100_000, Long.MAX_VALUE / 2 };

	/**
	 * By number, the neighbours are found at any depth; the place is counted as far as
	 * lists can be opened, as all before it have to be looked at.
	 */
	Optional<Neighbours> aroundNumber(long id) {
		if (find(id, id, true).isEmpty()) {
			return Optional.empty();
		}
		var before = nearest((distance) -> find(id - distance, id - 1, false));
		var after = nearest((distance) -> find(id + 1, id + distance, true));
		return Optional.of(new Neighbours(place(id), this.total, before.orElse(null), after.orElse(null)));
	}

	Optional<Neighbours> around(long id, SearchSort order) {
		var ids = this.session.search(this.scope)
			.select((f) -> f.id(Long.class))
			.where(this.wanted)
			.sort(order)
			.fetchHits(NEIGHBOURHOOD);
		var place = ids.indexOf(id);
		if (place < 0) {
			return Optional.empty();
		}
		return Optional.of(new Neighbours(place + 1L, this.total, (place > 0) ? ids.get(place - 1) : null,
				(place + 1 < ids.size()) ? ids.get(place + 1) : null));
	}

	private @Nullable Long place(long id) {
		if (this.total > QuestionCatalogue.REACH && id > QuestionCatalogue.REACH) {
			return null;
		}
		return 1 + this.session.search(this.scope)
			.where((f) -> f.and(this.wanted, f.range().field("number").lessThan(id).toPredicate()))
			.fetchTotalHitCount();
	}

	private Optional<Long> find(long from, long to, boolean ascending) {
		return this.session.search(this.scope)
			.select((f) -> f.id(Long.class))
			.where((f) -> f.and(this.wanted, f.range().field("number").between(from, to).toPredicate()))
			.sort((f) -> ascending ? f.field("number").asc() : f.field("number").desc())
			.fetchHits(1)
			.stream()
			.findFirst();
	}

	/** What is found by a search of near numbers, else of far ones. */
	static <T> Optional<T> nearest(LongFunction<Optional<T>> search) {
		return LongStream.of(DISTANCES).mapToObj(search).flatMap(Optional::stream).findFirst();
	}

}
