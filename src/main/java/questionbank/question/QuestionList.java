package questionbank.question;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list of questions, with the counts of the whole list.
 *
 * @param entries the questions of the page, in order
 * @param total the number of questions in the whole list
 * @param difficulties the facet of difficulties: counts without the filter by difficulty;
 * it has every difficulty
 * @param topics the facet of topics: counts without the filter by topic, the highest
 * first
 * @param audiences the facet of the audiences that the viewer may see: counts without the
 * filter by audience
 * @param relaxation the relaxation of a search without exact matches
 * @param complete {@code false} while the index is rebuilt and may lack questions
 */
public record QuestionList(List<Entry> entries, long total, Map<Difficulty, Long> difficulties,
		Map<String, Long> topics, Map<Audience, Long> audiences, Relaxation relaxation, boolean complete) {

	/** The depth to which a list can be opened; narrow longer lists instead. */
	public static final int REACH = 10_000;

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

	}

	/**
	 * A question in the list.
	 *
	 * @param prompt safe HTML with the matching words marked
	 * @param excerpt safe HTML: the best sentence of the answer, or else the matching key
	 * point or topics; {@code null} without a match
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
