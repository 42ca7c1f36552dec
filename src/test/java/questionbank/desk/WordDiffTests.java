package questionbank.desk;

import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordDiffTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, emptyValue = "",
			value = { "the same|the same|the same", "''|new|[+new]", "old|''|[-old]",
					"a red hat|a blue hat|a [-red][+blue] hat", "a red hat|a blue coat|a [-red hat][+blue coat]",
					"one two|one, two|one[+,] two", "it is|it was|it [-is][+was]" })
	void marksWordsAndNotLetters(String before, String after, String marked) {
		var diff = WordDiff.between(before, after);
		assertThat(shown(diff)).isEqualTo(marked);
	}

	@Test
	void keepsEveryLetterOfBothTexts() {
		var before = "First line\n\n* a point\n* another  one\n\n“Quoted”, and 100 % of it.";
		var after = "First line\n* a point\n* quite another one\n\n“Quoted” – and 99 % of it!\n";
		var diff = WordDiff.between(before, after);
		assertThat(joined(diff, WordDiff.Change.ADDED)).isEqualTo(before);
		assertThat(joined(diff, WordDiff.Change.REMOVED)).isEqualTo(after);
	}

	@Test
	void comparesTheLongestAnswersThatHaveNothingInCommon() {
		var diff = WordDiff.between("a ".repeat(10_000), "b\n".repeat(10_000));
		assertThat(joined(diff, WordDiff.Change.ADDED)).isEqualTo("a ".repeat(10_000));
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

}
