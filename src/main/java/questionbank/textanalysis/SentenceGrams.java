package questionbank.textanalysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import questionbank.web.UnicodeText;

/**
 * The character 4-grams of the sentences of a text, as an inverted index. Inflections,
 * compounds and misspelt words share most of their grams. Text is normalized by NFKC with
 * case folding; a run of characters other than letters and digits is one space.
 */
final class SentenceGrams {

	private static final int LENGTH = 4;

	/**
	 * Matches the end of a sentence. Not UAX #29, which has no boundary before lower
	 * case: typed answers often begin sentences in lower case.
	 */
	private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?;:])\\s+|\\n+");

	private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

	/** The indexes of the sentences with a gram. */
	private final Map<String, List<Integer>> sentences = new HashMap<>();

	/** The number of distinct grams of each sentence. */
	private final List<Integer> sizes = new ArrayList<>();

	private SentenceGrams() {
	}

	/** Indexes a text; a line break, a colon and a semicolon end a sentence as well. */
	static SentenceGrams of(String text) {
		var index = new SentenceGrams();
		for (var sentence : SENTENCE_END.split(text)) {
			var grams = grams(sentence);
			grams.forEach((gram) -> index.sentences.computeIfAbsent(gram, (absent) -> new ArrayList<>())
				.add(index.sizes.size()));
			index.sizes.add(grams.size());
		}
		return index;
	}

	private static Set<String> grams(String text) {
		var padded = SEPARATORS.matcher(' ' + UnicodeText.foldCase(text) + ' ').replaceAll(" ");
		var grams = new HashSet<String>();
		for (int i = 0; i + LENGTH <= padded.length(); i++) {
			grams.add(padded.substring(i, i + LENGTH));
		}
		return grams;
	}

	/**
	 * Computes the similarity of a key point to its most similar sentence.
	 * @return the Sørensen–Dice coefficient of the sets of grams,
	 * {@code 2 |A ∩ B| / (|A| + |B|)}, from 0 to 1
	 */
	double similarity(String point) {
		var grams = grams(point);
		var common = new int[this.sizes.size()];
		grams.forEach((gram) -> this.sentences.getOrDefault(gram, List.of()).forEach((sentence) -> common[sentence]++));
		var best = 0.0;
		for (int i = 0; i < common.length; i++) {
			best = (common[i] > 0) ? Math.max(best, 2.0 * common[i] / (grams.size() + this.sizes.get(i))) : best;
		}
		return best;
	}

}
