package questionbank.question;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list of questions, and what the whole list holds.
 *
 * @param entries the page, in order
 * @param total how many questions the whole list has
 * @param difficulties how many questions of each difficulty the list would have if no
 * difficulty had been chosen; every difficulty is there
 * @param topics the same for topics, most frequent first
 * @param relaxation how the search was relaxed, because no question has all of it
 * @param whole whether every question could be searched; not so while the index is
 * rebuilt
 */
public record QuestionList(List<Entry> entries, long total, Map<Difficulty, Long> difficulties,
		Map<String, Long> topics, Relaxation relaxation, boolean whole) {

	/** Whether these topics are as many as are listed, and there may be more. */
	public boolean hasMoreTopics() {
		return this.topics.size() >= QuestionCounts.MOST_TOPICS;
	}

	/**
	 * How a search was relaxed; not at all if everything is empty or 0.
	 *
	 * @param missing the words and phrases that no question has
	 * @param corrected the words that no question has, for which close spellings are
	 * found
	 * @param atLeast how many of the other words each question in the list has, if none
	 * has all; else 0
	 */
	public record Relaxation(List<String> missing, List<String> corrected, int atLeast) {

		static Relaxation of(InterpretedQuery reading) {
			return new Relaxation(reading.missing(), reading.corrected(), reading.isPartial() ? reading.fewest() : 0);
		}

	}

	/**
	 * A question in the list.
	 *
	 * @param prompt HTML, safe, in which the words that were found are marked
	 * @param excerpt HTML, safe: the best sentence of the answer, where it has none of
	 * the words a key point or the topics that have, or {@code null} if there is nothing
	 * to show
	 */
	public record Entry(QuestionSummary question, String prompt, @Nullable String excerpt) {
	}

}
