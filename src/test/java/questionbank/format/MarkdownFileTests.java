package questionbank.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static questionbank.format.QuestionFormat.MARKDOWN;
import static questionbank.format.QuestionFormat.MARKDOWN_ZIP;

/** Markdown is read in the forms of public lists of questions. */
class MarkdownFileTests {

	@Test
	void readsDetails() throws IOException {
		var file = ReadFile.ofExample(MARKDOWN, "details.md");
		assertThat(file.taken()).extracting(QuestionEntry::prompt)
			.containsExactly("What does a message broker do?", "Explain \"at least once\" delivery",
					"What is a schema registry? *Why* have one?");
		assertThat(file.taken()).extracting(QuestionEntry::sampleAnswer).containsExactly("""
				It takes messages from senders and hands them to receivers:

				* stores them until they are taken
				* decouples both sides""", "", "A place for schemas, with `versions` and rules of compatibility.");
		assertThat(file.taken()).extracting(QuestionEntry::status).containsExactly("", "draft", "");
		assertThat(file.messages()).containsExactly("3:1 No difficulty is given: to be chosen. []",
				"13:1 There is no answer: it will be a draft. [Explain \"at least once\" delivery]",
				"13:1 No difficulty is given: to be chosen. []", "19:1 No difficulty is given: to be chosen. []",
				"1:1 A heading is left out: it is no question, and has no answer. [Integration]",
				"17:1 A heading is left out: it is no question, and has no answer. [Not a question, only a heading]");
	}

	@Test
	void readsHeadingsWithAnswersAndTags() throws IOException {
		var file = ReadFile.ofExample(MARKDOWN, "headings.md");
		var entry = file.taken().get(0);
		assertThat(file.entries()).hasSize(1);
		assertThat(entry.prompt()).isEqualTo("What is the difference between orchestration and choreography?");
		assertThat(entry.difficulty()).isEqualTo("hard");
		assertThat(entry.sampleAnswer()).startsWith("In orchestration one process tells the others what to do;")
			.endsWith("```java\nbus.publish(new OrderPlaced(id));\n```");
		assertThat(entry.keyPoints()).containsExactly("Central control against autonomy",
				"Where to look when something fails");
		assertThat(entry.source()).isEqualTo("[A link](https://example.org/choreography)");
		assertThat(entry.topics()).containsExactly("messaging", "design");
		assertThat(file.messages()).singleElement().asString().contains("are read as easy, medium and hard");
	}

	@Test
	void readsLabelsBelowAHeadingUntilTextBegins() throws IOException {
		var file = ReadFile.of(MARKDOWN, """
				# What is one?

				Difficulty: easy
				Topics: messaging, Data Quality

				It is this.
				Level: this is text.

				# What is two?
				Level: hard
				""");
		assertThat(file.entries()).extracting(QuestionEntry::difficulty).containsExactly("easy", "hard");
		assertThat(file.entries()).extracting(QuestionEntry::topics)
			.containsExactly(List.of("messaging", "Data Quality"), List.of());
		assertThat(file.entries()).extracting(QuestionEntry::sampleAnswer)
			.containsExactly("It is this.\nLevel: this is text.", "");
	}

	@Test
	void readsHeadingsThatAreQuestions() throws IOException {
		var file = ReadFile.of(MARKDOWN, """
				# Questions

				Some words.

				## What is one?

				It is this.

				```sh
				# What is no heading?
				```

				## What is two?
				### Detail
				That.
				""");
		assertThat(file.entries()).extracting(QuestionEntry::sampleAnswer)
			.containsExactly("It is this.\n\n```sh\n# What is no heading?\n```", "### Detail\nThat.");
		assertThat(file.messages()).anyMatch((message) -> message.startsWith("3:1 A text is left out"));
	}

	@Test
	void readsAHeadingThatIsTheWordNull() throws IOException {
		var file = ReadFile.of(MARKDOWN, "# null\n\n## Answer\n\nNothing.\n");
		assertThat(file.entries()).singleElement().matches((entry) -> entry.prompt().equals("null"));
	}

	@Test
	void locatesWhatAHeadingStatesTwice() throws IOException {
		var file = ReadFile.of(MARKDOWN, "## One?\n\n### Answer\n\n1\n\n### Source\n\na\n\n### Source\n\nb\n");
		assertThat(file.messages()).anyMatch((message) -> message.startsWith("1:1 \"source\" is left out"));
	}

	@Test
	void takesAHeadingWithKeyPointsForAQuestion() throws IOException {
		var file = ReadFile.of(MARKDOWN, """
				# Explain outbox tables.

				They keep messages:

				- in one transaction

				#### Key points

				- atomic

				# Describe sagas

				#### Probes

				- And when undo fails?
				""");
		assertThat(file.taken()).extracting(QuestionEntry::prompt)
			.containsExactly("Explain outbox tables.", "Describe sagas");
		assertThat(file.taken().get(0).sampleAnswer()).isEqualTo("""
				They keep messages:

				- in one transaction""");
		assertThat(file.taken().get(0).keyPoints()).containsExactly("atomic");
		assertThat(file.taken().get(1).probes()).containsExactly("And when undo fails?");
	}

	@Test
	void takesNoChapterAndNoPartOfAnAnswerForAQuestion() throws IOException {
		var file = ReadFile.of(MARKDOWN, """
				# Kafka

				## What is a topic?

				A log.

				## Key points

				- ordered

				## What is REST?

				A style.

				### Constraints

				#### Criteria

				- stateless
				""");
		assertThat(file.taken()).extracting(QuestionEntry::prompt).containsExactly("What is a topic?", "What is REST?");
		assertThat(file.taken().get(0).keyPoints()).containsExactly("ordered");
	}

	@Test
	void takesNoChapterForAQuestionWhoseSectionStandsBesideIt() throws IOException {
		var file = ReadFile.of(MARKDOWN, """
				# Kafka

				## What is a topic?

				A log.

				### Details

				Ordered.

				## Key points

				- ordered
				""");
		assertThat(file.taken()).extracting(QuestionEntry::prompt).containsExactly("What is a topic?");
	}

	@Test
	void continuesThePromptBelowAHeadingIfASectionHasTheAnswer() throws IOException {
		var entry = ReadFile.of(MARKDOWN, """
				# Explain sagas

				In two sentences.

				#### Key points

				- undo

				#### Answer

				Steps.
				""").taken().get(0);
		assertThat(entry.prompt()).isEqualTo("Explain sagas\n\nIn two sentences.");
		assertThat(entry.sampleAnswer()).isEqualTo("Steps.");
	}

	@Test
	void readsAZipOfFilesWithFrontMatter() throws IOException {
		var out = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry("../../etc/one.md"));
			zip.write("""
					---
					id: one
					level: junior
					tags: [a, no]
					extra: 1
					---
					# What is one

					This.
					""".getBytes(StandardCharsets.UTF_8));
			zip.putNextEntry(new ZipEntry("image.png"));
		}
		var file = ReadFile.of(MARKDOWN_ZIP, out.toByteArray());
		var entry = file.taken().get(0);
		assertThat(entry.id()).isEqualTo("one");
		assertThat(entry.prompt()).isEqualTo("What is one");
		assertThat(entry.difficulty()).isEqualTo("easy");
		assertThat(entry.topics()).containsExactly("a", "no");
		assertThat(entry.sampleAnswer()).isEqualTo("This.");
		assertThat(entry.location().part()).isEqualTo("../../etc/one.md");
		assertThat(file.messages()).contains("0:0 The file is left out: it is no Markdown. [image.png]",
				"5:1 \"extra\" is unknown: it is left out. [extra]");
	}

	@Test
	void writesWhatPeopleCanEdit() throws IOException {
		var entries = ReadFile.of(QuestionFormat.JSON, """
				[{"id": "7", "prompt": "What is\\na saga?", "difficulty": "hard", "answer": "```\\n# code\\n```",
				  "keyPoints": ["undo"], "topics": ["a", "b"]}]""").entries();
		assertThat(new String(ReadFile.written(MARKDOWN, entries, null), StandardCharsets.UTF_8)).isEqualTo("""
				## What is
				a saga?

				<!-- id: (7) -->
				<!-- difficulty: (hard) -->
				<!-- topics: (a, b) -->

				#### Answer

				```
				# code
				```

				#### Key points

				- undo
				""");
	}

}
