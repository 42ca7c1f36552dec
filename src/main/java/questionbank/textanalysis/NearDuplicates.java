package questionbank.textanalysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import questionbank.textanalysis.TextAnalysis.Pair;

/**
 * Finds near-duplicate texts by the Jaccard index of their words. Only texts that share
 * one of their rarest words are compared; enough of these words are indexed that no pair
 * is missed: the prefix filter of Bayardo, Ma and Srikant, "Scaling up all pairs
 * similarity search", WWW 2007. Of these, texts that have too few words after the shared
 * one are left out: the positional filter of Xiao et al., "Efficient similarity joins for
 * near duplicate detection", WWW 2008.
 */
final class NearDuplicates {

	/**
	 * The number of texts to which {@link #closest} compares one, with rare words first.
	 */
	private static final int MAX_COMPARED = 200;

	private final double threshold;

	private final Map<String, List<Posting>> byRareWord = new HashMap<>();

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
		var rarestFirst = rarestFirst(texts.values().stream());
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

	private static Comparator<String> rarestFirst(Stream<List<String>> texts) {
		var frequencies = new HashMap<String, Integer>();
		texts.forEach((words) -> new HashSet<>(words).forEach((word) -> frequencies.merge(word, 1, Integer::sum)));
		return Comparator.<String>comparingInt((word) -> frequencies.getOrDefault(word, 0))
			.thenComparing(Comparator.naturalOrder());
	}

	/**
	 * Finds for each added text the most similar of the known ones and of those before
	 * it. A text with the same words is found without a comparison.
	 * @return the number of the similar text, by the number of the added one
	 */
	static Map<Long, Long> closest(Map<Long, List<String>> known, Map<Long, List<String>> added, double threshold) {
		var rarestFirst = rarestFirst(Stream.concat(known.values().stream(), added.values().stream()));
		var texts = new NearDuplicates(threshold);
		var same = new HashMap<List<String>, Long>();
		known.forEach((id, words) -> {
			var text = new Text(id, words.stream().distinct().sorted(rarestFirst).toList());
			if (same.putIfAbsent(text.words(), id) == null) {
				texts.index(text);
			}
		});
		var closest = new LinkedHashMap<Long, Long>();
		added.forEach((id, words) -> {
			var text = new Text(id, words.stream().distinct().sorted(rarestFirst).toList());
			var equal = text.words().isEmpty() ? null : same.putIfAbsent(text.words(), id);
			if (equal != null) {
				closest.put(id, equal);
				return;
			}
			texts.mostSimilar(text).ifPresent((pair) -> closest.put(id, pair.one()));
			texts.index(text);
		});
		return closest;
	}

	private Optional<Pair> mostSimilar(Text text) {
		var words = Set.copyOf(text.words());
		return candidates(text).limit(MAX_COMPARED)
			.map((candidate) -> new Pair(candidate.id(), text.id(), candidate.similarity(words)))
			.filter((pair) -> pair.similarity() >= this.threshold)
			.max(Comparator.comparingDouble(Pair::similarity));
	}

	/** Finds the indexed texts that can be similar, those with a rare word first. */
	private Stream<Text> candidates(Text text) {
		return IntStream.range(0, prefix(text))
			.mapToObj((position) -> new Posting(text, position))
			.flatMap((own) -> this.byRareWord.getOrDefault(own.word(), List.of())
				.stream()
				.filter((posting) -> posting.canReach(this.threshold, own)))
			.map(Posting::text)
			.distinct();
	}

	private void index(Text text) {
		for (int i = 0; i < prefix(text); i++) {
			this.byRareWord.computeIfAbsent(text.words().get(i), (absent) -> new ArrayList<>())
				.add(new Posting(text, i));
		}
	}

	/** Returns how many of the rarest words two similar texts have one in common of. */
	private int prefix(Text text) {
		var size = text.words().size();
		return Math.min(size, size - (int) Math.ceil(this.threshold * size) + 1);
	}

	private List<Pair> add(Text text) {
		var words = Set.copyOf(text.words());
		var similar = candidates(text)
			.map((candidate) -> new Pair(Math.min(candidate.id(), text.id()), Math.max(candidate.id(), text.id()),
					candidate.similarity(words)))
			.filter((pair) -> pair.similarity() >= this.threshold)
			.toList();
		index(text);
		return similar;
	}

	/** The position of a word in a text, whose words stand with the rarest first. */
	private record Posting(Text text, int position) {

		String word() {
			return this.text.words().get(this.position);
		}

		/**
		 * Tells whether two texts whose rarest common word is this one can be similar: if
		 * all words after it were common as well, these must be enough.
		 */
		boolean canReach(double threshold, Posting other) {
			var size = this.text.words().size();
			var otherSize = other.text.words().size();
			var common = Math.min(size - this.position, otherSize - other.position);
			return (double) common / (size + otherSize - common) >= threshold;
		}

	}

	private record Text(long id, List<String> words) {

		/** Computes the Jaccard index: words in both ÷ words in either. */
		double similarity(Set<String> others) {
			var common = 0;
			for (var word : this.words) {
				common += others.contains(word) ? 1 : 0;
			}
			return (double) common / (this.words.size() + others.size() - common);
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
