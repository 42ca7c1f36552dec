package questionbank.textanalysis;

import java.util.Set;

import org.apache.lucene.analysis.en.EnglishAnalyzer;

/** The stop words of questions and search queries. */
final class StopWords {

	/**
	 * The frequent words of questions, in addition to Lucene's English stop words.
	 */
	private static final Set<String> QUESTION_WORDS = Set.of("about", "am", "best", "can", "could", "did", "do", "does",
			"from", "has", "have", "how", "i", "me", "my", "our", "should", "tell", "us", "way", "we", "what", "when",
			"where", "which", "who", "why", "would", "you", "your");

	/** The stop words that begin compounds, such as {@code on-call}. */
	private static final Set<String> PARTICLES = Set.of("at", "by", "for", "in", "no", "not", "on", "to");

	private StopWords() {
	}

	/** Tells whether a word, as it is indexed, is a stop word. */
	static boolean contains(String word) {
		return EnglishAnalyzer.getDefaultStopSet().contains(word) || QUESTION_WORDS.contains(word);
	}

	/**
	 * Tells whether a word before another can be the beginning of a compound: that of "a
	 * way" is not, as it is not "away".
	 */
	static boolean canBeginCompound(String word) {
		return !contains(word) || PARTICLES.contains(word);
	}

}
