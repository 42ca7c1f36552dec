package questionbank.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.MinimalPrettyPrinter;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLGenerator;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Writes questions as JSON, JSON lines or YAML, with the names of {@link EntryField}.
 */
final class StructuredWriter implements EntryWriter {

	private static final JsonFactory JSON = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

	private static final YAMLFactory YAML = YAMLFactory.builder()
		.disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
		.disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
		.enable(YAMLWriteFeature.LITERAL_BLOCK_STYLE)
		.build();

	private final JsonGenerator generator;

	private final boolean inArray;

	private StructuredWriter(JsonGenerator generator, boolean inArray) {
		this.generator = generator;
		this.inArray = inArray;
		if (inArray) {
			generator.writeStartArray();
		}
	}

	static EntryWriter json(OutputStream out) {
		return new StructuredWriter(JSON.createGenerator(new Style(new DefaultPrettyPrinter()), out), true);
	}

	static EntryWriter lines(OutputStream out) {
		return new StructuredWriter(JSON.createGenerator(new Style(new MinimalPrettyPrinter("\n")), out), false);
	}

	static EntryWriter yaml(OutputStream out) {
		return new StructuredWriter(YAML.createGenerator(ObjectWriteContext.empty(), out), true);
	}

	/** Writes the fields of one question as YAML, except those that are left out. */
	static String fields(QuestionEntry entry, @Nullable String problem, EntryField... without) {
		var out = new ByteArrayOutputStream();
		var writer = new StructuredWriter(YAML.createGenerator(ObjectWriteContext.empty(), out), false);
		writer.object(entry, problem, Set.of(without));
		writer.generator.close();
		return out.toString(StandardCharsets.UTF_8);
	}

	@Override
	public void write(QuestionEntry entry, @Nullable String problem) throws IOException {
		object(entry, problem, Set.of());
	}

	private void object(QuestionEntry entry, @Nullable String problem, Set<EntryField> without) {
		this.generator.writeStartObject();
		for (var field : EntryField.values()) {
			if (without.contains(field)) {
				continue;
			}
			if (field.isList()) {
				this.generator.writeArrayPropertyStart(field.key());
				field.items(entry).forEach(this.generator::writeString);
				this.generator.writeEndArray();
			}
			else if (field == EntryField.PROBLEM) {
				if (problem != null) {
					this.generator.writeStringProperty(field.key(), problem);
				}
			}
			else if (field != EntryField.ID || !entry.id().isEmpty()) {
				this.generator.writeStringProperty(field.key(), field.text(entry));
			}
		}
		this.generator.writeEndObject();
	}

	@Override
	public void close() throws IOException {
		if (this.inArray) {
			this.generator.writeEndArray();
		}
		if (!(this.generator instanceof YAMLGenerator)) {
			this.generator.writeRaw('\n');
		}
		this.generator.close();
	}

	/** Sets the pretty printer. */
	private static final class Style extends ObjectWriteContext.Base {

		private final PrettyPrinter printer;

		Style(PrettyPrinter printer) {
			this.printer = printer;
		}

		@Override
		public PrettyPrinter getPrettyPrinter() {
			return this.printer;
		}

		@Override
		public boolean hasPrettyPrinter() {
			return true;
		}

	}

}
