package questionbank.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Writes essay questions as GIFT. */
final class GiftWriter implements EntryWriter {

	static final List<String> LOSSES = List
		.of("Key points, follow-up questions and the source are comments, which Moodle does not read.");

	private final Writer out;

	GiftWriter(OutputStream out) {
		this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
	}

	@Override
	public void write(QuestionEntry entry, @Nullable String problem) throws IOException {
		if (problem != null) {
			comment("problem", problem);
		}
		identification(entry);
		for (var point : entry.keyPoints()) {
			comment("key point", point);
		}
		for (var probe : entry.probes()) {
			comment("follow-up question", probe);
		}
		if (!entry.source().isEmpty()) {
			comment("source", entry.source());
		}
		this.out.write("::" + GiftText.escape(MoodleWriter.name(entry)) + "::");
		this.out.write("[plain]" + GiftText.escape(entry.prompt()) + "{");
		if (!entry.sampleAnswer().isEmpty()) {
			this.out.write("####[markdown]" + GiftText.escape(entry.sampleAnswer()));
		}
		this.out.write("}\n\n");
	}

	private void identification(QuestionEntry entry) throws IOException {
		this.out.write("//");
		if (!entry.id().isEmpty()) {
			this.out.write(" [id:" + bracketed(entry.id()) + "]");
		}
		for (var tag : EntryTags.of(entry, ":")) {
			this.out.write(" [tag:" + bracketed(tag) + "]");
		}
		this.out.write("\n");
	}

	private static String bracketed(String text) {
		return text.replaceAll("[\\r\\n]+", " ").replace("]", "\\]");
	}

	private void comment(String name, String text) throws IOException {
		this.out.write("// " + name + ": " + GiftText.escape(text) + "\n");
	}

	@Override
	public void close() throws IOException {
		this.out.flush();
	}

}
