package questionbank.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static questionbank.format.QuestionFormat.TEXT;

/** The plain-text form is understood as people write it. */
class TextFileTests {

	@Test
	void readsALooseFile() throws IOException {
		var file = ReadFile.ofExample(TEXT, "loose.txt");
		assertThat(file.taken()).extracting(QuestionEntry::prompt)
			.containsExactly("What is a webhook?", "How do you secure a webhook", "What is polling?");
		assertThat(file.taken()).extracting(QuestionEntry::difficulty).containsExactly("easy", "hard", "");
		assertThat(file.taken()).extracting(QuestionEntry::sampleAnswer)
			.containsExactly("A call that the other side makes to you when something happens.",
					"Sign the body and check the signature;\nanswer quickly and work later.",
					"Asking again and again.");
		assertThat(file.messages()).containsExactly(
				"3:1 The text after the question is taken as its answer: it has no label \"Sample answer\". "
						+ "[A call that the other side makes to you when something happens.]",
				"11:1 No difficulty is given: to be chosen. []", "11:1 Number 3 is missing. [Question 4]");
	}

	@Test
	void keepsNumberedListsInAnswers() throws IOException {
		var file = ReadFile.of(TEXT, """
				Question 1
				Difficulty: easy
				How?

				Sample answer
				1. First.
				2. Second.

				2. Again?
				Answer: yes
				Question 3 is not mentioned here.
				""");
		assertThat(file.entries()).extracting(QuestionEntry::prompt).containsExactly("How?", "Again?");
		assertThat(file.entries().get(0).sampleAnswer()).isEqualTo("1. First.\n2. Second.");
		assertThat(file.entries().get(1).sampleAnswer()).isEqualTo("yes\nQuestion 3 is not mentioned here.");
	}

	@Test
	void saysWhatComesBeforeTheFirstQuestion() throws IOException {
		assertThat(ReadFile.of(TEXT, "Our questions\nof 2026\n\nQuestion 1\nWhat?\nAnswer: this").messages())
			.contains("1:1 The text before the first question is left out. [Our questions]");
	}

	@Test
	void writesTheFormOfTheFirstQuestions() throws IOException {
		var entry = ReadFile.of(TEXT, "Question 1\nDifficulty: hard\nWhat?\nSample answer\nThis.").entries().get(0);
		assertThat(new String(ReadFile.written(TEXT, List.of(entry, entry), null), StandardCharsets.UTF_8))
			.isEqualTo("""
					Question 1
					Difficulty: hard
					What?
					Sample answer
					This.

					Question 2
					Difficulty: hard
					What?
					Sample answer
					This.
					""");
	}

}
