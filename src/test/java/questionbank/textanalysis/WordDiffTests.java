package questionbank.textanalysis;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordDiffTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, emptyValue = "",
			value = { "the same|the same|the same", "''|new|[+new]", "old|''|[-old]",
					"a red hat|a blue hat|a [-red][+blue] hat", "a red hat|a blue coat|a [-red hat][+blue coat]",
					"one two|one, two|one[+,] two", "it is|it was|it [-is][+was]" })
	void marksWholeWords(String before, String after, String marked) {
		var diff = WordDiff.between(before, after);
		assertThat(shown(diff)).isEqualTo(marked);
	}

	@Test
	void keepsEveryCharacterOfBothTexts() {
		var before = "First line\n\n* a point\n* another  one\n\n“Quoted”, and 100 % of it.";
		var after = "First line\n* a point\n* quite another one\n\n“Quoted” – and 99 % of it!\n";
		var diff = WordDiff.between(before, after);
		assertThat(joined(diff, WordDiff.Change.ADDED)).isEqualTo(before);
		assertThat(joined(diff, WordDiff.Change.REMOVED)).isEqualTo(after);
	}

	@Test
	void comparesTheLongestAnswersWithNothingInCommon() {
		var diff = WordDiff.between("a ".repeat(10_000), "b\n".repeat(10_000));
		assertThat(joined(diff, WordDiff.Change.ADDED)).isEqualTo("a ".repeat(10_000));
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "\n" })
	void showsOneTextAfterTheOtherIfTheyHaveLittleInCommon(String between) {
		var before = words(1, between);
		var after = words(2, between);
		assertThat(WordDiff.between(before, after).parts()).containsExactly(
				new WordDiff.Part(WordDiff.Change.REMOVED, before), new WordDiff.Part(WordDiff.Change.ADDED, after));
	}

	@Test
	void marksAWordBesideARewrittenParagraph() {
		var first = "I would retry with a limit.\n\n* Then:\n";
		var last = "\nAnd I would tell them why.";
		var before = words(1, " ") + "\n";
		var after = words(2, " ") + "\n";
		var diff = WordDiff.between(first + before + last, first.replace("limit", "budget") + after + last);
		assertThat(shown(diff)).startsWith("I would retry with a [-limit][+budget].\n\n* Then:\n")
			.contains("[-" + before + "][+" + after + "]")
			.endsWith(last);
	}

	@Test
	void marksEachOfManyWordsInTheLongestAnswers() {
		var before = IntStream.range(0, 400).mapToObj((line) -> "line " + line + " as it was, every word of it\n");
		var text = before.collect(Collectors.joining());
		assertThat(WordDiff.between(text, text.replace("was", "is")).parts()).filteredOn(WordDiff.Part::isAdded)
			.hasSize(400)
			.allSatisfy((part) -> assertThat(part.text()).isEqualTo("is"));
	}

	/** Returns random words of two letters, as many as an answer can have. */
	private static String words(long seed, String between) {
		return new Random(seed).ints(6600, 0, 4).mapToObj((word) -> "w" + word).collect(Collectors.joining(between));
	}

	private static String shown(WordDiff diff) {
		return diff.parts().stream().map((part) -> switch (part.change()) {
			case NONE -> part.text();
			case REMOVED -> "[-" + part.text() + "]";
			case ADDED -> "[+" + part.text() + "]";
		}).collect(Collectors.joining());
	}

	private static String joined(WordDiff diff, WordDiff.Change without) {
		return diff.parts()
			.stream()
			.filter((part) -> part.change() != without)
			.map(WordDiff.Part::text)
			.collect(Collectors.joining());
	}

	@Test
	void aFoldedDifferenceKeepsTheWordsBesideItsChanges() {
		var words = "word ".repeat(100);
		var folded = WordDiff.between(words + "old " + words + "old " + words, words + "new " + words + "new " + words)
			.folded();
		var unchanged = folded.parts().stream().filter((part) -> !part.isAdded() && !part.isRemoved()).toList();
		assertThat(unchanged).hasSize(3).allSatisfy((part) -> assertThat(part.text()).hasSizeBetween(80, 200));
		assertThat(unchanged.get(0).text()).startsWith(" … word").endsWith("word ");
		assertThat(unchanged.get(1).text()).contains("word … word");
		assertThat(unchanged.get(2).text()).endsWith("word … ");
		assertThat(folded.parts().stream().filter(WordDiff.Part::isAdded).map(WordDiff.Part::text))
			.containsExactly("new", "new");
		assertThat(WordDiff.between(words, words).folded()).isEqualTo(WordDiff.between(words, words));
	}

}
