package questionbank.question;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TopicSlugTests {

	@ParameterizedTest
	@CsvSource({ "Data  quality, data-quality", "data_quality, data-quality", "Qualit\u00e9, qualite",
			"Qualite\u0301, qualite", "data\u00adbase, database", "se\u200bcurity, security", "ﬁles, files",
			"ｓｅｃｕｒｉｔｙ, security", "Straße, strasse", "data\u2011quality, data-quality",
			"data\u00a0quality, data-quality" })
	void foldsWhatIsTyped(String typed, String slug) {
		assertThat(TopicSlug.of(typed)).isEqualTo(slug);
		assertThat(QuestionDraft.isTopic(slug)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "c#", "データ", "a/b", "--", "\u200b" })
	void makesNoTopicOfOtherText(String typed) {
		assertThat(QuestionDraft.isTopic(TopicSlug.of(typed))).isFalse();
	}

}
