package questionbank.textanalysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

import questionbank.textanalysis.TextAnalysis.Pair;

/**
 * Finds near-duplicate texts by the Jaccard index of their words. Only texts that share
 * one of their rarest words are compared; enough of these words are indexed that no pair
 * is missed: the prefix filter of Bayardo, Ma and Srikant, "Scaling up all pairs
 * similarity search", WWW 2007.
 */
final class NearDuplicates {

	private final double threshold;

	private final Map<String, List<Text>> byRareWord = new HashMap<>();

	private NearDuplicates(double threshold) {
		this.threshold = threshold;
	}

	/**
	 * Finds the pairs, the most similar first.
	 * @param texts the words of each text, by its number
	 * @param threshold the similarity from which on two texts are a pair, above 0 and at
	 * most 1
	 * @param progress receives the number of compared texts after each text
	 */
	static List<Pair> among(Map<Long, List<String>> texts, double threshold, IntConsumer progress) {
		var frequencies = new HashMap<String, Integer>();
		texts.values()
			.forEach((words) -> new HashSet<>(words).forEach((word) -> frequencies.merge(word, 1, Integer::sum)));
		var rarestFirst = Comparator.<String>comparingInt((word) -> frequencies.getOrDefault(word, 0))
			.thenComparing(Comparator.naturalOrder());
		var found = new NearDuplicates(threshold);
		var pairs = new ArrayList<Pair>();
		var compared = 0;
		for (var entry : texts.entrySet()) {
			var words = entry.getValue().stream().distinct().sorted(rarestFirst).toList();
			pairs.addAll(found.add(new Text(entry.getKey(), words)));
			progress.accept(++compared);
		}
		pairs.sort(Comparator.comparingDouble(Pair::similarity)
			.reversed()
			.thenComparing(Pair::one)
			.thenComparing(Pair::other));
		return List.copyOf(pairs);
	}

	private List<Pair> add(Text text) {
		var prefix = text.words().size() - (int) Math.ceil(this.threshold * text.words().size()) + 1;
		var candidates = new HashSet<Text>();
		for (var word : text.words().subList(0, Math.min(prefix, text.words().size()))) {
			var sharing = this.byRareWord.computeIfAbsent(word, (absent) -> new ArrayList<>());
			candidates.addAll(sharing);
			sharing.add(text);
		}
		return candidates.stream()
			.filter((candidate) -> candidate.canReach(this.threshold, text))
			.map((candidate) -> new Pair(Math.min(candidate.id(), text.id()), Math.max(candidate.id(), text.id()),
					candidate.similarity(text)))
			.filter((pair) -> pair.similarity() >= this.threshold)
			.toList();
	}

	private record Text(long id, List<String> words) {

		/** Tells whether the lengths of two texts allow for a similarity. */
		boolean canReach(double threshold, Text other) {
			var shorter = Math.min(this.words.size(), other.words.size());
			var longer = Math.max(this.words.size(), other.words.size());
			return shorter >= threshold * longer;
		}

		/** Computes the Jaccard index: words in both ÷ words in either. */
		double similarity(Text other) {
			var common = new HashSet<>(this.words);
			common.retainAll(other.words);
			return (double) common.size() / (this.words.size() + other.words.size() - common.size());
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Text text && text.id == this.id;
		}

		@Override
		public int hashCode() {
			return Long.hashCode(this.id);
		}

	}

}
