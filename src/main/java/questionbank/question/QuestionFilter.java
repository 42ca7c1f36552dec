package questionbank.question;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * The filter and sort order of a list. A question matches if it matches every part; of
 * difficulties, topics and audiences, it needs one.
 *
 * @param words the search query, as typed; empty for none
 * @param difficulties empty for all
 * @param topics slugs; empty for all
 * @param audiences empty for all
 * @param subsets the sets of questions that the list is restricted to; empty for all
 * @param sort the sort order
 */
public record QuestionFilter(String words, Set<Difficulty> difficulties, Set<String> topics, Set<Audience> audiences,
		List<Subset> subsets, Sort sort) {

	/** All questions, by number. */
	public static final QuestionFilter ALL = new QuestionFilter("", Set.of(), Set.of(), Sort.NUMBER);

	/** Creates a filter for all audiences. */
	public QuestionFilter(String words, Set<Difficulty> difficulties, Set<String> topics, Sort sort) {
		this(words, difficulties, topics, Set.of(), sort);
	}

	/** Creates a filter without subsets. */
	public QuestionFilter(String words, Set<Difficulty> difficulties, Set<String> topics, Set<Audience> audiences,
			Sort sort) {
		this(words, difficulties, topics, audiences, List.of(), sort);
	}

	/** Returns the filter, restricted to subsets. */
	QuestionFilter within(List<Subset> subsets) {
		return new QuestionFilter(this.words, this.difficulties, this.topics, this.audiences, subsets, this.sort);
	}

	boolean isByNumber() {
		return this.sort == Sort.NUMBER || (this.sort == Sort.RELEVANCE && this.words.isBlank());
	}

	QuestionFilter withoutDifficulties() {
		return new QuestionFilter(this.words, Set.of(), this.topics, this.audiences, this.subsets, this.sort);
	}

	QuestionFilter withoutTopics() {
		return new QuestionFilter(this.words, this.difficulties, Set.of(), this.audiences, this.subsets, this.sort);
	}

	QuestionFilter withoutAudiences() {
		return new QuestionFilter(this.words, this.difficulties, this.topics, Set.of(), this.subsets, this.sort);
	}

	/**
	 * A set of questions by id.
	 *
	 * @param ids at most {@link #MAX_IDS}
	 * @param excluded whether the questions are left out of a list, instead of the others
	 */
	public record Subset(Set<Long> ids, boolean excluded) {

		/** The maximum number of ids, which bounds the size of the search predicate. */
		public static final int MAX_IDS = 10_000;

		/** Creates the subset of some questions. */
		public static Subset of(Collection<Long> ids) {
			return new Subset(Set.copyOf(ids), false);
		}

		/** Creates the subset of all other questions. */
		public static Subset without(Collection<Long> ids) {
			return new Subset(Set.copyOf(ids), true);
		}

	}

	/**
	 * A query parameter that restricts lists to questions of the learner who sends the
	 * current request, contributed as a bean by the room that stores them.
	 *
	 * @param parameter its name, one of {@code starred} and {@code practised}
	 * @param find finds the questions of the current learner for a valid value
	 */
	public record PersonalFilter(String parameter, Function<String, Subset> find) {
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
