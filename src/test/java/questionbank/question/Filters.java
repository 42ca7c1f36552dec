package questionbank.question;

import java.util.Set;

import questionbank.question.QuestionFilter.Sort;

/** Creates filters with a single condition. */
final class Filters {

	private Filters() {
	}

	static QuestionFilter words(String words) {
		return new QuestionFilter(words, Set.of(), Set.of(), Sort.RELEVANCE);
	}

	static QuestionFilter difficulties(Difficulty... difficulties) {
		return new QuestionFilter("", Set.of(difficulties), Set.of(), Sort.NUMBER);
	}

	static QuestionFilter topics(String... topics) {
		return new QuestionFilter("", Set.of(), Set.of(topics), Sort.NUMBER);
	}

	static QuestionFilter sorted(Sort sort) {
		return new QuestionFilter("", Set.of(), Set.of(), sort);
	}

}
