package questionbank.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Location;

/**
 * Writes questions as Markdown that people can edit. Each question is read back before it
 * is written: if its texts have headings or open blocks that would be read as something
 * else, its fields are written as YAML instead.
 */
final class MarkdownWriter implements EntryWriter {

	private static final String SENTINEL = "\n\n## Next\n\n#### Answer\n\nNext\n";

	/**
	 * Lines that may begin a heading, a block of code or HTML, or underline a heading.
	 */
	private static final Pattern SPECIAL = Pattern.compile("(?m)^\\h*([#<`~=\\\\]|-+\\h*$)|\\r|<details");

	private static final Pattern WORD = Pattern.compile("([a-zA-Z0-9]++[._ -]?)*+");

	/** A line that begins with a letter or digit and has no mark of a heading. */
	private static final Pattern ONE_LINE = Pattern.compile("[\\p{L}\\p{N}][^#<\\\\\\v]*(?<=\\S)");

	private final OutputStream out;

	private final @Nullable ZipOutputStream zip;

	private int number;

	private MarkdownWriter(OutputStream out, @Nullable ZipOutputStream zip) {
		this.out = out;
		this.zip = zip;
	}

	/** Opens a writer of one file. */
	static EntryWriter file(OutputStream out) {
		return new MarkdownWriter(out, null);
	}

	/** Opens a writer of a zip file with a file for each question. */
	static EntryWriter zip(OutputStream out) {
		var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
		return new MarkdownWriter(zip, zip);
	}

	@Override
	public void write(QuestionEntry entry, @Nullable String problem) throws IOException {
		this.number++;
		if (this.zip != null) {
			var file = new ZipEntry("question-%06d.md".formatted(this.number));
			file.setTime(0);
			this.zip.putNextEntry(file);
			text(document(entry, problem));
			this.zip.closeEntry();
		}
		else {
			text(((this.number > 1) ? "\n" : "") + section(entry, problem));
		}
	}

	private void text(String text) throws IOException {
		this.out.write(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String section(QuestionEntry entry, @Nullable String problem) throws IOException {
		var text = new StringBuilder("## " + entry.prompt() + "\n\n");
		comment(text, EntryField.ID, entry.id());
		comment(text, EntryField.DIFFICULTY, entry.difficulty());
		comment(text, EntryField.TOPICS, EntryField.TOPICS.text(entry));
		comment(text, EntryField.STATUS, entry.status());
		comment(text, EntryField.AUDIENCE, entry.audience());
		comment(text, EntryField.PROBLEM,
				(problem != null) ? problem.replaceAll("\\s+", " ").replaceAll("-{2,}", "-") : "");
		text.append("\n#### Answer\n\n").append(entry.sampleAnswer()).append('\n');
		heading(text, "Key points", ItemLines.bulleted(entry.keyPoints()));
		heading(text, "Follow-up questions", ItemLines.bulleted(entry.probes()));
		heading(text, "Source", entry.source());
		return isPlain(entry) || isReadAs(entry, text + SENTINEL, 2) ? text.toString() : fenced(entry, problem);
	}

	/** Returns whether no line can be read as something else: a fast check for most. */
	private static boolean isPlain(QuestionEntry entry) {
		var metadata = String.join("", entry.id(), entry.difficulty(), entry.status(), entry.audience());
		return isOneLine(entry.prompt()) && EntryField.named(entry.prompt()) == null && isOneLine(entry.source())
				&& !SPECIAL.matcher(entry.sampleAnswer()).find() && WORD.matcher(metadata).matches()
				&& entry.topics().stream().allMatch((topic) -> WORD.matcher(topic).matches())
				&& entry.keyPoints().stream().allMatch(MarkdownWriter::isOneLine)
				&& entry.probes().stream().allMatch(MarkdownWriter::isOneLine)
				&& entry.sampleAnswer().equals(entry.sampleAnswer().strip());
	}

	private static boolean isOneLine(String text) {
		return text.isEmpty() || ONE_LINE.matcher(text).matches();
	}

	private static void comment(StringBuilder text, EntryField field, String value) {
		if (!value.isEmpty()) {
			text.append("<!-- ").append(field.key()).append(": (").append(value).append(") -->\n");
		}
	}

	private static void heading(StringBuilder text, String heading, String content) {
		if (!content.isEmpty()) {
			text.append("\n#### ").append(heading).append("\n\n").append(content).append('\n');
		}
	}

	/** Writes all fields as YAML, within a fence that no text of the question closes. */
	private static String fenced(QuestionEntry entry, @Nullable String problem) {
		var yaml = StructuredWriter.fields(entry, problem);
		var fence = "`".repeat(Math.max(3, MarkdownText.longestRun(yaml, '`') + 1));
		return fence + MarkdownBlocks.QUESTION_INFO + "\n" + yaml + (yaml.endsWith("\n") ? "" : "\n") + fence + "\n";
	}

	private static String document(QuestionEntry entry, @Nullable String problem) throws IOException {
		var fields = StructuredWriter.fields(entry, problem, EntryField.PROMPT, EntryField.SAMPLE_ANSWER);
		var text = "---\n" + fields + "---\n\n# " + entry.prompt() + "\n\n" + entry.sampleAnswer() + "\n";
		return isReadAs(entry, text, 1) ? text : "---\n" + StructuredWriter.fields(entry, problem) + "---\n";
	}

	private static boolean isReadAs(QuestionEntry entry, String text, int count) throws IOException {
		var entries = new ArrayList<QuestionEntry>();
		var findings = new ArrayList<Finding>();
		MarkdownReader.read(text, null, new EntrySink() {

			@Override
			public void entry(QuestionEntry read) {
				entries.add(read);
			}

			@Override
			public void finding(Finding finding) {
				findings.add(finding);
			}

		});
		return findings.isEmpty() && entries.size() == count && content(entries.get(0)).equals(content(entry));
	}

	private static QuestionEntry content(QuestionEntry entry) {
		return new QuestionEntry(Location.of(0, 0), entry.id(), entry.prompt(), entry.difficulty(),
				entry.sampleAnswer(), entry.keyPoints(), entry.probes(), entry.topics(), entry.status(),
				entry.audience(), entry.source(), false, List.of());
	}

	@Override
	public void close() throws IOException {
		if (this.zip != null) {
			if (this.number == 0) {
				this.zip.putNextEntry(new ZipEntry("empty.md"));
				this.zip.closeEntry();
			}
			this.zip.finish();
		}
		this.out.flush();
	}

}
