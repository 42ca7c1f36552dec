package questionbank.desk;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import questionbank.question.QuestionDesk;
import questionbank.textanalysis.TextAnalysis;

/**
 * Compares typed topics with those of the bank: reports new ones, with the closest
 * spelling that exists.
 */
@Component
class TopicHints {

	private static final int MAX_KNOWN = 500;

	private final QuestionDesk desk;

	TopicHints(QuestionDesk desk) {
		this.desk = desk;
	}

	/** Returns the most frequent topics in alphabetical order, as pages spell them. */
	List<String> known() {
		return this.desk.topics().keySet().stream().limit(MAX_KNOWN).map(TopicHints::spelled).sorted().toList();
	}

	/**
	 * Returns a sentence or two for each topic that no question has, such as "New topic:
	 * api. Did you mean apis?"; empty if there is none.
	 */
	String describe(Collection<String> topics) {
		var known = this.desk.topics().keySet();
		return topics.stream()
			.filter((topic) -> !known.contains(topic))
			.map((topic) -> "New topic: " + spelled(topic) + "."
					+ TextAnalysis.closestSlug(topic, known)
						.map((other) -> " Did you mean " + spelled(other) + "?")
						.orElse(""))
			.collect(Collectors.joining(" "));
	}

	private static String spelled(String topic) {
		return topic.replace('-', ' ');
	}

}
