package questionbank.desk;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import questionbank.question.QuestionDesk;

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
					+ closest(topic, known).map((other) -> " Did you mean " + spelled(other) + "?").orElse(""))
			.collect(Collectors.joining(" "));
	}

	private static Optional<String> closest(String topic, Collection<String> known) {
		return known.stream()
			.filter((other) -> isClose(bare(topic), bare(other)))
			.min(Comparator.comparingInt((other) -> distance(bare(topic), bare(other))));
	}

	/** The same but for the plural; or one typing error in four letters, two in eight. */
	private static boolean isClose(String one, String other) {
		var tolerated = Math.min(Math.min(one.length(), other.length()) / 4, 2);
		return singular(one).equals(singular(other)) || distance(one, other) <= tolerated;
	}

	private static String singular(String topic) {
		return topic.replaceFirst("ies$", "y").replaceFirst("s$", "");
	}

	/** Returns the Levenshtein distance. */
	private static int distance(String one, String other) {
		var row = new int[other.length() + 1];
		for (int j = 0; j <= other.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			var diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				var substituted = diagonal + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
			}
		}
		return row[other.length()];
	}

	private static String bare(String topic) {
		return topic.replace("-", "");
	}

	private static String spelled(String topic) {
		return topic.replace('-', ' ');
	}

}
