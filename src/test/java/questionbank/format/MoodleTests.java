package questionbank.format;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import questionbank.format.QuestionEntry.Finding;

import static org.assertj.core.api.Assertions.assertThat;

/** Moodle XML, in and out. */
class MoodleTests {

	@Test
	void readsEssays() throws IOException {
		var read = ReadFile.ofExample(QuestionFormat.MOODLE, "essays.xml");
		assertThat(read.entries()).hasSize(3);
		var golden = read.entries().get(0);
		assertThat(golden.prompt()).isEqualTo("What is a **golden record**?");
		assertThat(golden.id()).isEqualTo("GR-1");
		assertThat(golden.difficulty()).isEqualTo("hard");
		assertThat(golden.topics()).containsExactly("Data Quality");
		assertThat(golden.keyPoints()).containsExactly("names a source of truth", "says how conflicts are settled");
		assertThat(golden.sampleAnswer())
			.isEqualTo("One agreed version of an entity.\n\n- sources ranked\n- rules for conflicts");
		assertThat(golden.location().line()).isEqualTo(4);
		assertThat(golden.findings()).extracting(Finding::message).contains("A script was dropped.");
		var choice = read.entries().get(1);
		assertThat(choice.optional()).isTrue();
		assertThat(choice.status()).isEqualTo("draft");
		assertThat(choice.prompt()).isEqualTo("Which is not a format?");
		assertThat(choice.sampleAnswer()).isEqualTo("SOAPstone");
		assertThat(choice.findings().get(0).message()).contains("multiple choice", "only on request", "JSON");
		var hidden = read.entries().get(2);
		assertThat(hidden.status()).isEqualTo("draft");
		assertThat(hidden.prompt()).isEqualTo("Describe *backpressure*.");
		assertThat(hidden.topics()).containsExactly("Integration", "Data quality");
	}

	@Test
	void refusesDocumentTypes() throws IOException {
		var read = ReadFile.ofExample(QuestionFormat.MOODLE, "entities.xml");
		assertThat(read.readToEnd()).isFalse();
		assertThat(read.entries()).isEmpty();
		assertThat(read.findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.location().line()).isEqualTo(2);
			assertThat(finding.message()).contains("document type");
		});
	}

	@Test
	void namesEachKindThatIsNotTaken() throws IOException {
		var read = ReadFile.of(QuestionFormat.MOODLE,
				"""
						<quiz>
						<question type="matching"><name><text>Pairs</text></name></question>
						<question type="cloze"><name><text>Gaps</text></name></question>
						<question type="multichoice"><name><text>Two right</text></name><answer fraction="50"><text>a</text></answer>
						<answer fraction="50"><text>b</text></answer></question>
						<other>x</other>
						</quiz>""");
		assertThat(read.entries()).isEmpty();
		assertThat(read.findings()).extracting((finding) -> finding.location().line() + " " + finding.read())
			.containsExactly("2 Pairs", "3 Gaps", "4 Two right", "6 <other>");
		assertThat(read.findings().get(1).message())
			.isEqualTo("A cloze question is not taken: the bank has questions that are answered in words.");
	}

	@Test
	void keepsLongNotesForGradersAsAnswer() throws IOException {
		var read = ReadFile.of(QuestionFormat.MOODLE, """
				<quiz><question type="essay"><questiontext format="html"><text>Why?</text></questiontext>
				<graderinfo format="html"><text>&lt;p&gt;%s&lt;/p&gt;</text></graderinfo></question></quiz>"""
			.formatted("because ".repeat(50)));
		assertThat(read.entries().get(0).sampleAnswer()).startsWith("because because");
		assertThat(read.entries().get(0).keyPoints()).isEmpty();
	}

	@Test
	void refusesDeepNesting() throws IOException {
		var read = ReadFile.of(QuestionFormat.MOODLE, "<quiz>" + "<a>".repeat(10_000));
		assertThat(read.findings()).extracting(Finding::message).contains("Elements are nested deeper than 250.");
	}

	@Test
	void dropsFilesAndImagesAndSaysSo() throws IOException {
		var read = ReadFile.of(QuestionFormat.MOODLE, """
				<quiz><question type="essay"><questiontext format="html">
				<text><![CDATA[Why?<img src="@@PLUGINFILE@@/a.png">]]></text>
				<file name="a.png" encoding="base64">AAAA</file></questiontext></question></quiz>""");
		assertThat(read.entries().get(0).prompt()).isEqualTo("Why?");
		assertThat(read.messages()).anyMatch((message) -> message.contains("An image was dropped."))
			.anyMatch((message) -> message.startsWith("3:") && message.contains("A file was dropped."));
	}

}
