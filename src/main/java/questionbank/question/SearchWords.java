package questionbank.question;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.apache.lucene.analysis.en.EnglishAnalyzer;

/**
 * What was typed into the search field, taken apart: words, and phrases in quotation
 * marks. Nothing else means anything, so that a search can hold any text.
 *
 * @param phrases wanted word for word, in any order among themselves
 * @param words all wanted, anywhere
 */
record SearchWords(List<String> phrases, List<String> words) {

	/** More words than this are never needed, and each costs. */
	private static final int MOST = 16;

	/** A shorter word with a letter changed is another word. */
	private static final int SHORTEST_WITH_TYPO = 5;

	private static final Pattern PARTS = Pattern
		.compile("[\"“”]([^\"“”]*)[\"“”]|[\\p{L}\\p{N}]+(?:['’][\\p{L}\\p{N}]+)*");

	static SearchWords of(String typed) {
		var phrases = new ArrayList<String>();
		var words = new ArrayList<String>();
		var parts = PARTS.matcher(typed);
		while (parts.find() && phrases.size() + words.size() < MOST) {
			var phrase = parts.group(1);
			if (phrase == null) {
				words.add(parts.group().toLowerCase(Locale.ROOT).replace('’', '\''));
			}
			else if (phrase.codePoints().anyMatch(Character::isLetterOrDigit)) {
				phrases.add(phrase);
			}
		}
		return new SearchWords(List.copyOf(phrases), withoutFillers(words, phrases.isEmpty()));
	}

	/** "The", "of" and the like count only where nothing else is searched for. */
	private static List<String> withoutFillers(List<String> words, boolean alone) {
		var telling = words.stream().filter((word) -> !EnglishAnalyzer.getDefaultStopSet().contains(word)).toList();
		return (telling.isEmpty() && alone) ? List.copyOf(words) : telling;
	}

	boolean isEmpty() {
		return this.phrases.isEmpty() && this.words.isEmpty();
	}

	/** The word that is perhaps still being typed. */
	boolean isLast(int index) {
		return index == this.words.size() - 1;
	}

	/** Whether a word is long enough to forgive a typo in it. */
	static boolean forgives(String word) {
		return word.length() >= SHORTEST_WITH_TYPO;
	}

	boolean forgivesAny() {
		return this.words.stream().anyMatch(SearchWords::forgives);
	}

	/** A word as the index has it: without accents. */
	static String folded(String word) {
		return Normalizer.normalize(word, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
	}

}
