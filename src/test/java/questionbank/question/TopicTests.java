package questionbank.question;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import questionbank.textanalysis.TextAnalysis;

import static org.assertj.core.api.Assertions.assertThat;

class TopicTests {

	@ParameterizedTest
	@ValueSource(strings = { "Data  quality", "data_quality", "Qualit\u00e9", "ｓｅｃｕｒｉｔｙ", "Straße" })
	void areSlugsOfTypedText(String typed) {
		assertThat(QuestionDraft.isTopic(TextAnalysis.slug(typed))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "c#", "データ", "a/b", "--", "\u200b" })
	void areNoSlugsOfOtherText(String typed) {
		assertThat(QuestionDraft.isTopic(TextAnalysis.slug(typed))).isFalse();
	}

}
