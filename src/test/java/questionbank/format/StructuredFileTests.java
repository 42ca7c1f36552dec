package questionbank.format;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import questionbank.format.QuestionEntry.Severity;

import static org.assertj.core.api.Assertions.assertThat;
import static questionbank.format.QuestionFormat.JSON;
import static questionbank.format.QuestionFormat.JSONL;
import static questionbank.format.QuestionFormat.YAML;

/** JSON, JSON lines and YAML are read in the shapes that people write. */
class StructuredFileTests {

	@Test
	void readsATreeOfTopicsAndDifficulties() throws IOException {
		var file = ReadFile.ofExample(JSON, "tree.json");
		assertThat(file.taken()).hasSize(2);
		var easy = file.taken().get(0);
		assertThat(easy.prompt()).isEqualTo("What is a topic?");
		assertThat(easy.difficulty()).isEqualTo("easy");
		assertThat(easy.topics()).containsExactly("messaging");
		assertThat(easy.keyPoints()).containsExactly("publish and subscribe");
		assertThat(easy.source()).isEqualTo("https://example.org");
		assertThat(file.taken().get(1).difficulty()).isEqualTo("hard");
		assertThat(file.messages()).containsExactly("2:138 \"unknownField\" is unknown: it is left out. [unknownField]",
				"2:171 The question is a number, not a text. [7]", "2:158 There is no answer: it will be a draft. [7]");
	}

	@Test
	void readsAListInYamlWithoutItsAliases() throws IOException {
		var file = ReadFile.ofExample(YAML, "list.yaml");
		assertThat(file.taken()).hasSize(2);
		var saga = file.taken().get(0);
		assertThat(saga.topics()).containsExactly("messaging", "no", "1.0");
		assertThat(saga.sampleAnswer())
			.isEqualTo("A sequence of local transactions,\neach with a step that undoes it.");
		assertThat(file.taken().get(1).sampleAnswer()).isEqualTo("yes");
		assertThat(file.messages()).singleElement().asString().startsWith("10:7 An alias is not followed");
	}

	@Test
	void readsAListWithinAnObject() throws IOException {
		var file = ReadFile.of(JSON, """
				{"version": 3, "topic": "Apis", "questions": [
				  {"title": "One?", "level": "Senior", "modelAnswer": "a", "tags": "x, y"},
				  {"question": {"prompt": "Two?"}, "difficulty": null}
				]}""");
		assertThat(file.entries()).extracting(QuestionEntry::prompt).containsExactly("One?", "Two?");
		assertThat(file.entries().get(0).difficulty()).isEqualTo("hard");
		assertThat(file.entries().get(0).topics()).containsExactly("x", "y", "Apis");
		assertThat(file.messages()).anyMatch((message) -> message.startsWith("1:2 \"version\" is unknown"));
	}

	@Test
	void readsOnAfterABrokenLine() throws IOException {
		var file = ReadFile.of(JSONL, """
				{"prompt": "One?", "difficulty": 0}
				{"prompt": "broken

				{"prompt": "Two?", "difficulty": 2}""");
		assertThat(file.taken()).extracting(QuestionEntry::difficulty).containsExactly("easy", "hard");
		assertThat(file.messages()).anyMatch((message) -> message.startsWith("2:"));
	}

	@Test
	void readsOnAfterABrokenFirstLine() throws IOException {
		var file = ReadFile.of(JSONL, "{\"prompt\": \"broken\n{\"prompt\": \"One?\"}");
		assertThat(file.readToEnd()).isTrue();
		assertThat(file.taken()).singleElement().matches((entry) -> entry.prompt().equals("One?"));
		assertThat(file.messages()).anyMatch((message) -> message.startsWith("1:"));
	}

	@Test
	void keepsNumbersThatAreNoScale() throws IOException {
		var file = ReadFile.of(JSON, """
				[{"prompt": "One?", "difficulty": 1}, {"prompt": "Two?", "difficulty": 7}]""");
		assertThat(file.entries()).extracting(QuestionEntry::difficulty).containsExactly("1", "7");
		assertThat(file.entries().get(0).findings()).anyMatch((finding) -> finding.severity() == Severity.WARNING
				&& finding.message().equals(Difficulties.UNKNOWN) && finding.read().equals("1"));
	}

	@Test
	void tellsWhereTheRestIsBroken() throws IOException {
		var file = ReadFile.of(JSON, "[{\"prompt\": \"One?\"},\n {\"prompt\": ]");
		assertThat(file.readToEnd()).isFalse();
		assertThat(file.entries()).hasSize(1);
		assertThat(file.findings().get(0).location().line()).isEqualTo(2);
	}

	@Test
	void refusesDeepNestingAndManyNames() throws IOException {
		for (var format : new QuestionFormat[] { JSON, YAML }) {
			assertThat(ReadFile.of(format, "[".repeat(100_000)).readToEnd()).isFalse();
			assertThat(ReadFile.of(format, "{\"a\":".repeat(100_000)).readToEnd()).isFalse();
			var names = new StringBuilder("{\"prompt\": \"x\"");
			for (int name = 0; name < 10_000; name++) {
				names.append(", \"n").append(name).append("\": 1");
			}
			assertThat(ReadFile.of(format, names + "}").findings()).singleElement()
				.matches((finding) -> finding.message().contains("more than 1,000 names"));
		}
	}

	@Test
	void doesNotExpandBillionLaughs() throws IOException {
		var laughs = new StringBuilder("a0: &a0 [lol, lol]\n");
		for (int level = 1; level < 30; level++) {
			laughs.append("a%d: &a%d [*a%d, *a%d]%n".formatted(level, level, level - 1, level - 1));
		}
		var file = ReadFile.of(YAML, laughs.toString());
		assertThat(file.entries()).isEmpty();
		assertThat(file.messages()).hasSize(60)
			.anyMatch((message) -> message.startsWith("30:12 An alias is not followed"));
	}

	@Test
	void reportsCharactersThatCannotBeStored() throws IOException {
		var file = ReadFile.of(JSON, """
				[{"prompt": "a \\u0000", "difficulty": "easy", "answer": "b"},
				 {"prompt": "a \\ud800 b", "difficulty": "easy", "answer": "b"}]""");
		assertThat(file.taken()).isEmpty();
		assertThat(file.messages()).containsExactly("1:2 A NUL character cannot be stored. [U+0000]",
				"2:2 Half of a surrogate pair is no character. [U+D800]");
	}

	@Test
	void readsPairsOfSurrogatesAcrossBuffers() throws IOException {
		for (int shift = 0; shift < 2; shift++) {
			var prompt = "a".repeat(shift) + "😀".repeat(5000);
			assertThat(ReadFile.of(YAML, "- prompt: " + prompt).entries()).singleElement()
				.matches((entry) -> entry.prompt().equals(prompt));
		}
	}

	@Test
	void cutsALongText() throws IOException {
		var file = ReadFile.of(JSON, "[{\"prompt\": \"a\", \"answer\": \"" + "x".repeat(1_000_000) + "\"}]");
		assertThat(file.entries().get(0).sampleAnswer()).hasSizeLessThanOrEqualTo(LimitedSink.MAX_TEXT);
		assertThat(file.entries().get(0).hasErrors()).isTrue();
	}

}
