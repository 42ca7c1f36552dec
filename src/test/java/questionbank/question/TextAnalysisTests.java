package questionbank.question;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
class TextAnalysisTests {

	@Autowired
	private TextAnalysis wording;

	@ParameterizedTest
	@CsvSource({ "Why caching naïve clients?, Why cach\u00ading nai\u0308ve client?", "What is TLS 1.3?, TLS-1.3",
			"Is ｆｕｌｌ C# fast?, is C# fast full", "Design of order_id, order id design" })
	void givesTheSameStemsHoweverATextIsEncoded(String one, String other) {
		assertThat(this.wording.stems(one)).containsExactlyInAnyOrderElementsOf(this.wording.stems(other));
	}

	@Test
	void keepsStopWordsOnlyWhereNothingElseIsLeft() {
		assertThat(this.wording.stems("How do you test it?")).containsExactly("test");
		assertThat(this.wording.stems("to be or not")).containsExactly("to", "be", "or", "not");
	}

	@Test
	void givesEachWordOfAPhraseTheSynonymsOfThePhrase() {
		var mq = this.wording.read("the MQ").get(0);
		var phrase = this.wording.read("a message queue");
		assertThat(phrase).hasSize(2).allMatch(mq::isLike);
		assertThat(phrase.get(0).isLike(phrase.get(1))).isTrue();
		assertThat(this.wording.read("the queue").get(0).isLike(mq)).isFalse();
	}

	@Test
	void saysWhereAWordStands() {
		var words = this.wording.read("Use inte\u00adgration of Node.js");
		assertThat(words).extracting(TextAnalysis.Word::text).containsExactly("Use", "inte\u00adgration", "Node", "js");
		assertThat(words).extracting(TextAnalysis.Word::start).containsExactly(0, 4, 20, 25);
		assertThat(words).extracting(TextAnalysis.Word::position).containsExactly(0, 1, 3, 4);
	}

}
