package questionbank.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Writes essay questions as Moodle XML. */
final class MoodleWriter implements EntryWriter {

	static final List<String> LOSSES = List.of("Moodle cuts tags after 50 characters, and ids after 100.",
			"No-break spaces beside spaces become spaces in key points, follow-up questions and the source.");

	private static final int NAME_LENGTH = 80;

	private final XmlOutput xml;

	MoodleWriter(OutputStream out) throws IOException {
		this.xml = new XmlOutput(out);
		this.xml.start("quiz");
	}

	@Override
	public void write(QuestionEntry entry, @Nullable String problem) throws IOException {
		if (problem != null) {
			this.xml.comment("problem: " + problem);
		}
		this.xml.start("question", "type", "essay");
		text("name", name(entry));
		formatted("questiontext", "plain_text", entry.prompt());
		formatted("generalfeedback", "markdown", entry.sampleAnswer());
		this.xml.element("defaultgrade", "1");
		this.xml.element("penalty", "0");
		this.xml.element("hidden", Set.of("draft", "retired").contains(entry.status()) ? "1" : "0");
		this.xml.element("idnumber", entry.id());
		this.xml.element("responseformat", "editor");
		this.xml.element("responserequired", "1");
		this.xml.element("responsefieldlines", "15");
		this.xml.element("attachments", "0");
		this.xml.element("attachmentsrequired", "0");
		formatted("graderinfo", "html", ScorerNotes.write(entry, EntryField.SOURCE));
		formatted("responsetemplate", "html", "");
		this.xml.start("tags");
		for (var tag : EntryTags.of(entry, ":")) {
			text("tag", tag);
		}
		this.xml.end();
		this.xml.end();
	}

	/** Returns the beginning of a prompt, as a name. */
	static String name(QuestionEntry entry) {
		var line = entry.prompt().lines().findFirst().orElse("");
		return (line.codePointCount(0, line.length()) <= NAME_LENGTH) ? line
				: line.substring(0, line.offsetByCodePoints(0, NAME_LENGTH)).stripTrailing() + "…";
	}

	private void formatted(String name, String format, String text) throws IOException {
		this.xml.start(name, "format", format);
		this.xml.element("text", text);
		this.xml.end();
	}

	private void text(String name, String text) throws IOException {
		this.xml.start(name);
		this.xml.element("text", text);
		this.xml.end();
	}

	@Override
	public void close() throws IOException {
		this.xml.finish();
	}

}
