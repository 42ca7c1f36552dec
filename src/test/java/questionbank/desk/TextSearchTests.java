package questionbank.desk;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextSearchTests {

	@ParameterizedTest
	@CsvSource({ "caf\u00e9 and cafe\u0301, caf\u00e9, x and x", "caf\u00e9 and cafe\u0301, cafe\u0301, x and x",
			"inte\u00adgra\u200btion, integration, x", "integration, inte\u00adgration, x",
			"ö integration, inte\u00adgration, ö x", "🙂 and 🙂, 🙂, x and x", "データ, ータ, デx" })
	void findsTextInAnyUnicodeEncoding(String text, String find, String replaced) {
		assertThat(TextSearch.replaceAll(text, find, "x")).isEqualTo(replaced);
	}

	@ParameterizedTest
	@CsvSource({ "é, e", "Foo, foo", "co-op é, coop", "ﬁne, fine", "don’t, don't", "a.c é, a+c" })
	void distinguishesAccentsCaseAndPunctuation(String text, String find) {
		assertThat(TextSearch.replaceAll(text, find, "x")).isEqualTo(text);
	}

	@Test
	void removesInvisibleCharacters() {
		assertThat(TextSearch.replaceAll("a\u00adb\u200bc", "\u00ad", "")).isEqualTo("ab\u200bc");
	}

	@Test
	void insertsTheReplacementLiterally() {
		assertThat(TextSearch.replaceAll("ä a", "a", "$1\\")).isEqualTo("ä $1\\");
		assertThat(TextSearch.replaceAll("", "a", "b")).isEmpty();
	}

	@Test
	void replacesAsciiLikeAPlainSearch() {
		var random = new Random(3);
		for (int i = 0; i < 20_000; i++) {
			var text = draw(random, "aab. -🙂ガé\n", 1 + random.nextInt(12));
			var find = draw(random, "ab. -", 1 + random.nextInt(2));
			assertThat(TextSearch.replaceAll(text, find, "#")).as("%s in %s", find, text)
				.isEqualTo(text.replace(find, "#"));
		}
	}

	private static String draw(Random random, String signs, int length) {
		var all = signs.codePoints().toArray();
		var text = new StringBuilder();
		random.ints(length, 0, all.length).forEach((sign) -> text.appendCodePoint(all[sign]));
		return text.toString();
	}

}
