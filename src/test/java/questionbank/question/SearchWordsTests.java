package questionbank.question;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SearchWordsTests {

	@Test
	void tellsPhrasesFromWords() {
		var words = SearchWords.of("one \"two three\" four “five six”");
		assertThat(words.phrases()).containsExactly("two three", "five six");
		assertThat(words.words()).containsExactly("one", "four");
	}

	@Test
	void takesAQuoteThatNeverEndsForNoQuote() {
		assertThat(SearchWords.of("\"two three").words()).containsExactly("two", "three");
		assertThat(SearchWords.of("\"two three").phrases()).isEmpty();
	}

	@Test
	void leavesOutFillersUnlessTheyAreAll() {
		assertThat(SearchWords.of("the end of the day").words()).containsExactly("end", "day");
		assertThat(SearchWords.of("of the").words()).containsExactly("of", "the");
		assertThat(SearchWords.of("the \"of the\"").words()).isEmpty();
	}

	@Test
	void keepsApostrophesWithinWords() {
		assertThat(SearchWords.of("don’t 'quote' them").words()).containsExactly("don't", "quote", "them");
	}

	@Test
	void findsNoWordsInPunctuation() {
		assertThat(SearchWords.of("?! \"\" \"--\" …").isEmpty()).isTrue();
	}

	@Test
	void takesNoMoreThanSixteen() {
		assertThat(SearchWords.of("word ".repeat(1000)).words()).hasSize(16);
		assertThat(SearchWords.of("\"a phrase\" ".repeat(1000)).phrases()).hasSize(16);
	}

	@Test
	void forgivesTyposFromFiveLettersOn() {
		assertThat(SearchWords.of("four").forgivesAny()).isFalse();
		assertThat(SearchWords.of("four fives").forgivesAny()).isTrue();
	}

	@Test
	void foldsAsTheIndexDoes() {
		assertThat(SearchWords.folded("façade")).isEqualTo("facade");
		assertThat(SearchWords.folded("smørrebrød")).isEqualTo("smorrebrod");
		assertThat(SearchWords.folded("straße")).isEqualTo("strasse");
		assertThat(SearchWords.folded("customer's")).isEqualTo("customer");
	}

	@Test
	void readsALongChainOfApostrophes() {
		assertThat(SearchWords.of("a'".repeat(5_000)).words()).hasSize(1);
	}

	@Test
	void leavesOutWhatQuestionsBeginWith() {
		assertThat(SearchWords.of("How would you secure an API?").words()).containsExactly("secure", "api");
	}

	@Test
	void boundsWhatOneSearchCanAskFor() {
		assertThat(SearchWords.of("集".repeat(200)).words()).hasSize(16);
		var words = SearchWords.of("alpha bravo gamma delta omega");
		assertThat(words.forgives(3)).isTrue();
		assertThat(words.forgives(4)).isFalse();
	}

}
