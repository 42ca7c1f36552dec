package questionbank.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Conversion of HTML to Markdown, and back. */
class HtmlToMarkdownTests {

	private final List<String> notes = new ArrayList<>();

	private String convert(String html) {
		return HtmlToMarkdown.convert(html, this.notes::add);
	}

	@Test
	void convertsBlocksAndEmphasis() {
		assertThat(convert("""
				<h2>Why</h2><p>One <strong>agreed</strong> version, <em>of an
				entity</em>.</p><ul><li>sources ranked</li><li>rules<ol><li>first</li></ol></li></ul>
				<blockquote><p>Said</p></blockquote><hr>""")).isEqualTo("""
				## Why

				One **agreed** version, *of an entity*.

				- sources ranked
				- rules
				  1. first

				> Said

				___""");
		assertThat(this.notes).isEmpty();
	}

	@Test
	void keepsCodeBlocksAsTheyAre() {
		assertThat(convert("<pre><code class=\"language-java\">a();\n\n  b(`x`, \"*\");\n</code></pre>"))
			.isEqualTo("```java\na();\n\n  b(`x`, \"*\");\n```");
		assertThat(convert("Use <code>a | *b*</code>, not <code>`</code>.")).isEqualTo("Use `a | *b*`, not `` ` ``.");
	}

	@Test
	void convertsTablesAndLinks() {
		assertThat(convert("<table><tr><th>A</th><th>B</th></tr><tr><td>1<br>2</td></tr></table>"))
			.isEqualTo("|A|B|\n|---|---|\n|1 2||");
		assertThat(convert("See <a href=\"https://example.org/a_b\">this</a>."))
			.isEqualTo("See [this](https://example.org/a_b).");
	}

	@Test
	void movesSpacesOutOfEmphasis() {
		assertThat(convert("a<b> b </b>c <i> </i>d")).isEqualTo("a **b** c d");
		assertThat(convert("<b>one<p>two</p></b>three")).isEqualTo("**one**\n\n**two**\n\nthree");
	}

	@Test
	void keepsLineBreaks() {
		assertThat(convert("Change data capture:<br>reading a log.<br><br>Next<br>"))
			.isEqualTo("Change data capture:  \nreading a log.\n\nNext");
	}

	@Test
	void escapesOnlyWhatWouldBeMarkup() {
		assertThat(convert("snake_case_name, 3 * 4, a & b, x < y, [1]"))
			.isEqualTo("snake_case_name, 3 * 4, a & b, x < y, [1]");
		assertThat(convert("not *this*")).isEqualTo("not \\*this\\*");
		assertThat(convert("<p>1. one</p><p># two</p>")).isEqualTo("1\\. one\n\n\\# two");
	}

	@Test
	void dropsWhatRunsOrIsEmbeddedAndSaysSo() {
		assertThat(convert("""
				<p onclick="x()">A<script>alert(1)</script><img src="data:image/png;base64,AAAA" alt="chart">
				<a href="javascript:alert(1)">b</a><iframe src="https://example.org"></iframe><!-- c --></p>"""))
			.isEqualTo("Achart b");
		assertThat(this.notes).containsExactly("A script was dropped.", "An image inside the text was dropped.",
				"A link that does not lead to the web is kept as text.", "An embedded page was dropped.");
	}

	@Test
	void convertsPlainTextWithoutEscapes() {
		assertThat(HtmlToMarkdown
			.convertPlain("<p>What is a <em>refresh token</em> &amp; why *not*?<br>Say&nbsp; it.</p>", this.notes::add))
			.isEqualTo("What is a *refresh token* & why *not*?\nSay  it.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "two\nlines", "  indented", "a  b   c", "# no heading", "1. x",
			"<b>&amp; \"q\" '", "*a* _b_ `c`", "blank\n\nline", "\\escape\\*", "😀 é", "- a\n  - b" })
	void restoresPlainText(String text) {
		assertThat(HtmlToMarkdown.convertPlain(MarkdownText.escape(text), this.notes::add)).isEqualTo(text.strip());
	}

	@ParameterizedTest
	@ValueSource(strings = { "One paragraph.", "a\n\nb", "- a\n- b\n  - c", "1. a\n2. b", "- a\n  \n  b\n\n- c",
			"```java\nx\n\n# y\n```", "> q\n> \n> r", "## H `c`", "**b** *i* ***bi***",
			"[l](https://example.org \"t\")", "|a|b|\n|---|---|\n|1 \\| 2|x|", "![i](https://example.org/i.png)",
			"`` ` ``", "a  \nb", "snake_case", "- ```\n  code\n  ```\n- x" })
	void restoresMarkdown(String markdown) {
		assertThat(convert(MarkdownText.toHtml(markdown))).isEqualTo(markdown);
	}

	/** Conversion of what it made changes nothing any more. */
	@Test
	void isStable() {
		var random = new Random(7);
		var pieces = ("<b>|</b>|<i>|</i>|<p>|</p>|<ul>|<li>|</ul>|</li>|<ol start=3>|</ol>|<pre>|</pre>|<code>|</code>|"
				+ "<br>|<table>|<tr>|<td>|</td>|</table>|<h1>|</h1>|<blockquote>|</blockquote>|<a href=\"http://x.y\">|"
				+ "</a>|<hr>|text|*|_|`|# |1. |- |&lt;|&amp;amp;| |\n|[x]|\\|!|~~~|<img src=\"http://x.y/z\">|😀|=|+ ")
			.split("\\|");
		for (int round = 0; round < 2000; round++) {
			var html = new StringBuilder();
			for (int count = random.nextInt(12); count >= 0; count--) {
				html.append(pieces[random.nextInt(pieces.length)]);
			}
			var once = MarkdownText.toHtml(convert(html.toString()));
			var twice = MarkdownText.toHtml(convert(once));
			assertThat(text(twice)).as("%d: %s", round, html).isEqualTo(text(once));
		}
	}

	private static String text(String html) {
		return Jsoup.parse(html).text().replaceAll("\\s+", " ");
	}

	@Test
	void flattensDeepNesting() {
		assertThat(convert("<div><b><ul><li>".repeat(5000) + "x")).contains("x");
		assertThat(convert("<blockquote>".repeat(5000) + "x")).contains("x");
	}

}
