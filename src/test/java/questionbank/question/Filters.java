package questionbank.question;

import java.util.Set;

/** Creates filters with a single condition. */
final class Filters {

	private Filters() {
	}

	static QuestionFilter words(String words) {
		return new QuestionFilter(words, Set.of(), Set.of(), QuestionSort.RELEVANCE);
	}

	static QuestionFilter difficulties(Difficulty... difficulties) {
		return new QuestionFilter("", Set.of(difficulties), Set.of(), QuestionSort.NUMBER);
	}

	static QuestionFilter topics(String... topics) {
		return new QuestionFilter("", Set.of(), Set.of(topics), QuestionSort.NUMBER);
	}

	static QuestionFilter sorted(QuestionSort sort) {
		return new QuestionFilter("", Set.of(), Set.of(), sort);
	}

}
