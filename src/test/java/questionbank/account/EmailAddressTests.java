package questionbank.account;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTests {

	private static final List<String> PARTS = List.of("a", "Z", "@", ".", "@", "ada", "É", "e\u0301", "ß", "ς", "İ",
			"xn--", "xn--exmple-cua", "xn--mgba3gch31f060k", "＠", "。", "\u200b", "\u200c", "\u200d", "\u00a0", "\u202e",
			"\u00ad", "\u0301", "\ufe0f", "ﬁ", "א", "5", "-", "_", " ", "\u3164", "😀", "K");

	@ParameterizedTest
	@ValueSource(strings = { "\u00a0", "\u200b", "\ufeff", "\u2060", "\u00ad", "\u200e", "\u202e", "\u3000", "\n",
			"\ufe0f" })
	void ignoresInvisibleCharacters(String invisible) {
		var isSpace = invisible.isBlank() || invisible.equals("\u00a0");
		assertThat(EmailAddress.normalize(invisible + "ada@example.org")).isEqualTo("ada@example.org");
		assertThat(EmailAddress.normalize("ada@example.org" + invisible)).isEqualTo("ada@example.org");
		assertThat(EmailAddress.normalize("a" + invisible + "da@exam" + invisible + "ple.org"))
			.satisfies((inside) -> assertThat(EmailAddress.isValid(inside)).isNotEqualTo(isSpace));
	}

	@ParameterizedTest
	@CsvSource({ "Ada@Example.ORG, ada@example.org", "ada@xn--exmple-cua.org, ada@exämple.org",
			"ada@EXÄMPLE.org, ada@exämple.org", "ada@exa\u0308mple.org, ada@exämple.org",
			"ＡＤＡ＠example。org, ada@example.org", "a\u0301da@example.org, áda@example.org",
			"ada@fa\u00df.example, ada@fa\u00df.example", "ada@xn--fa-hia.example, ada@fa\u00df.example",
			"ada@xn--mgba3gch31f060k.com, ada@نامه\u200cای.com", "ada@نامه\u200cای.com, ada@نامه\u200cای.com",
			"ada@xn--p1ai, ada@рф" })
	void normalizesCaseWidthAndPunycode(String typed, String normal) {
		assertThat(EmailAddress.normalize(typed)).isEqualTo(normal);
		assertThat(EmailAddress.isValid(normal)).isTrue();
	}

	@Test
	void isIdempotent() {
		var random = new Random(13);
		for (int number = 0; number < 20_000; number++) {
			var typed = IntStream.range(0, 1 + random.nextInt(9))
				.mapToObj((at) -> PARTS.get(random.nextInt(PARTS.size())))
				.collect(Collectors.joining());
			var normal = EmailAddress.normalize(typed);
			assertThat(EmailAddress.normalize(normal)).as(typed).isEqualTo(normal);
			assertThat(EmailAddress.normalize("\u00a0" + typed + "\u3000")).as(typed).isEqualTo(normal);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ada", "ada@", "@example.org", "a b@example.org", "a\u0007@example.org", "a@b@c.org",
			"ada@example..org", "ada@.org", "ada@example.org.", "ada@-example.org", "ada@exam_ple.org",
			"ada@exa mple.org", "ada@xn--a", "ada@[127.0.0.1]", "ada@example.org\u200d", "\u3164@example.org",
			"ada\u2800@example.org", "ada\ufffc@example.org", "ada@\u2800.org", "\"a\"@example.org", "a,b@example.org",
			"ada@\u202e", "ada@א1.example.אa" })
	void rejectsInvalidAddresses(String typed) {
		assertThat(EmailAddress.isValid(EmailAddress.normalize(typed))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ada@localhost", "ada+x@sub.example.org", "ädä@exämple.org", "o'hara@example.org",
			"用户@例子.广告", "a..b@docomo.example", "अजय@डाटा.भारत" })
	void acceptsDeliverableAddresses(String typed) {
		assertThat(EmailAddress.isValid(EmailAddress.normalize(typed))).isTrue();
	}

	@Test
	void limitsTheOctetsOfTheAsciiForm() {
		var label = "a".repeat(63);
		var domain = String.join(".", label, label, label);
		assertThat(EmailAddress.isValid("a".repeat(62) + "@" + domain)).isTrue();
		assertThat(EmailAddress.isValid("a".repeat(63) + "@" + domain)).isFalse();
		assertThat(EmailAddress.isValid("a".repeat(65) + "@example.org")).isFalse();
		assertThat(EmailAddress.isValid("ä".repeat(33) + "@example.org")).isFalse();
		assertThat(EmailAddress.isValid("a@" + "a".repeat(64) + ".org")).isFalse();
		assertThat(EmailAddress.isValid("a@" + "ä".repeat(60) + ".org")).isFalse();
		assertThat(EmailAddress.isValid(EmailAddress.normalize("a@" + "ä.".repeat(1_000_000)))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "Ex\u00c4mple, exämple", "xn--exmple-cua.org, exämple.org", "ada lovelace, ada lovelace", "%_, %_" })
	void normalizesASearchForAPart(String typed, String searched) {
		assertThat(EmailAddress.searchable(typed)).isEqualTo(searched);
	}

}
