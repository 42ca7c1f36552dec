package questionbank.question;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

import questionbank.account.Viewer;
import questionbank.question.QuestionFilter.PersonalFilter;
import questionbank.textanalysis.TextAnalysis.Word;

/**
 * The facade for reading: lists, searches, counts, topics, neighbours and related
 * questions. It finds questions in the index, a list reads them from the database, and
 * both only those that the viewer may see.
 */
@Service
public class QuestionCatalogue {

	/** The depth to which a list can be opened; narrow longer lists instead. */
	public static final int REACH = 10_000;

	private final QuestionSearch search;

	private final QuestionCounts counts;

	private final QuestionListing listing;

	private final QuestionIndex index;

	private final TopicNames topics;

	private final WordFrequencies frequencies;

	private final BankState state;

	private final QuestionPicks picks;

	private final ObjectProvider<PersonalFilter> personalFilters;

	QuestionCatalogue(QuestionSearch search, QuestionCounts counts, QuestionListing listing, QuestionIndex index,
			TopicNames topics, WordFrequencies frequencies, BankState state, QuestionPicks picks,
			ObjectProvider<PersonalFilter> personalFilters) {
		this.search = search;
		this.counts = counts;
		this.listing = listing;
		this.index = index;
		this.topics = topics;
		this.frequencies = frequencies;
		this.state = state;
		this.picks = picks;
		this.personalFilters = personalFilters;
	}

	/**
	 * Converts a valid query to a filter. The questions of its personal filters are those
	 * of the learner who sends the current request.
	 */
	public QuestionFilter filter(QuestionQuery query) {
		return query.filter()
			.within(query.personalFilters()
				.entrySet()
				.stream()
				.map((filter) -> personalFilter(filter.getKey()).find().apply(filter.getValue()))
				.toList());
	}

	private PersonalFilter personalFilter(String parameter) {
		return this.personalFilters.stream()
			.filter((filter) -> filter.parameter().equals(parameter))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Returns a page of a list, with the counts of the whole list. If no question has all
	 * terms of the search, the page has the best partial matches and the
	 * {@linkplain Slice.Relaxation relaxation}.
	 * @param offset of the first question, less than {@link #REACH}
	 * @param limit the size of the page
	 */
	public Slice list(QuestionFilter filter, Viewer viewer, int offset, int limit) {
		var counts = this.counts.of(filter, viewer);
		var entries = (offset < counts.total() && limit > 0) ? this.listing.page(filter, viewer, counts, offset, limit)
				: List.<Slice.Entry>of();
		return new Slice(entries, counts.total(), counts.difficulties(), counts.topics(), counts.audiences(),
				Slice.Relaxation.of(counts.query()), this.index.isComplete());
	}

	/** Counts all questions, by difficulty and by topic. */
	public Slice overview(Viewer viewer) {
		return list(QuestionFilter.ALL, viewer, 0, 0);
	}

	/** Counts the questions that match a filter. */
	public long count(QuestionFilter filter, Viewer viewer) {
		return this.counts.of(filter, viewer).total();
	}

	/**
	 * Returns the numbers of the first questions of a list, in its order.
	 * @param limit at most {@link #REACH}
	 */
	public List<Long> numbers(QuestionFilter filter, Viewer viewer, int limit) {
		return (limit <= 0) ? List.of()
				: this.search.run((session, scope) -> session.search(scope)
					.select((f) -> f.id(Long.class))
					.where(matching(scope, filter, viewer))
					.sort(this.search.order(scope, filter))
					.fetchHits(limit));
	}

	/** Returns the numbers of all questions of a list, in order of number. */
	public List<Long> numbers(QuestionFilter filter, Viewer viewer) {
		return this.search.run((session, scope) -> session.search(scope)
			.select((f) -> f.id(Long.class))
			.where(matching(scope, filter, viewer))
			.sort((f) -> f.field("number").asc())
			.fetchAllHits());
	}

	/**
	 * Tells whether a question that the viewer may see has the topic. While the index is
	 * incomplete, every topic may exist.
	 */
	public boolean hasTopic(String topic, Viewer viewer) {
		return this.topics.exists(topic, viewer);
	}

	/** Returns the topics that no question has that the viewer may see, sorted. */
	public List<String> withoutQuestions(Collection<String> topics, Viewer viewer) {
		return topics.stream().filter((topic) -> !hasTopic(topic, viewer)).sorted().toList();
	}

	/**
	 * Resolves names of topics of unknown age, as in saved addresses, after topics were
	 * renamed or merged. A name of an existing topic is a present name.
	 * @return the present names without duplicates, in the same order; names of topics
	 * that the viewer cannot see are unchanged
	 */
	public List<String> presentTopics(Collection<String> names, Viewer viewer) {
		return this.topics.current(names, viewer);
	}

	/**
	 * Resolves names of topics that were stored in a state of the bank.
	 * @param asOf the {@link #state} before they were stored
	 * @return the present names without duplicates, in the same order; names of topics
	 * that the viewer cannot see are unchanged
	 */
	public List<String> presentTopics(Collection<String> names, long asOf, Viewer viewer) {
		return this.topics.current(names, asOf, viewer);
	}

	/**
	 * Returns the state of the bank, to be stored with names of topics: the id of the
	 * latest revision.
	 */
	public long state() {
		return this.state.revision();
	}

	/**
	 * Computes the rarity of words (inverse document frequency): of {@code N} questions,
	 * {@code n} of which have any stem of a word,
	 * {@code ln(1 + (N − n + 0.5) / (n + 0.5))}.
	 */
	public Map<Word, Double> rarity(Collection<Word> words) {
		return this.frequencies.rarity(words);
	}

	/**
	 * Picks a question that matches the filter at random, uniformly. In a list longer
	 * than {@link #REACH}, questions after a gap in the numbers are more likely.
	 */
	public Optional<QuestionSummary> random(QuestionFilter filter, Viewer viewer) {
		return this.picks.random(filter, viewer);
	}

	/** Picks the question of the day (UTC). */
	public Optional<QuestionSummary> ofTheDay(Viewer viewer) {
		return this.picks.ofTheDay(viewer);
	}

	/** Finds the neighbours of a question in a list; empty if it is not near enough. */
	public Optional<Slice.Neighbours> neighbours(long id, QuestionFilter filter, Viewer viewer) {
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

	/** Builds the predicate by which {@link #list} searches. */
	private SearchPredicate matching(SearchScope<Question> scope, QuestionFilter filter, Viewer viewer) {
		return this.search.matching(scope.predicate(), filter, viewer, this.counts.of(filter, viewer).query());
	}

	/**
	 * A slice of a list of questions, with the counts of the whole list.
	 *
	 * @param entries the questions of the page, in order
	 * @param total the number of questions in the whole list
	 * @param difficulties the facet of difficulties: counts without the filter by
	 * difficulty; it has every difficulty
	 * @param topics the facet of topics: counts without the filter by topic, the highest
	 * first
	 * @param audiences the facet of the audiences that the viewer may see: counts without
	 * the filter by audience
	 * @param relaxation the relaxation of a search without exact matches
	 * @param complete {@code false} while the index is rebuilt and may lack questions
	 */
	public record Slice(List<Entry> entries, long total, Map<Difficulty, Long> difficulties, Map<String, Long> topics,
			Map<Audience, Long> audiences, Relaxation relaxation, boolean complete) {

		/** Tells whether the facet of topics is cut off. */
		public boolean hasMoreTopics() {
			return this.topics.size() >= QuestionCounts.MAX_TOPICS;
		}

		/**
		 * The relaxation of a search; empty and 0 for an exact one.
		 *
		 * @param missing the words and phrases that no question has
		 * @param corrected the words that no question has, replaced by close spellings
		 * @param atLeast the number of other words that each question in the list has, if
		 * none has all; else 0
		 */
		public record Relaxation(List<String> missing, List<String> corrected, int atLeast) {

			static Relaxation of(InterpretedQuery query) {
				return new Relaxation(query.missing(), query.corrected(), query.isPartial() ? query.required() : 0);
			}

			boolean isExact() {
				return this.missing.isEmpty() && this.corrected.isEmpty() && this.atLeast == 0;
			}

		}

		/**
		 * A question in the list.
		 *
		 * @param prompt safe HTML with the matching words marked
		 * @param excerpt safe HTML: the best sentence of the answer, or else the matching
		 * key point or topics; {@code null} without a match
		 */
		public record Entry(QuestionSummary question, String prompt, @Nullable String excerpt) {
		}

		/**
		 * The position of a question in a list, with its neighbours.
		 *
		 * @param position from 1; {@code null} beyond {@link #REACH}
		 * @param total the number of questions in the list
		 * @param previous the number of the question before, or {@code null}
		 * @param next the number of the question after, or {@code null}
		 */
		public record Neighbours(@Nullable Long position, long total, @Nullable Long previous, @Nullable Long next) {
		}

	}

}
