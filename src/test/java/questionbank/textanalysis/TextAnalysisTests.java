package questionbank.textanalysis;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextAnalysisTests {

	@ParameterizedTest
	@CsvSource({ "Why caching naïve clients?, Why cach\u00ading nai\u0308ve client?", "What is TLS 1.3?, TLS-1.3",
			"Is ｆｕｌｌ C# fast?, is C# fast full", "Design of order_id, order id design" })
	void returnsTheSameStemsForEveryEncodingOfAText(String one, String other) {
		assertThat(TextAnalysis.stems(one)).containsExactlyInAnyOrderElementsOf(TextAnalysis.stems(other));
	}

	@Test
	void keepsStopWordsOnlyIfThereAreNoOtherWords() {
		assertThat(TextAnalysis.stems("How do you test it?")).containsExactly("test");
		assertThat(TextAnalysis.stems("to be or not")).containsExactly("to", "be", "or", "not");
	}

	@Test
	void givesEachWordOfAPhraseTheSynonymsOfThePhrase() {
		var mq = TextAnalysis.words("the MQ").get(0);
		var phrase = TextAnalysis.words("a message queue");
		assertThat(phrase).hasSize(2).allMatch(mq::isLike);
		assertThat(phrase.get(0).isLike(phrase.get(1))).isTrue();
		assertThat(TextAnalysis.words("the queue").get(0).isLike(mq)).isFalse();
	}

	@Test
	void returnsPositionsAndOffsets() {
		var words = TextAnalysis.words("Use inte\u00adgration of Node.js");
		assertThat(words).extracting(TextAnalysis.Word::text).containsExactly("Use", "inte\u00adgration", "Node", "js");
		assertThat(words).extracting(TextAnalysis.Word::start).containsExactly(0, 4, 20, 25);
		assertThat(words).extracting(TextAnalysis.Word::position).containsExactly(0, 1, 3, 4);
	}

	@ParameterizedTest
	@CsvSource({ "Data  quality, data-quality", "data_quality, data-quality", "Qualit\u00e9, qualite",
			"Qualite\u0301, qualite", "data\u00adbase, database", "se\u200bcurity, security", "ﬁles, files",
			"ｓｅｃｕｒｉｔｙ, security", "Straße, strasse", "data\u2011quality, data-quality",
			"data\u00a0quality, data-quality" })
	void foldsATextToASlug(String typed, String slug) {
		assertThat(TextAnalysis.slug(typed)).isEqualTo(slug);
	}

}
