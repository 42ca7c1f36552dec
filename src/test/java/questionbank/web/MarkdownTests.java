package questionbank.web;

import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTests {

	@Test
	void rendersTheMarkupOfAnswers() {
		var html = Jsoup.parse(Markdown.toHtml("""
				One *two* **three** `four`.

				* five
				* six

				| seven |
				|-------|
				| eight |

				```
				a < b
				```

				[nine](https://example.org/?a=1&b=2)
				"""));
		assertThat(html.select("em").text()).isEqualTo("two");
		assertThat(html.select("strong").text()).isEqualTo("three");
		assertThat(html.select("p code").text()).isEqualTo("four");
		assertThat(html.select("ul li").eachText()).containsExactly("five", "six");
		assertThat(html.select("td").text()).isEqualTo("eight");
		assertThat(html.select("pre code").text()).isEqualTo("a < b");
		assertThat(html.select("a").attr("href")).isEqualTo("https://example.org/?a=1&b=2");
	}

	@ParameterizedTest
	@MethodSource("multipliers")
	void showsMarkupThatMultipliesItsTextAsTyped(String markdown) {
		assertThat(markdown).hasSizeLessThanOrEqualTo(20_000);
		assertThat(Markdown.toHtml(markdown)).hasSizeLessThan(200_000).startsWith("<pre><code>");
		assertThat(Markdown.toText(markdown)).hasSizeLessThan(40_000).contains(markdown.strip().substring(0, 20));
	}

	private static Stream<String> multipliers() {
		var table = "|a".repeat(30) + "\n" + "|-".repeat(30) + "\n" + "|b\n".repeat(30) + "\n";
		return Stream.of("|a".repeat(3_000) + "\n" + "|-".repeat(3_000) + "\n" + "|b\n".repeat(400),
				"|a".repeat(2_500) + "\n" + "|-".repeat(2_500) + "\n" + "|b\n".repeat(390), table.repeat(80),
				"[a]: https://example.org/" + "x".repeat(8_000) + "\n\n" + "[a] ".repeat(2_900),
				"[a]: / \"" + "x".repeat(8_000) + "\"\n\n" + "![a] ".repeat(2_300));
	}

	@Test
	void rendersALongTableWithFewColumns() {
		var html = Jsoup.parse(Markdown.toHtml("| a | b | c |\n|---|---|---|\n" + "| d | e | f |\n".repeat(800)));
		assertThat(html.select("tbody tr")).hasSize(800);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b", "<b onclick='x'>b</b>",
			"<!-- comment -->", "<iframe src=//example.org></iframe>", "<svg/onload=alert(1)>", "</main><h1>mine</h1>",
			"<style>*{}</style>", "<a href='https://example.org'>a</a>", "<div\nonclick=x>\n\ntext\n\n</div>",
			"&lt;script&gt;alert(1)&lt;/script&gt;" })
	void showsHtmlAsText(String markdown) {
		var html = Jsoup.parseBodyFragment(Markdown.toHtml(markdown));
		assertThat(html.body().select(":not(body):not(p)")).isEmpty();
		assertThat(html.text()).contains("<");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](java\tscript:alert(1))",
			"[a](&#106;avascript:alert(1))", "[a](data:text/html;base64,PHNjcmlwdD4=)", "[a](vbscript:x)",
			"[a](file:///etc/passwd)", "<javascript:alert(1)>", "[a][b]\n\n[b]: javascript:alert(1)",
			"![a](javascript:alert(1))", "![a](data:image/svg+xml;base64,PHN2Zz4=)" })
	void rendersNoUnsafeLinks(String markdown) {
		var html = Jsoup.parseBodyFragment(Markdown.toHtml(markdown));
		assertThat(html.select("a")).isEmpty();
		assertThat(html.select("[src]").eachAttr("src")).allMatch(String::isEmpty);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[a](https://example.org \"x\\\" onclick=\\\"y\")",
			"![x\" onerror=\"y](https://example.org/a.png)", "[a](https://example.org/\"onclick=\"y)",
			"```x\" onclick=\"y\ncode\n```" })
	void keepsAttributesClosed(String markdown) {
		assertThat(Jsoup.parseBodyFragment(Markdown.toHtml(markdown)).select("[onclick], [onerror]")).isEmpty();
	}

	@Test
	void rendersTextWithoutMarkup() {
		var text = Markdown
			.toText("# One\n\n*two* [three](https://example.org) `four`\n\n* five\n\n| six |\n|-|\n| seven |");
		assertThat(text).doesNotContain("#", "[", "`", "](")
			.contains("One", "two", "three", "four", "five", "six", "seven");
	}

	@Test
	void rendersPathologicalInput() {
		assertThat(Markdown.toHtml("")).isEmpty();
		assertThat(Markdown.toHtml("[".repeat(10_000))).contains("[");
		assertThat(Markdown.toHtml("> ".repeat(5_000) + "deep")).contains("deep");
		assertThat(Markdown.toHtml("*a".repeat(10_000))).contains("a");
		assertThat(Markdown.toText("* ".repeat(5_000) + "deep")).contains("deep");
	}

}
