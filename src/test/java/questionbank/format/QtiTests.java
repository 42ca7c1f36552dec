package questionbank.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;

import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Severity;

import static org.assertj.core.api.Assertions.assertThat;

/** QTI items and packages, in and out. */
class QtiTests {

	@Test
	void readsAnItemOfVersionTwo() throws IOException {
		var read = ReadFile.of(QuestionFormat.QTI,
				"""
						<?xml version="1.0" encoding="UTF-8"?>
						<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="saga-1" title="Sagas">
						<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="string"/>
						<itemBody><p>What is a <em>saga</em>?</p>
						<extendedTextInteraction responseIdentifier="RESPONSE"><prompt>Say when.</prompt></extendedTextInteraction>
						<rubricBlock view="scorer"><p>Difficulty: senior</p><ul><li>steps</li><li>compensation</li></ul></rubricBlock>
						</itemBody>
						<modalFeedback outcomeIdentifier="F" identifier="f" showHide="show">A sequence of<br/>local steps.</modalFeedback>
						</assessmentItem>""");
		assertThat(read.findings()).isEmpty();
		assertThat(read.entries()).singleElement().satisfies((entry) -> {
			assertThat(entry.id()).isEqualTo("saga-1");
			assertThat(entry.prompt()).isEqualTo("What is a *saga*?\n\nSay when.");
			assertThat(entry.difficulty()).isEqualTo("hard");
			assertThat(entry.keyPoints()).containsExactly("steps", "compensation");
			assertThat(entry.sampleAnswer()).isEqualTo("A sequence of  \nlocal steps.");
			assertThat(entry.location().line()).isEqualTo(2);
		});
	}

	@Test
	void readsAnItemOfVersionThree() throws IOException {
		var read = ReadFile.of(QuestionFormat.QTI,
				"""
						<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="t">
						<qti-item-body><qti-extended-text-interaction response-identifier="R"><qti-prompt>Why?</qti-prompt>
						</qti-extended-text-interaction>
						<qti-rubric-block view="scorer" use="modelAnswer"><p>Because.</p></qti-rubric-block>
						<qti-rubric-block view="scorer"><p>a reason</p></qti-rubric-block></qti-item-body></qti-assessment-item>""");
		assertThat(read.entries()).singleElement().satisfies((entry) -> {
			assertThat(entry.prompt()).isEqualTo("Why?");
			assertThat(entry.sampleAnswer()).isEqualTo("Because.");
			assertThat(entry.keyPoints()).containsExactly("a reason");
		});
	}

	@Test
	void offersChoicesAndNamesOtherKinds() throws IOException {
		var choice = """
				<assessmentItem identifier="c" title="Choice"><responseDeclaration identifier="R"><correctResponse>
				<value>B</value></correctResponse></responseDeclaration><itemBody><choiceInteraction responseIdentifier="R">
				<prompt>Which?</prompt><simpleChoice identifier="A">one</simpleChoice>
				<simpleChoice identifier="B">two</simpleChoice></choiceInteraction></itemBody></assessmentItem>""";
		assertThat(ReadFile.of(QuestionFormat.QTI, choice).entries()).singleElement().satisfies((entry) -> {
			assertThat(entry.optional()).isTrue();
			assertThat(entry.prompt()).isEqualTo("Which?");
			assertThat(entry.sampleAnswer()).isEqualTo("two");
			assertThat(entry.status()).isEqualTo("draft");
		});
		var matching = ReadFile.of(QuestionFormat.QTI,
				"<assessmentItem title=\"Pairs\"><itemBody><matchInteraction/></itemBody></assessmentItem>");
		assertThat(matching.entries()).isEmpty();
		assertThat(matching.findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.read()).isEqualTo("Pairs");
			assertThat(finding.message()).contains("matching");
		});
	}

	@Test
	void writesAPackageWithAManifest() throws IOException {
		var written = ReadFile.written(QuestionFormat.QTI, new GeneratedEntries(2).list(2), null);
		var names = new ArrayList<String>();
		var manifest = "";
		try (var zip = new ZipInputStream(new ByteArrayInputStream(written))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				names.add(entry.getName());
				manifest = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
			}
		}
		assertThat(names).containsExactly("items/item-000001.xml", "items/item-000002.xml", "imsmanifest.xml");
		assertThat(manifest).contains("imsqti_item_xmlv2p1", "href=\"items/item-000002.xml\"");
	}

	@Test
	void restoresPlainAnswersExactly() throws IOException {
		var entry = new QuestionEntry(QuestionEntry.Location.of(0, 0), "q-1", "Why?  Say\nit.", "hard",
				"One paragraph.\n\nTwo, with `code`:\n\n- a\n- b", List.of("point"), List.of("And then?"),
				List.of("data-quality", "api"), "retired", "interviewers", "CC BY 4.0: example.org", false, List.of());
		assertThat(
				ReadFile.of(QuestionFormat.QTI, ReadFile.written(QuestionFormat.QTI, List.of(entry), null)).content())
			.containsExactly(entry);
	}

	@Test
	void refusesDocumentTypes() throws IOException {
		var read = ReadFile.of(QuestionFormat.QTI,
				"<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><assessmentItem>&x;</assessmentItem>");
		assertThat(read.findings()).extracting(Finding::message)
			.singleElement()
			.asString()
			.contains("document type is refused");
	}

	@Test
	void boundsZipFilesAndTakesNoPathFromThem() throws IOException {
		var item = "<assessmentItem identifier=\"i\"><itemBody><p>Why?</p><extendedTextInteraction/></itemBody>"
				+ "</assessmentItem>";
		var slip = ReadFile.of(QuestionFormat.QTI, zip("../../../tmp/evil.xml", item));
		assertThat(slip.entries()).extracting(QuestionEntry::prompt).containsExactly("Why?");
		assertThat(Files.exists(Path.of("/tmp/evil.xml"))).isFalse();
		var bomb = ReadFile.of(QuestionFormat.QTI, zip("bomb.xml", " ".repeat(30_000_000)));
		assertThat(bomb.readToEnd()).isFalse();
		var damaged = ReadFile.of(QuestionFormat.QTI, zip("a.xml", "<assessmentItem>", "b.xml", item));
		assertThat(damaged.entries()).hasSize(1);
		assertThat(damaged.findings()).singleElement()
			.satisfies((finding) -> assertThat(finding.location().part()).isEqualTo("a.xml"));
	}

	@Test
	void namesTheItemsThatAPackageLacks() throws IOException {
		var item = "<assessmentItem identifier=\"i\"><itemBody><p>Why?</p><extendedTextInteraction/></itemBody>"
				+ "</assessmentItem>";
		var manifest = "<manifest><resources><resource type=\"imsqti_item_xmlv2p1\" href=\"items/a.xml\"/>"
				+ "<resource type=\"imsqti_item_xmlv2p1\" href=\"items/b.xml\"/>"
				+ "<resource type=\"webcontent\" href=\"c.png\"/></resources></manifest>";
		var lacking = ReadFile.of(QuestionFormat.QTI, zip("bank/imsmanifest.xml", manifest, "bank/items/a.xml", item));
		assertThat(lacking.entries()).hasSize(1);
		assertThat(lacking.findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.ERROR);
			assertThat(finding.read()).isEqualTo("bank/items/b.xml");
		});
	}

	private static byte[] zip(String... namesAndContents) throws IOException {
		var out = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(out)) {
			for (int at = 0; at < namesAndContents.length; at += 2) {
				zip.putNextEntry(new ZipEntry(namesAndContents[at]));
				zip.write(namesAndContents[at + 1].getBytes(StandardCharsets.UTF_8));
			}
		}
		return out.toByteArray();
	}

}
