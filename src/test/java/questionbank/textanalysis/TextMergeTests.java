package questionbank.textanalysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextMergeTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "One. Two.|One more. Two.|One. Two more.|One more. Two more.",
					"One. Two.|One. And a half. Two.|One. Two. Three.|One. And a half. Two. Three.",
					"One. Two. Three.|Two. Three.|One. Two. Four.|Two. Four.", "One!|Two?|Two?|Two?",
					"One|One, two.|One, three.|", "One.|One. Two.|One. Three.|", "One. Two.|One.|One. Two, three.|",
					"'One\nTwo'|'One 1\nTwo'|'One\nTwo 2'|'One 1\nTwo 2'" })

	void mergesDifferentSentences(String base, String theirs, String mine, String merged) {
		assertThat(WordDiff.merge(base, theirs, mine).orElse(null)).isEqualTo(merged);
		assertThat(WordDiff.merge(base, mine, theirs).orElse(null)).isEqualTo(merged);
	}

	/** Edits of different sentences are always merged, with every word of both. */
	@Test
	void mergesDisjointEditsWithoutLoss() {
		for (int seed = 0; seed < 2_000; seed++) {
			var random = new Random(seed);
			var texts = IntStream.range(0, 2 + random.nextInt(8)).mapToObj((at) -> sentence(random)).toList();
			var separators = texts.stream().map((text) -> random.nextInt(4) == 0 ? "\n\n" : " ").toList();
			var theirs = new ArrayList<>(texts);
			var mine = new ArrayList<>(texts);
			for (int at = 0; at < texts.size(); at++) {
				switch (random.nextInt(3)) {
					case 0 -> theirs.set(at, edited(texts.get(at), random));
					case 1 -> mine.set(at, edited(texts.get(at), random));
					default -> {
					}
				}
			}
			var merged = WordDiff.merge(joined(texts, separators), joined(theirs, separators),
					joined(mine, separators));
			var both = IntStream.range(0, texts.size())
				.mapToObj((at) -> theirs.get(at).equals(texts.get(at)) ? mine.get(at) : theirs.get(at))
				.toList();
			assertThat(merged).as("seed %d", seed).contains(joined(both, separators));
		}
	}

	/**
	 * Whatever two edits do: if they are merged, no word that one of them wrote is lost.
	 */
	@Test
	void losesNoAddedWord() {
		for (int seed = 0; seed < 5_000; seed++) {
			var random = new Random(seed);
			var base = text(random);
			var theirs = changed(base, random);
			var mine = changed(base, random);
			var merged = WordDiff.merge(base, theirs, mine);
			if (merged.isPresent()) {
				var present = words(merged.get());
				var added = words(theirs);
				added.addAll(words(mine));
				added.removeAll(words(base));
				var kept = words(theirs);
				kept.retainAll(words(mine));
				assertThat(present).as("seed %d", seed).containsAll(added).containsAll(kept);
			}
		}
	}

	private static String text(Random random) {
		return joined(IntStream.range(0, 1 + random.nextInt(6)).mapToObj((at) -> sentence(random)).toList(),
				List.of(" ", " ", "\n", " ", " ", " "));
	}

	private static String changed(String text, Random random) {
		var parts = new ArrayList<>(Arrays.asList(text.split("(?<=[ \n])")));
		for (int change = random.nextInt(4); change > 0; change--) {
			var at = random.nextInt(parts.size());
			switch (random.nextInt(3)) {
				case 0 -> parts.set(at, word(random) + " ");
				case 1 -> parts.add(at, sentence(random) + " ");
				default -> parts.set(at, "");
			}
		}
		return String.join("", parts);
	}

	private static String edited(String sentence, Random random) {
		return switch (random.nextInt(3)) {
			case 0 -> sentence.replaceFirst(" ", " " + word(random) + " ");
			case 1 -> sentence + " " + sentence(random);
			default -> sentence(random);
		};
	}

	private static String sentence(Random random) {
		return word(random) + " " + word(random) + " " + word(random) + ".";
	}

	private static String word(Random random) {
		return Integer.toString(1_000_000 + random.nextInt(1_000_000_000), 36);
	}

	private static String joined(List<String> sentences, List<String> separators) {
		var text = new StringBuilder();
		for (int at = 0; at < sentences.size(); at++) {
			text.append(at > 0 ? separators.get(at) : "").append(sentences.get(at));
		}
		return text.toString();
	}

	private static Set<String> words(String text) {
		var words = new TreeSet<>(Arrays.asList(text.split("[ .\n]+")));
		words.remove("");
		return words;
	}

}
