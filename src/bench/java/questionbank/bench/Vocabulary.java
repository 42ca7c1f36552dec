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
 * The words that a bank is written in: those of the ten real questions, most frequent
 * first, then compounds of them. The n-th word is drawn n times as rarely as the first,
 * as in real text (Zipf's law).
 */
final class Vocabulary {

	private static final int SIZE = 4_000;

	/** The most frequent words carry no meaning; nobody searches for them. */
	private static final int FILLERS = 60;

	private static final int SHORTEST = 4;

	private final List<String> words;

	private final double[] cumulated;

	private final List<String> telling;

	private Vocabulary(List<String> words) {
		this.words = List.copyOf(words);
		this.cumulated = new double[words.size()];
		var sum = 0d;
		for (int i = 0; i < words.size(); i++) {
			sum += 1d / (i + 1);
			this.cumulated[i] = sum;
		}
		this.telling = telling(words);
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
		var parts = telling(new ArrayList<>(words));
		while (words.size() < SIZE) {
			words.add(parts.get(random.nextInt(parts.size())) + parts.get(random.nextInt(parts.size())));
		}
		return new Vocabulary(new ArrayList<>(words));
	}

	private static List<String> telling(List<String> words) {
		return words.stream().skip(FILLERS).filter((word) -> word.length() >= SHORTEST).toList();
	}

	String word(RandomGenerator random) {
		var drawn = random.nextDouble() * this.cumulated[this.cumulated.length - 1];
		var found = Arrays.binarySearch(this.cumulated, drawn);
		return this.words.get((found < 0) ? -found - 1 : found);
	}

	/** A word that somebody might search for. */
	String tellingWord(RandomGenerator random) {
		// The product of two draws prefers the frequent ones, as people do.
		return this.telling.get((int) (this.telling.size() * random.nextDouble() * random.nextDouble()));
	}

	/** A line of words with a capital at its head. */
	String line(RandomGenerator random, int fewest, int most) {
		var line = new StringBuilder();
		var length = random.nextInt(fewest, most + 1);
		for (int i = 0; i < length; i++) {
			line.append((i > 0) ? " " : "").append(word(random));
		}
		line.setCharAt(0, Character.toUpperCase(line.charAt(0)));
		return line.toString();
	}

}
