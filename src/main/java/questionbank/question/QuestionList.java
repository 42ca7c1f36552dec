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
 * @param forgiving whether nothing was found as typed, and close spellings were accepted
 * @param whole whether every question could be searched; not so while the index is
 * rebuilt
 */
public record QuestionList(List<Entry> entries, long total, Map<Difficulty, Long> difficulties,
		Map<String, Long> topics, boolean forgiving, boolean whole) {

	/** Whether these topics are as many as are listed, and there may be more. */
	public boolean hasMoreTopics() {
		return this.topics.size() >= QuestionCounts.MOST_TOPICS;
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
