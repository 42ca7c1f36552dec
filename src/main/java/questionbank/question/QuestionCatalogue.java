package questionbank.question;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.random.RandomGenerator;

import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.sort.SearchSort;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;

import org.springframework.stereotype.Service;

import questionbank.account.Viewer;

/**
 * The bank as one browses it: lists, searches, counts, and the ways from one question to
 * another. It reads the index alone, and shows a viewer nothing but what that viewer may
 * see.
 */
@Service
public class QuestionCatalogue {

	/** How far down a list one can go; whoever wants more narrows the list instead. */
	public static final int REACH = 10_000;

	/** How far down a list a question is looked for where the order is not by number. */
	private static final int NEIGHBOURHOOD = 500;

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
	 * A page of a list, with what the whole list holds. Where nothing is found as typed,
	 * one typo is forgiven in words of five letters or more.
	 * @param offset how many questions to leave out, less than {@link #REACH}
	 * @param limit how many questions to take
	 */
	public QuestionList list(QuestionFilter filter, Viewer viewer, int offset, int limit) {
		var counts = this.counts.of(filter, viewer);
		var entries = (offset < counts.total() && limit > 0)
				? this.listing.page(filter, viewer, counts.forgiving(), offset, limit) : List.<QuestionList.Entry>of();
		return new QuestionList(entries, counts.total(), counts.difficulties(), counts.topics(), counts.forgiving(),
				this.index.isWhole());
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
	 * Whether any question that the viewer may see has the topic; while the index is
	 * incomplete, any topic may be one.
	 */
	public boolean hasTopic(String topic, Viewer viewer) {
		return !this.index.isWhole() || count(new QuestionFilter("", Set.of(), Set.of(topic), Sort.NUMBER), viewer) > 0;
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
			var list = new Ordered(session, scope, wanted(scope, filter, viewer), this.search.order(scope, filter));
			return filter.isByNumber() ? list.aroundNumber(id) : list.around(id);
		});
	}

	/** The questions that have most in common with one, the closest first. */
	public List<QuestionSummary> related(QuestionDetails question, Viewer viewer, int limit) {
		return this.search.run((session, scope) -> session.search(scope)
			.select(QuestionSummary.class)
			.where(this.search.related(scope.predicate(), question, viewer))
			.fetchHits(limit));
	}

	private Optional<QuestionSummary> pick(QuestionFilter filter, Viewer viewer, LongUnaryOperator choice) {
		var total = count(filter, viewer);
		if (total == 0) {
			return Optional.empty();
		}
		var place = choice.applyAsLong(total);
		return this.search.run((session, scope) -> {
			var wanted = wanted(scope, filter, viewer);
			return (total <= REACH) ? hit(session, scope, wanted, true, (int) place)
					: far(session, scope, wanted, (double) place / total);
		});
	}

	/**
	 * A question that stands about so far down a long list. Counting that far would take
	 * memory for every question passed; numbers are even enough to go by.
	 */
	private static Optional<QuestionSummary> far(SearchSession session, SearchScope<Question> scope,
			SearchPredicate wanted, double share) {
		return hit(session, scope, wanted, false, 0).flatMap((last) -> {
			var f = scope.predicate();
			var from = f.range().field("number").atLeast(1 + (long) (last.id() * share)).toPredicate();
			return hit(session, scope, f.bool().filter(wanted).filter(from).toPredicate(), true, 0);
		});
	}

	private static Optional<QuestionSummary> hit(SearchSession session, SearchScope<Question> scope,
			SearchPredicate wanted, boolean ascending, int offset) {
		return session.search(scope)
			.select(QuestionSummary.class)
			.where(wanted)
			.sort((f) -> ascending ? f.field("number").asc() : f.field("number").desc())
			.fetchHits(offset, 1)
			.stream()
			.findFirst();
	}

	/** The same questions that {@link #list} finds. */
	private SearchPredicate wanted(SearchScope<Question> scope, QuestionFilter filter, Viewer viewer) {
		return this.search.matching(scope.predicate(), filter, viewer, this.counts.of(filter, viewer).forgiving());
	}

	/** A list in its order, in which to look for the neighbours of a question. */
	private record Ordered(SearchSession session, SearchScope<Question> scope, SearchPredicate wanted,
			SearchSort order) {

		/** By number, the neighbours are found at any depth. */
		Optional<Neighbours> aroundNumber(long id) {
			var f = this.scope.predicate();
			var itself = f.and(this.wanted, f.id().matching(id).toPredicate()).toPredicate();
			if (this.session.search(this.scope).where(itself).fetchTotalHitCount() == 0) {
				return Optional.empty();
			}
			var before = ids(f.and(this.wanted, f.range().field("number").lessThan(id).toPredicate()).toPredicate(),
					false);
			var after = ids(f.and(this.wanted, f.range().field("number").greaterThan(id).toPredicate()).toPredicate(),
					true);
			return Optional.of(new Neighbours(before.total().hitCount() + 1,
					before.total().hitCount() + 1 + after.total().hitCount(),
					before.hits().stream().findFirst().orElse(null), after.hits().stream().findFirst().orElse(null)));
		}

		private SearchResult<Long> ids(SearchPredicate part, boolean ascending) {
			return this.session.search(this.scope)
				.select((f) -> f.id(Long.class))
				.where(part)
				.sort((f) -> ascending ? f.field("number").asc() : f.field("number").desc())
				.fetch(1);
		}

		Optional<Neighbours> around(long id) {
			var list = this.session.search(this.scope)
				.select((f) -> f.id(Long.class))
				.where(this.wanted)
				.sort(this.order)
				.fetch(NEIGHBOURHOOD);
			var ids = list.hits();
			var place = ids.indexOf(id);
			if (place < 0) {
				return Optional.empty();
			}
			return Optional.of(new Neighbours(place + 1, list.total().hitCount(),
					(place > 0) ? ids.get(place - 1) : null, (place + 1 < ids.size()) ? ids.get(place + 1) : null));
		}

	}

}
