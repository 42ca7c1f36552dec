package questionbank.textanalysis;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeyPointWordsTests {

	@ParameterizedTest
	@CsvSource({ "38, 2", "39, 1" })
	void countsTogetherTheMatchesWithinAWindowOf40Words(int between, int together) {
		var point = TextAnalysis.words("rotate credentials");
		var rarity = point.stream().collect(Collectors.toMap((word) -> word, (word) -> 1.0));
		var answer = TextAnalysis.words("Rotate " + "something ".repeat(between) + "credentials");
		assertThat(KeyPointWords.of(point, List.of(), Map.copyOf(rarity)).bestWindow(answer).words()).hasSize(together);
	}

}
