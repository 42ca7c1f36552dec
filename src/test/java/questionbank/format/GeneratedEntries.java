package questionbank.format;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

import questionbank.format.QuestionEntry.Location;
import questionbank.web.UnicodeText;

/**
 * Generates questions as the bank may hold them, with what formats find hard to carry.
 */
final class GeneratedEntries {

	private static final List<String> PIECES = List.of("word", "What is a queue?", "naïve Straße", "消息队列", "😀👩‍👩‍👧",
			"e\u0301", "שלום", "=SUM(A1)", "+1", "-x", "@name", "'quoted'", "\"quotes\"", "a;b", "a,b", "a\tb", "a|b",
			"{braces}", "~tilde", "=equals", "#hash", "a:b", "key: value", "- item", "* item", "1. First", "2) Second",
			"Question 2", "Question 2: another", "Q3. third", "Difficulty: easy", "Level - Hard", "Sample answer",
			"Answer: yes", "Key points:", "Follow-up questions:", "Source:", "Id: 7", "Topics: a, b", "\\Question 2",
			"\\\\Sample answer", "# Heading", "## Heading", "#### Answer", "### What?", "<b>bold</b>", "<details>",
			"</details>", "<summary>S</summary>", "<!-- tags: (a) -->", "<!-- open", "-->", "]]>", "&amp; & &lt;",
			"<script>alert(1)</script>", "---", "***", "```", "~~~", "```java\nint a;\n\n# no heading\n```", "> quote",
			"    indented", "[link](https://example.org)", "![image](https://example.org/a.png)", "`code`",
			"**strong**", "a\\", "\\n", "%PDF", "null", "yes", "1.0", "*alias", "&anchor", "!tag", "? key", "::title::",
			"$CATEGORY: a", "// comment", "trailing:", "\u00A0x", "x\u200By", "\u2028", "\uFFFD", "'", "''=x",
			"_x0041_", "a\n\n\nb", "[x]: https://example.org", "| a | b |\n|---|---|\n| 1 | 2 |", "Good to hear");

	private final RandomGenerator random;

	GeneratedEntries(long seed) {
		this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
	}

	/** Returns a list of questions. */
	List<QuestionEntry> list(int size) {
		return Stream.generate(this::next).limit(size).toList();
	}

	private QuestionEntry next() {
		return new QuestionEntry(Location.of(0, 0), chance() ? "" : "id-" + this.random.nextInt(100_000),
				visible(text(2)), pick(List.of("easy", "medium", "hard")), text(8), items(4), items(3), topics(),
				pick(List.of("draft", "published", "retired")), pick(List.of("everyone", "interviewers")),
				chance() ? "" : text(2), false, List.of());
	}

	private String text(int pieces) {
		var text = new StringBuilder();
		for (int count = this.random.nextInt(pieces + 1); count >= 0; count--) {
			text.append(pick(PIECES)).append(pick(List.of(" ", "\n", "\n\n", "", "\n ")));
		}
		return stripped(text.toString());
	}

	private List<String> items(int max) {
		var items = new ArrayList<String>();
		for (int count = this.random.nextInt(max + 1); count > 0; count--) {
			items.add(visible(stripped(text(1).replaceAll("\\s+", " "))));
		}
		return items;
	}

	private List<String> topics() {
		return Stream.generate(() -> pick(List.of("api", "data-quality", "messaging", "no", "1-0", "null")))
			.limit(this.random.nextInt(4))
			.distinct()
			.toList();
	}

	private static String visible(String text) {
		return UnicodeText.hasVisible(text) ? text : "visible";
	}

	/** Texts of the bank are normalized and stripped. */
	private static String stripped(String text) {
		return UnicodeText.typed(text).strip();
	}

	private boolean chance() {
		return this.random.nextInt(3) == 0;
	}

	private <T> T pick(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

	/** Returns the entry without its location and findings. */
	static QuestionEntry content(QuestionEntry entry) {
		return new QuestionEntry(Location.of(0, 0), entry.id(), entry.prompt(), entry.difficulty(),
				entry.sampleAnswer(), entry.keyPoints(), entry.probes(), entry.topics(), entry.status(),
				entry.audience(), entry.source(), entry.optional(), List.of());
	}

}
