package questionbank.question;

import java.util.Locale;
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
		Sort sort) {

	/** All questions, by number. */
	public static final QuestionFilter ALL = new QuestionFilter("", Set.of(), Set.of(), Sort.NUMBER);

	/** Creates a filter for all audiences. */
	public QuestionFilter(String words, Set<Difficulty> difficulties, Set<String> topics, Sort sort) {
		this(words, difficulties, topics, Set.of(), sort);
	}

	boolean isByNumber() {
		return this.sort == Sort.NUMBER || (this.sort == Sort.RELEVANCE && this.words.isBlank());
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

	/** The sort orders of a list of questions. */
	public enum Sort {

		/** By score, descending; by number if there is no search. */
		RELEVANCE,

		/** By number, ascending. */
		NUMBER,

		/** By time of creation, descending. */
		NEWEST,

		/** From easy to hard. */
		DIFFICULTY;

		/** Returns the name in addresses. */
		public String slug() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
