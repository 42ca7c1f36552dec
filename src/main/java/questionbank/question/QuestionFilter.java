package questionbank.question;

import java.util.Set;

/**
 * The filter and sort order of a list. A question matches if it matches every part; of
 * difficulties, topics and audiences, it needs one.
 *
 * @param words the search query, as typed; empty for none
 * @param difficulties empty for all
 * @param topics slugs; empty for all
 * @param audiences empty for all
 * @param sort the sort order
 */
public record QuestionFilter(String words, Set<Difficulty> difficulties, Set<String> topics, Set<Audience> audiences,
		QuestionSort sort) {

	/** All questions, by number. */
	public static final QuestionFilter ALL = new QuestionFilter("", Set.of(), Set.of(), QuestionSort.NUMBER);

	/** Creates a filter for all audiences. */
	public QuestionFilter(String words, Set<Difficulty> difficulties, Set<String> topics, QuestionSort sort) {
		this(words, difficulties, topics, Set.of(), sort);
	}

	boolean isByNumber() {
		return this.sort == QuestionSort.NUMBER || (this.sort == QuestionSort.RELEVANCE && this.words.isBlank());
	}

	QuestionFilter withoutDifficulties() {
		return new QuestionFilter(this.words, Set.of(), this.topics, this.audiences, this.sort);
	}

	QuestionFilter withoutTopics() {
		return new QuestionFilter(this.words, this.difficulties, Set.of(), this.audiences, this.sort);
	}

	QuestionFilter withoutAudiences() {
		return new QuestionFilter(this.words, this.difficulties, this.topics, Set.of(), this.sort);
	}

}
