package questionbank.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Location;

import static org.assertj.core.api.Assertions.assertThat;

/** Notes of Anki as text, in and out. */
class AnkiTextTests {

	@Test
	void readsNotes() throws IOException {
		var read = ReadFile.ofExample(QuestionFormat.ANKI, "notes.txt");
		assertThat(read.entries()).extracting(QuestionEntry::id).containsExactly("q-1", "q-2");
		assertThat(read.entries()).extracting(QuestionEntry::prompt)
			.containsExactly("What is **CDC**?", "What does \"exactly once\" mean,\nreally?");
		assertThat(read.entries().get(0).sampleAnswer()).isEqualTo("Change data capture:  \nreading a database log.");
		assertThat(read.entries().get(0).topics()).containsExactly("data", "integration", "cdc");
		assertThat(read.entries()).extracting((entry) -> entry.location().line()).containsExactly(5, 6);
	}

	@Test
	void keepsLineBreaksOfPlainText() throws IOException {
		var read = ReadFile.of(QuestionFormat.ANKI, "#separator:Comma\n#html:false\nWhat <b>is</b>?,\"one\n*two*\"\n");
		assertThat(read.entries().get(0).prompt()).isEqualTo("What <b>is</b>?");
		assertThat(read.entries().get(0).sampleAnswer()).isEqualTo("one  \n\\*two\\*");
	}

	@Test
	void namesClozeNotesAndUnknownFields() throws IOException {
		var read = ReadFile.of(QuestionFormat.ANKI,
				"#separator:tab\n#columns:Question\tAnswer\tMood\n{{c1::x}} is\t\t\nWhy?\tSo.[sound:a.mp3]\tgood\n");
		assertThat(read.findings()).extracting(Finding::message).singleElement().asString().contains("cloze");
		assertThat(read.entries().get(0).findings()).extracting(Finding::message)
			.contains("A sound was dropped.", "The field \"Mood\" is not taken, here and in all other notes.");
	}

	@Test
	void refusesWhatIsNotClosed() throws IOException {
		var read = ReadFile.of(QuestionFormat.ANKI, "#separator:tab\na\tb\nc\t\"d\n");
		assertThat(read.readToEnd()).isFalse();
		assertThat(read.findings().get(0).location().line()).isEqualTo(2);
	}

	@Test
	void takesTheMarkdownUnlessTheHtmlWasEdited() throws IOException {
		var entry = new QuestionEntry(Location.of(0, 0), "q", "Why?", "easy", "* a\n* b", List.of(), List.of(),
				List.of(), "draft", "everyone", "", false, List.of());
		var written = new String(ReadFile.written(QuestionFormat.ANKI, List.of(entry), null), StandardCharsets.UTF_8);
		assertThat(ReadFile.of(QuestionFormat.ANKI, written).content()).containsExactly(entry);
		var edited = ReadFile.of(QuestionFormat.ANKI, written.replace("<li>a</li>", "<li>c</li>"));
		assertThat(edited.entries().get(0).sampleAnswer()).isEqualTo("- c\n- b");
	}

}
