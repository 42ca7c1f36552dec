package questionbank.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StreamUtils;

/**
 * Writes a package of QTI 2.1: an item with an extended text interaction for each
 * question, and the manifest. What is for scorers is in rubric blocks.
 */
final class QtiWriter implements EntryWriter {

	static final List<String> LOSSES = List.of(
			"Markdown is written as HTML and comes back in its usual spelling: lists with -, emphasis with *, each "
					+ "paragraph on one line, no images, and nesting up to 100 elements.",
			"Tabs become spaces, and so do no-break spaces beside spaces or at the edge of a line.",
			"Difficulty, topics, status, audience and source are lines for scorers.");

	private static final String ITEM = "http://www.imsglobal.org/xsd/imsqti_v2p1";

	private static final String CONTENT_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1";

	/** Begins the identifier of an item for a question without an id. */
	private static final String NO_ID = "without-id-";

	private final ZipOutputStream zip;

	private int count;

	QtiWriter(OutputStream out) {
		this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
	}

	/** Returns the id of a question for the identifier of its item. */
	static String id(String identifier) {
		return identifier.startsWith(NO_ID) ? "" : identifier;
	}

	@Override
	public void write(QuestionEntry entry, @Nullable String problem) throws IOException {
		this.zip.putNextEntry(new ZipEntry(file(++this.count)));
		var xml = new XmlOutput(StreamUtils.nonClosing(this.zip));
		if (problem != null) {
			xml.comment("problem: " + problem);
		}
		xml.start("assessmentItem", "xmlns", ITEM, "identifier", entry.id().isEmpty() ? NO_ID + this.count : entry.id(),
				"title", MoodleWriter.name(entry), "adaptive", "false", "timeDependent", "false");
		xml.start("responseDeclaration", "identifier", "RESPONSE", "cardinality", "single", "baseType", "string");
		xml.end();
		xml.start("outcomeDeclaration", "identifier", "SCORE", "cardinality", "single", "baseType", "float");
		xml.end();
		xml.start("itemBody");
		xml.start("extendedTextInteraction", "responseIdentifier", "RESPONSE");
		xml.start("prompt");
		xml.raw(MarkdownText.escape(entry.prompt()));
		xml.end();
		xml.end();
		if (!entry.sampleAnswer().isEmpty()) {
			rubric(xml, "sample-answer", MarkdownText.toHtml(entry.sampleAnswer()));
		}
		rubric(xml, "scoring-notes", ScorerNotes.write(entry, EntryField.DIFFICULTY, EntryField.TOPICS,
				EntryField.STATUS, EntryField.AUDIENCE, EntryField.SOURCE));
		xml.finish();
		this.zip.closeEntry();
	}

	private static void rubric(XmlOutput xml, String id, String html) throws IOException {
		xml.start("rubricBlock", "id", id, "view", "scorer");
		xml.raw(html);
		xml.end();
	}

	private static String file(int number) {
		return "items/item-%06d.xml".formatted(number);
	}

	@Override
	public void close() throws IOException {
		this.zip.putNextEntry(new ZipEntry("imsmanifest.xml"));
		var xml = new XmlOutput(StreamUtils.nonClosing(this.zip));
		xml.start("manifest", "xmlns", CONTENT_PACKAGE, "identifier", "question-bank");
		xml.start("metadata");
		xml.element("schema", "QTIv2.1 Package");
		xml.element("schemaversion", "1.0.0");
		xml.end();
		xml.start("organizations");
		xml.end();
		xml.start("resources");
		for (int number = 1; number <= this.count; number++) {
			xml.start("resource", "identifier", "item-%06d".formatted(number), "type", "imsqti_item_xmlv2p1", "href",
					file(number));
			xml.start("file", "href", file(number));
			xml.end();
			xml.end();
		}
		xml.finish();
		this.zip.closeEntry();
		this.zip.finish();
	}

}
