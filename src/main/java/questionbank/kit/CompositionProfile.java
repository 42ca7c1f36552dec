package questionbank.kit;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

import questionbank.question.Difficulty;

/**
 * What kits are composed for: the constraints that each form meets.
 *
 * @param minutes the length of the time slot
 * @param easy the number of easy questions per form
 * @param medium the number of medium questions per form
 * @param hard the number of hard questions per form
 * @param topics the slugs of the topics that each form covers, at most
 * {@value #MAX_TOPICS}
 * @param forms the number of equivalent forms
 */
record CompositionProfile(int minutes, int easy, int medium, int hard, Set<String> topics, int forms) {

	static final int MAX_TOPICS = 8;

	CompositionProfile {
		if (topics.size() > MAX_TOPICS) {
			throw new IllegalArgumentException("More than " + MAX_TOPICS + " topics");
		}
		topics = Collections.unmodifiableSet(new TreeSet<>(topics));
	}

	/** Returns the number of questions of a difficulty per form. */
	int count(Difficulty difficulty) {
		return switch (difficulty) {
			case EASY -> this.easy;
			case MEDIUM -> this.medium;
			case HARD -> this.hard;
		};
	}

	/** Returns the number of questions per form. */
	int questions() {
		return this.easy + this.medium + this.hard;
	}

	/**
	 * Returns how many of the topics a missing question may have: one, unless a form has
	 * fewer questions than there are topics.
	 */
	int topicsPerQuestion() {
		return Math.max(1, (this.topics.size() + questions() - 1) / Math.max(1, questions()));
	}

}
