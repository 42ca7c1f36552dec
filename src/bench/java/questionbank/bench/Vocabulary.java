package questionbank.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Words of generated questions, drawn by Zipf's law: the words of the ten real questions,
 * most frequent first, then compounds of them.
 */
final class Vocabulary {

	private static final int SIZE = 4_000;

	/**
	 * The number of most frequent words, which have no meaning and are not searched for.
	 */
	private static final int STOP_WORDS = 60;

	private static final int MIN_LENGTH = 4;

	private final List<String> words;

	private final double[] cumulated;

	private final List<String> significant;

	private Vocabulary(List<String> words) {
		this.words = List.copyOf(words);
		this.cumulated = new double[words.size()];
		var sum = 0d;
		for (int i = 0; i < words.size(); i++) {
			sum += 1d / (i + 1);
			this.cumulated[i] = sum;
		}
		this.significant = significant(words);
	}

	static Vocabulary of(List<String> texts, RandomGenerator random) {
		var counted = texts.stream()
			.flatMap((text) -> Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z]+")))
			.filter((word) -> !word.isEmpty())
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		var words = new LinkedHashSet<>(counted.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
				.thenComparing(Map.Entry.comparingByKey()))
			.map(Map.Entry::getKey)
			.toList());
		var parts = significant(new ArrayList<>(words));
		while (words.size() < SIZE) {
			words.add(parts.get(random.nextInt(parts.size())) + parts.get(random.nextInt(parts.size())));
		}
		return new Vocabulary(new ArrayList<>(words));
	}

	private static List<String> significant(List<String> words) {
		return words.stream().skip(STOP_WORDS).filter((word) -> word.length() >= MIN_LENGTH).toList();
	}

	String word(RandomGenerator random) {
		var drawn = random.nextDouble() * this.cumulated[this.cumulated.length - 1];
		var found = Arrays.binarySearch(this.cumulated, drawn);
		return this.words.get((found < 0) ? -found - 1 : found);
	}

	/** Draws a word to search for. */
	String significantWord(RandomGenerator random) {
		// The product of two draws prefers the frequent words, as users do.
		return this.significant.get((int) (this.significant.size() * random.nextDouble() * random.nextDouble()));
	}

	/** Draws a line of words with an initial capital. */
	String line(RandomGenerator random, int min, int max) {
		var line = new StringBuilder();
		var length = random.nextInt(min, max + 1);
		for (int i = 0; i < length; i++) {
			line.append((i > 0) ? " " : "").append(word(random));
		}
		line.setCharAt(0, Character.toUpperCase(line.charAt(0)));
		return line.toString();
	}

}
