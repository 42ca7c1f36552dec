package questionbank.textanalysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import questionbank.textanalysis.TextAnalysis.Coverage;
import questionbank.textanalysis.TextAnalysis.Word;

/**
 * The distinct words of a key point, each with its weight. Words that share a stem or a
 * synonym are one word, in the key point and in an answer.
 */
final class KeyPointWords {

	/** The length of the window, in words, within which matched words count together. */
	private static final int WINDOW = 40;

	/** The factor for a word that the question has as well: most answers repeat it. */
	private static final double PROMPT_WEIGHT = 0.3;

	private final Map<String, Integer> byStem = new HashMap<>();

	private final List<Double> weights = new ArrayList<>();

	private KeyPointWords() {
	}

	/**
	 * Groups the words of a key point.
	 * @param prompt the words of the question
	 * @param rarity the weight of each word of the key point
	 */
	static KeyPointWords of(List<Word> point, List<Word> prompt, Map<Word, Double> rarity) {
		var words = new KeyPointWords();
		var asked = new HashSet<String>();
		prompt.forEach((word) -> asked.addAll(word.allStems()));
		for (var word : point) {
			words.add(word.stems(), rarity.getOrDefault(word, 0.0), asked);
		}
		// A synonym of a phrase stands for its first word; the others count by
		// themselves.
		point.forEach((word) -> word.phraseStems()
			.forEach((stem) -> word.stems()
				.stream()
				.findFirst()
				.map(words.byStem::get)
				.ifPresent((number) -> words.byStem.putIfAbsent(stem, number))));
		return words;
	}

	private void add(Set<String> stems, double rarity, Set<String> asked) {
		var weight = stems.stream().anyMatch(asked::contains) ? rarity * PROMPT_WEIGHT : rarity;
		var known = stems.stream().filter(this.byStem::containsKey).map(this.byStem::get).findFirst();
		int number = known.orElse(this.weights.size());
		if (known.isEmpty()) {
			this.weights.add(weight);
		}
		else {
			this.weights.set(number, Math.max(weight, this.weights.get(number)));
		}
		stems.forEach((stem) -> this.byStem.putIfAbsent(stem, number));
	}

	/** Finds the window of the answer that has the largest share of the weight. */
	Coverage bestWindow(List<Word> answer) {
		var matches = new ArrayList<Match>();
		for (var word : answer) {
			var number = match(word);
			if (number >= 0) {
				matches.add(new Match(word, number));
			}
		}
		var total = this.weights.stream().mapToDouble(Double::doubleValue).sum();
		var best = new Coverage(0, List.of(), this.weights.size());
		for (int i = 0; i < matches.size(); i++) {
			var coverage = coverage(matches.subList(i, matches.size()), total);
			best = (coverage.share() > best.share()) ? coverage : best;
		}
		return best;
	}

	/** Finds the key point's word of the greatest weight that a word matches, or -1. */
	private int match(Word word) {
		var best = -1;
		for (var stem : word.allStems()) {
			var number = this.byStem.getOrDefault(stem, -1);
			if (number >= 0 && (best < 0 || this.weights.get(number) > this.weights.get(best))) {
				best = number;
			}
		}
		return best;
	}

	/** Computes the coverage of the window that begins with the first match. */
	private Coverage coverage(List<Match> matches, double total) {
		var end = matches.get(0).word.position() + WINDOW;
		var seen = new BitSet();
		var words = new ArrayList<String>();
		var weight = 0.0;
		for (var match : matches) {
			if (match.word.position() >= end) {
				break;
			}
			if (!seen.get(match.number)) {
				seen.set(match.number);
				words.add(match.word.text());
				weight += this.weights.get(match.number);
			}
		}
		return new Coverage(weight / total, words, this.weights.size());
	}

	/** A word of the answer, and the number of the key point's word that it matches. */
	private record Match(Word word, int number) {
	}

}
