package questionbank.format;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static questionbank.format.QuestionFormat.GIFT;
import static questionbank.format.QuestionFormat.MARKDOWN;
import static questionbank.format.QuestionFormat.MOODLE;
import static questionbank.format.QuestionFormat.TEXT;

/**
 * Long lines are read in linear time, and deep nesting without as many calls: a quadratic
 * reader would take many minutes for one of these files, which block all other imports.
 */
class HostileFileTests {

	private static final int LENGTH = 200_000;

	@Test
	void readsTagsWithoutEnd() throws IOException {
		assertThat(ReadFile.of(MARKDOWN, "<details ".repeat(LENGTH)).taken()).isEmpty();
		assertThat(ReadFile.of(MARKDOWN, "<details>\n" + "<summary>".repeat(LENGTH) + "\n</details>").messages())
			.anyMatch((message) -> message.contains("it has no \"summary\""));
		assertThat(ReadFile.of(MARKDOWN, "<details>\n" + "<b>".repeat(LENGTH) + "\n</details>").taken()).isEmpty();
		assertThat(ReadFile.of(MARKDOWN, "<details>\n<i>" + "`".repeat(LENGTH) + "\n</details>").taken()).isEmpty();
		assertThat(ReadFile
			.of(MOODLE,
					"""
							<quiz><question type="essay"><questiontext><text>What?</text></questiontext>
							<generalfeedback><text><![CDATA[%s]]></text></generalfeedback></question></quiz>"""
						.formatted("<a ".repeat(LENGTH / 4)))
			.entries()).hasSize(1);
	}

	@Test
	void readsRunsOfBlanksAndMarks() throws IOException {
		var blanks = " ".repeat(LENGTH);
		assertThat(ReadFile.of(MARKDOWN, "# a" + blanks + "b\n\n## Answer\n\nA").entries()).hasSize(1);
		assertThat(ReadFile.of(MARKDOWN, "# What?\n\n<!-- id: " + blanks + "x\n\n## Answer\n\nA").entries()).hasSize(1);
		assertThat(ReadFile
			.of(MARKDOWN, "<details><summary>What?</summary>" + "\n".repeat(LENGTH) + "<b>So.</b></details>")
			.entries()).singleElement().matches((entry) -> entry.sampleAnswer().equals("So."));
		assertThat(ReadFile.of(TEXT, "1. " + "?".repeat(LENGTH) + "a\n").entries()).hasSize(1);
		assertThat(ReadFile
			.of(MOODLE,
					"""
							<quiz><question type="essay"><questiontext><text>What?</text></questiontext>
							<graderinfo format="html"><text>&lt;p&gt;%sx&lt;/p&gt;</text></graderinfo></question></quiz>"""
						.formatted(":".repeat(LENGTH / 2)))
			.entries()).hasSize(1);
	}

	@Test
	void readsManyHeadingsThatNameFields() throws IOException {
		for (var section : List.of("Answer", "Key points", "Probes")) {
			var text = "# Explain this\n\n" + ("## " + section + "\n\n- a\n\n").repeat(LENGTH / 20);
			assertThat(ReadFile.of(MARKDOWN, text).entries()).singleElement()
				.extracting(QuestionEntry::prompt)
				.isEqualTo("Explain this");
		}
	}

	@Test
	void readsCommentsWithoutEnd() throws IOException {
		assertThat(ReadFile.of(GIFT, "// " + "[id:".repeat(LENGTH / 4) + "[tag:".repeat(LENGTH / 5) + "\nWhat? {}\n")
			.entries()).singleElement().matches((entry) -> entry.id().isEmpty() && entry.topics().isEmpty());
	}

	@Test
	void readsTheQuestionAfterADeepList() throws IOException {
		var stairs = IntStream.range(0, 60).mapToObj((level) -> "  ".repeat(level) + "- a\n").collect(joining());
		for (var deep : List.of(stairs, "- ".repeat(60) + "a\n", ">".repeat(99) + " a\n", ">".repeat(98) + " a\n",
				"> ".repeat(98) + "```\n", "> ".repeat(98) + "# a\n")) {
			for (var next : List.of("## Why?\n\nSo.\n", "```\n# Code\n```\n\n## Why?\n\nSo.\n", "Why?\n---\n\nSo.\n")) {
				var file = ReadFile.of(MARKDOWN, ("## What?\n\n" + deep + "\n" + next).repeat(2));
				assertThat(file.taken()).extracting(QuestionEntry::prompt)
					.containsExactly("What?", "Why?", "What?", "Why?");
				var lines = (int) ("## What?\n\n" + deep + "\n" + next).lines().count();
				assertThat(file.taken().get(3).location().line() - file.taken().get(1).location().line())
					.isEqualTo(lines);
			}
		}
		var many = ReadFile.of(MARKDOWN, ("# What?\n" + "- ".repeat(60) + "a\n\n").repeat(LENGTH / 40));
		assertThat(many.readToEnd()).isFalse();
		assertThat(many.messages()).last().asString().contains("cannot be read from here on");
	}

	@Test
	void readsDeepQuotes() throws IOException {
		assertThat(ReadFile.of(MARKDOWN, "## What?\n\n" + ">".repeat(LENGTH) + " a\n").entries()).hasSize(1);
	}

}
