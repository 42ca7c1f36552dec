package questionbank.web;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UnicodeTextTests {

	/** Characters that normalization, folding and stripping treat differently. */
	private static final List<String> PARTS = List.of("a", "A", "é", "e\u0301", "ß", "İ", "Σ", "ﬁ", "Ａ", "½", "가", "각",
			" ", "\u00a0", "\u3000", "\t", "\n", "\u00ad", "\u200b", "\u200d", "\u200e", "\u2060", "\ufeff", "\ufe0f",
			"\u0323", "\u0307", "\u05d0", "\u05b8", "👩‍💻", "❤️", "\u3164", "\u2800", "\u034f", "1\ufe0f\u20e3");

	@Test
	void normalizationAndFoldingAreIdempotent() {
		assertThat(texts()).allSatisfy((text) -> {
			var normal = UnicodeText.normalize(text);
			assertThat(UnicodeText.normalize(normal)).isEqualTo(normal);
			var folded = UnicodeText.foldCase(text);
			assertThat(UnicodeText.foldCase(folded)).isEqualTo(folded).isEqualTo(UnicodeText.foldCase(normal));
		});
	}

	@Test
	void stripsBothEndsOnly() {
		assertThat(texts()).allSatisfy((text) -> {
			var stripped = UnicodeText.strip(text);
			assertThat(text).contains(stripped);
			assertThat(UnicodeText.strip(stripped)).isEqualTo(stripped);
			assertThat(UnicodeText.strip("\ufeff\u00a0 " + text + "\u200b\u3000\n")).isEqualTo(stripped);
			assertThat(UnicodeText.hasVisible(stripped)).isEqualTo(UnicodeText.hasVisible(text));
		});
	}

	@Test
	void foldingIgnoresIgnorableCharacters() {
		assertThat(texts()).allSatisfy((text) -> {
			var plain = UnicodeText.withoutIgnorables(text);
			assertThat(UnicodeText.foldCase(plain)).isEqualTo(UnicodeText.foldCase(text));
			assertThat(UnicodeText.withoutIgnorables(plain)).isEqualTo(plain);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t\n", "\u00a0\u3000\u2003", "\u200b", "\ufeff\u2060", "\u00ad", "\u202e",
			"\u3164", "\u115f\u1160", "\u17b4", "\u2800", "\ud834\udd59", "\ufffc", "\ue000", "\udbc0\udc00", "\u0301",
			"\ufe0f", "\u20e3", "\udb40\udc41", "\u0000", "\ufffd\ufffd", "\u0378\u0379", "\uffff", "\ud83f\udffd" })
	void textWithoutDrawnCharactersIsInvisible(String text) {
		assertThat(UnicodeText.hasVisible(text)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "\u200bx", "?", "…", "あ", "שָׁלוֹם", "👩‍💻", "❤️", "½", "—" })
	void textWithADrawnCharacterIsVisible(String text) {
		assertThat(UnicodeText.hasVisible(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\u0000", "\u001b[31m", "\u007f", "\u0085", "a\u202eb", "a\u2066b", "\uffff", "\ufffe",
			"\ufdd0", "\ud83f\udfff", "\ud83d", "\ude00a" })
	void controlsOverridesAndNoncharactersAreUnreadable(String text) {
		assertThat(UnicodeText.isReadable(text)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "two\r\n\tlines", "می\u200cخواهم", "שלום\u200f!", "👩‍💻", "so\u00adft", "🏴󠁧󠁢󠁥󠁮󠁧󠁿" })
	void charactersOfLanguagesAndEmojiAreReadable(String text) {
		assertThat(UnicodeText.isReadable(text)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "8, '', false", "9, '', true", "9, \u200d, true", "9, \u200b, true", "9, x, false" })
	void countsMarksOfACharacterAcrossIgnorableCharacters(int marks, String between, boolean stacked) {
		assertThat(UnicodeText.hasStackedMarks("e" + ("\u0301" + between).repeat(marks))).isEqualTo(stacked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Việt Nam", "הַמֶּ֥לֶךְ", "བཀྲ་ཤིས་བདེ་ལེགས", "ཧཱུྃ", "พี่", "लक्ष्मी", "1️⃣", "é̂" })
	void allowsTheMarksOfRealLanguages(String text) {
		assertThat(UnicodeText.hasStackedMarks(text)).isFalse();
		assertThat(UnicodeText.hasStackedMarks(UnicodeText.normalize(text))).isFalse();
	}

	/** Returns random texts of up to eight parts, from a fixed seed. */
	private static Stream<String> texts() {
		var random = new Random(12);
		return IntStream.range(0, 5_000)
			.mapToObj((number) -> IntStream.range(0, random.nextInt(9))
				.mapToObj((at) -> PARTS.get(random.nextInt(PARTS.size())))
				.collect(Collectors.joining()));
	}

}
