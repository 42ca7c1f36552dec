package questionbank.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

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

	/** Each typo that is forgiven stands for dozens of words; Lucene bounds their sum. */
	private static final int MOST_FORGIVEN = 4;

	/** A shorter word with a letter changed is another word. */
	static final int SHORTEST_WITH_TYPO = 5;

	/** A word of a script that sets words apart; the others are taken sign by sign. */
	private static final String LETTERS = "[\\p{L}\\p{M}\\p{N}&&[^\\p{IsIdeographic}\\p{IsHiragana}\\p{IsKatakana}]]+";

	/** What questions begin with, and tell nothing of what they ask for. */
	private static final Set<String> ASKING = Set.of("about", "am", "best", "can", "could", "did", "do", "does", "from",
			"has", "have", "how", "i", "me", "my", "our", "should", "tell", "us", "way", "we", "what", "what's", "when",
			"where", "which", "who", "why", "would", "you", "your");

	private static final Pattern PARTS = Pattern
		.compile("[\"“”]([^\"“”]*)[\"“”]|[\\p{IsIdeographic}\\p{IsHiragana}\\p{IsKatakana}]|" + LETTERS + "(?:['’]"
				+ LETTERS + ")*+");

	private static final Pattern POSSESSIVE = Pattern.compile("['’]s$");

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

	/** "The", "how" and the like count only where nothing else is searched for. */
	private static List<String> withoutFillers(List<String> words, boolean alone) {
		var telling = words.stream().filter(Predicate.not(SearchWords::isFiller)).toList();
		return (telling.isEmpty() && alone) ? List.copyOf(words) : telling;
	}

	static boolean isFiller(String word) {
		return EnglishAnalyzer.getDefaultStopSet().contains(word) || ASKING.contains(word);
	}

	boolean isEmpty() {
		return this.phrases.isEmpty() && this.words.isEmpty();
	}

	/** The word that is perhaps still being typed. */
	boolean isLast(int index) {
		return index == this.words.size() - 1;
	}

	/** Whether a typo is forgiven in the word. */
	boolean forgives(int index) {
		return index < MOST_FORGIVEN && this.words.get(index).length() >= SHORTEST_WITH_TYPO;
	}

	boolean forgivesAny() {
		return IntStream.range(0, this.words.size()).anyMatch(this::forgives);
	}

	/** A word as the index has it: without accents, and without an “'s” at its end. */
	static String folded(String word) {
		// One letter may become four, as ⒄ becomes (17).
		var folded = new char[4 * word.length()];
		var length = ASCIIFoldingFilter.foldToASCII(word.toCharArray(), 0, folded, 0, word.length());
		return POSSESSIVE.matcher(new String(folded, 0, length)).replaceFirst("");
	}

}
