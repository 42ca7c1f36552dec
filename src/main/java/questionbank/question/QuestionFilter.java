package questionbank.question;

import java.util.Set;

/**
 * Which questions are wanted, and in which order. Every part narrows the list; within
 * difficulties and topics any one is enough.
 *
 * @param words what to search for, as typed; empty for all
 * @param difficulties empty for all
 * @param topics slugs; empty for all
 * @param sort the order
 */
public record QuestionFilter(String words, Set<Difficulty> difficulties, Set<String> topics, QuestionSort sort) {

	/** Every question, in order of number. */
	public static final QuestionFilter ALL = new QuestionFilter("", Set.of(), Set.of(), QuestionSort.NUMBER);

	boolean isByNumber() {
		return this.sort == QuestionSort.NUMBER || (this.sort == QuestionSort.RELEVANCE && this.words.isBlank());
	}

	QuestionFilter withoutDifficulties() {
		return new QuestionFilter(this.words, Set.of(), this.topics, this.sort);
	}

	QuestionFilter withoutTopics() {
		return new QuestionFilter(this.words, this.difficulties, Set.of(), this.sort);
	}

}
