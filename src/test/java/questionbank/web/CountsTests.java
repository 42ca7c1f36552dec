package questionbank.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CountsTests {

	private final Counts counts = new Counts();

	@ParameterizedTest
	@CsvSource({ "0, 0 questions", "1, 1 question", "2, 2 questions", "1000, '1,000 questions'" })
	void usesTheSingularForOneOnly(long count, String text) {
		assertThat(this.counts.of(count, "question")).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({ "1, 1 reply", "2, 2 replies" })
	void usesTheGivenPlural(long count, String text) {
		assertThat(this.counts.of(count, "reply", "replies")).isEqualTo(text);
	}

}
