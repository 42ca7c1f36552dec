package questionbank.kit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import questionbank.question.Difficulty;

/**
 * A composed kit, one of several equivalent forms, with the figures that prove their
 * balance.
 *
 * @param questions the questions from easy to hard; position by position, all forms of a
 * composition have the same difficulty and minutes
 * @param expectedMinutes the time that questions of these difficulties usually take
 */
record EquivalentForm(List<PlannedQuestion> questions, int expectedMinutes) {

	/** Returns the number of questions by difficulty. */
	Map<Difficulty, Integer> difficulties() {
		var counts = new EnumMap<Difficulty, Integer>(Difficulty.class);
		for (var difficulty : Difficulty.values()) {
			counts.put(difficulty, 0);
		}
		this.questions.forEach((planned) -> counts.merge(planned.question().difficulty(), 1, Integer::sum));
		return counts;
	}

	/** Returns the number of questions by topic, of all topics that they have. */
	SortedMap<String, Integer> topics() {
		var counts = new TreeMap<String, Integer>();
		this.questions
			.forEach((planned) -> planned.question().topics().forEach((topic) -> counts.merge(topic, 1, Integer::sum)));
		return counts;
	}

	/** Returns the planned minutes, at most those of the slot. */
	int minutes() {
		return this.questions.stream().mapToInt(PlannedQuestion::minutes).sum();
	}

	/** Returns how many of the questions were never asked. */
	int neverAsked() {
		return (int) this.questions.stream().filter((planned) -> planned.question().lastAsked() == null).count();
	}

}
