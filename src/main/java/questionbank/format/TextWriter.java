package questionbank.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Writes the plain-text form, as {@link TextForm} describes it. */
final class TextWriter implements EntryWriter {

	private final Writer out;

	private int number;

	TextWriter(OutputStream out) {
		this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
	}

	@Override
	public void write(QuestionEntry entry, @Nullable String problem) throws IOException {
		if (this.number > 0) {
			this.out.write('\n');
		}
		this.out.write("Question " + ++this.number + "\n");
		line("Id", entry.id());
		line("Difficulty", entry.difficulty());
		line("Topics", EntryField.TOPICS.text(entry));
		line("Status", entry.status());
		line("Audience", entry.audience());
		this.out.write(TextForm.escape(entry.prompt(), true) + "\n");
		this.out.write("Sample answer\n" + TextForm.escape(entry.sampleAnswer(), false) + "\n");
		items("Key points", entry.keyPoints());
		items("Follow-up questions", entry.probes());
		block("Source", entry.source());
		block("Problem", (problem != null) ? problem : "");
	}

	private void line(String label, String text) throws IOException {
		if (!text.isEmpty()) {
			this.out.write(label + ": " + text.replaceAll("\\R", " ") + "\n");
		}
	}

	private void items(String label, List<String> items) throws IOException {
		if (!items.isEmpty()) {
			this.out.write(label + ":\n" + TextForm.escape(ItemLines.bulleted(items), false) + "\n");
		}
	}

	private void block(String label, String text) throws IOException {
		if (!text.isEmpty()) {
			this.out.write(label + ": " + TextForm.escape(text, false) + "\n");
		}
	}

	@Override
	public void close() throws IOException {
		this.out.flush();
	}

}
