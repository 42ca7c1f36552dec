package questionbank.format;

import java.io.IOException;

import org.junit.jupiter.api.Test;

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
		assertThat(ReadFile.of(MARKDOWN, "<details ".repeat(LENGTH)).entries()).isEmpty();
		assertThat(ReadFile.of(MARKDOWN, "<details>\n" + "<summary>".repeat(LENGTH) + "\n</details>").messages())
			.anyMatch((message) -> message.contains("it has no \"summary\""));
		assertThat(ReadFile.of(MARKDOWN, "<details>\n" + "<b>".repeat(LENGTH) + "\n</details>").entries()).isEmpty();
		assertThat(ReadFile.of(MARKDOWN, "<details>\n<i>" + "`".repeat(LENGTH) + "\n</details>").entries()).isEmpty();
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
	void readsCommentsWithoutEnd() throws IOException {
		assertThat(ReadFile.of(GIFT, "// " + "[id:".repeat(LENGTH / 4) + "[tag:".repeat(LENGTH / 5) + "\nWhat? {}\n")
			.entries()).singleElement().matches((entry) -> entry.id().isEmpty() && entry.topics().isEmpty());
	}

	@Test
	void readsDeepQuotes() throws IOException {
		assertThat(ReadFile.of(MARKDOWN, "## What?\n\n" + ">".repeat(LENGTH) + " a\n").entries()).hasSize(1);
	}

}
