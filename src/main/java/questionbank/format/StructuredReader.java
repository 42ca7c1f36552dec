package questionbank.format;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLReadFeature;

import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Location;
import questionbank.format.QuestionEntry.Severity;

/**
 * Reads questions from JSON, JSON lines and YAML: objects with the names of
 * {@link EntryField}, in lists, in objects that hold lists, and in trees whose keys are
 * topics and difficulties. It holds one question at a time.
 */
final class StructuredReader {

	private static final int MAX_DEPTH = 50;

	private static final int MAX_STRING = 24 * 1024 * 1024;

	private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
		.maxNestingDepth(MAX_DEPTH)
		.maxStringLength(MAX_STRING)
		.build();

	private static final JsonFactory JSON = JsonFactory.builder()
		.streamReadConstraints(CONSTRAINTS)
		.enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
		.build();

	private static final YAMLFactory YAML = YAMLFactory.builder()
		.streamReadConstraints(CONSTRAINTS)
		.loadSettings(LoadSettings.builder().setCodePointLimit(MAX_STRING).setAllowDuplicateKeys(true).build())
		.disable(YAMLReadFeature.EMPTY_STRING_AS_NULL)
		.build();

	/** Keys of objects that hold questions, but name no topic. */
	private static final Set<String> CONTAINERS = Set.of("questions", "items", "data", "entries", "cards", "results",
			"records", "list", "content", "topics", "categories", "question", "prompt", "prompts");

	private static final String ALIAS = "An alias is not followed: please write out what it stands for.";

	private final JsonParser parser;

	private final EntrySink sink;

	private final @Nullable String part;

	private final int firstLine;

	/** The line at which the question begins that is being read. */
	private int begun = 1;

	private StructuredReader(TokenStreamFactory factory, Reader reader, EntrySink sink, @Nullable String part,
			int firstLine) {
		this.parser = factory.createParser(ObjectReadContext.empty(),
				(factory == YAML) ? new SurrogatePairReader(reader) : reader);
		this.sink = sink;
		this.part = part;
		this.firstLine = firstLine;
	}

	static void readJson(Path file, EntrySink sink) throws IOException {
		readDocument(JSON, file, sink);
	}

	static void readYaml(Path file, EntrySink sink) throws IOException {
		readDocument(YAML, file, sink);
	}

	private static void readDocument(TokenStreamFactory factory, Path file, EntrySink sink) throws IOException {
		try (var reader = TextDecoding.open(file, sink)) {
			var document = new StructuredReader(factory, reader, sink, null, 1);
			try {
				document.values();
			}
			catch (BrokenException ex) {
				throw new MalformedFileException(ex.location, "", String.valueOf(ex.getMessage())).withRest(file,
						document.begun);
			}
		}
	}

	/** Reads a file with a value on each line; a malformed line is a finding. */
	static void readLines(Path file, EntrySink sink) throws IOException {
		try (var reader = new BufferedReader(TextDecoding.open(file, sink))) {
			var number = 0;
			for (var line = reader.readLine(); line != null; line = reader.readLine()) {
				number++;
				if (!line.isBlank()) {
					readLine(line, number, sink);
				}
			}
		}
	}

	private static void readLine(String line, int number, EntrySink sink) throws IOException {
		try {
			new StructuredReader(JSON, new StringReader(line), sink, null, number).values();
		}
		catch (BrokenException ex) {
			sink.entry(EntryBuilder.rejected(ex.location, line.strip(), String.valueOf(ex.getMessage())));
		}
	}

	/**
	 * Reads the fields of one question from YAML, such as the front matter of a file.
	 * @param firstLine the line of the file at which the text begins
	 */
	static void readFields(String yaml, @Nullable String part, int firstLine, EntryBuilder builder, EntrySink sink)
			throws IOException {
		try {
			var reader = new StructuredReader(YAML, new StringReader(yaml), sink, part, firstLine);
			if (reader.next() == JsonToken.START_OBJECT) {
				reader.fields(builder, new Group("", "")).unknown().forEach(builder::report);
			}
			else {
				builder.report(Severity.WARNING, reader.here(), yaml, "The front matter has no fields.");
			}
		}
		catch (BrokenException ex) {
			builder.report(Severity.ERROR, ex.location, yaml, String.valueOf(ex.getMessage()));
		}
	}

	private void values() throws IOException {
		while (next() != null) {
			value(new Group("", ""));
		}
	}

	private void value(Group group) throws IOException {
		var token = this.parser.currentToken();
		if (token == JsonToken.START_OBJECT) {
			object(group);
		}
		else if (token == JsonToken.START_ARRAY) {
			while (next() != JsonToken.END_ARRAY) {
				value(group);
			}
		}
		else {
			this.sink.finding(new Finding(Severity.ERROR, here(), written(), isAlias() ? ALIAS
					: "A question is an object with a \"question\", and this is %s.".formatted(kind(token))));
		}
	}

	private void object(Group group) throws IOException {
		this.begun = here().line();
		var builder = new EntryBuilder(here());
		var outcome = fields(builder, group);
		if (outcome.isGroup()) {
			for (var note : outcome.unknown()) {
				this.sink.finding(note);
			}
			return;
		}
		if (builder.isEmpty()) {
			this.sink.finding(new Finding(Severity.ERROR, outcome.start(), outcome.names(),
					"An object has no \"question\": it is left out."));
			return;
		}
		outcome.unknown().forEach(builder::report);
		if (!group.topic.isEmpty()) {
			builder.items(EntryField.TOPICS, EntryField.TOPICS.key(), List.of(group.topic), outcome.start());
		}
		if (!group.difficulty.isEmpty() && !builder.has(EntryField.DIFFICULTY)) {
			builder.text(EntryField.DIFFICULTY, EntryField.DIFFICULTY.key(), group.difficulty, outcome.start());
		}
		this.sink.entry(builder.build());
	}

	/**
	 * Reads an object to its end; objects in it that are no fields are read as groups.
	 */
	private Outcome fields(EntryBuilder builder, Group group) throws IOException {
		var start = here();
		var outcome = new Outcome(start, new ArrayList<>());
		while (next() != JsonToken.END_OBJECT) {
			var name = String.valueOf(this.parser.currentName());
			var at = here();
			if (++outcome.count > EntryBuilder.MAX_ITEMS) {
				throw new BrokenException(at, "An object has more than %,d names.".formatted(EntryBuilder.MAX_ITEMS));
			}
			next();
			field(name, at, builder, group, outcome);
		}
		return outcome;
	}

	private void field(String name, Location at, EntryBuilder builder, Group group, Outcome outcome)
			throws IOException {
		var field = EntryField.named(name);
		var token = this.parser.currentToken();
		if (field == EntryField.PROBLEM) {
			skip();
		}
		else if (field != null && !isGroup(field, token)) {
			fieldValue(field, name, at, builder);
			if (outcome.group) {
				outcome.note(at, name, "\"%s\" comes after the questions of its group: it is left out.");
			}
		}
		else if (token.isStructStart() && !isQuestion(builder)) {
			outcome.group = true;
			value(group.within(name, builder));
		}
		else {
			outcome.note(at, name, "\"%s\" is unknown: it is left out.");
			skip();
		}
	}

	/** Returns whether a structure under the name of a field holds questions. */
	private static boolean isGroup(EntryField field, JsonToken token) {
		return field == EntryField.PROMPT && token.isStructStart()
				|| field == EntryField.TOPICS && token == JsonToken.START_OBJECT;
	}

	private static boolean isQuestion(EntryBuilder builder) {
		return builder.has(EntryField.PROMPT)
				&& EntryField.PROMPT.rank(String.valueOf(builder.name(EntryField.PROMPT))) < 3
				|| builder.has(EntryField.SAMPLE_ANSWER);
	}

	private void fieldValue(EntryField field, String name, Location at, EntryBuilder builder) throws IOException {
		var token = this.parser.currentToken();
		if (token.isStructStart()) {
			var items = new ArrayList<String>();
			flatten(items, builder, 0);
			if (field.isList()) {
				builder.items(field, name, items, at);
			}
			else {
				builder.text(field, name, String.join("\n", items), at);
			}
		}
		else if (isAlias()) {
			builder.report(Severity.ERROR, here(), written(), ALIAS);
			builder.text(field, name, written(), at);
		}
		else if (token != JsonToken.VALUE_NULL) {
			if (field == EntryField.PROMPT && token != JsonToken.VALUE_STRING && !isYaml()) {
				builder.report(Severity.ERROR, here(), text(),
						"The question is %s, not a text.".formatted(kind(token)));
			}
			builder.text(field, name, text(), at);
		}
	}

	/** Collects the texts of an array, or the values of an object as one text. */
	private void flatten(List<String> items, EntryBuilder builder, int depth) throws IOException {
		var end = (this.parser.currentToken() == JsonToken.START_ARRAY) ? JsonToken.END_ARRAY : JsonToken.END_OBJECT;
		for (var token = next(); token != end; token = next()) {
			if (token == JsonToken.PROPERTY_NAME) {
				continue;
			}
			if (token.isStructStart()) {
				var inner = new ArrayList<String>();
				flatten(inner, builder, depth + 1);
				items.add(String.join(" ", inner));
			}
			else if (isAlias()) {
				builder.report(Severity.ERROR, here(), written(), ALIAS);
				items.add(written());
			}
			else if (items.size() <= EntryBuilder.MAX_ITEMS && (token != JsonToken.VALUE_NULL || isYaml())) {
				items.add(text());
			}
		}
	}

	private void skip() throws IOException {
		if (this.parser.currentToken().isStructStart()) {
			for (var depth = 1; depth > 0;) {
				var token = next();
				depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
			}
		}
	}

	private boolean isYaml() {
		return this.parser instanceof YAMLParser;
	}

	private boolean isAlias() {
		return this.parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
	}

	private static String kind(JsonToken token) {
		return switch (token) {
			case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
			case VALUE_TRUE, VALUE_FALSE -> "true or false";
			case VALUE_NULL -> "null";
			default -> "a text";
		};
	}

	/** Returns the next token: {@code null} only between the values of the file. */
	@SuppressWarnings("NullAway")
	private JsonToken next() throws IOException {
		return guarded(this.parser::nextToken);
	}

	private String text() throws IOException {
		var text = guarded(this.parser::getString);
		return (text != null) ? text : "";
	}

	/** Returns the text as the file has it. */
	private String written() throws IOException {
		return isAlias() ? "*" + text() : text();
	}

	/** Reports whatever the parser throws as an error of the file. */
	private <T> @Nullable T guarded(Supplier<T> step) throws IOException {
		try {
			return step.get();
		}
		catch (JacksonException ex) {
			var location = (ex.getLocation() != null) ? location(ex.getLocation()) : here();
			throw new BrokenException(location, reason(ex));
		}
		catch (RuntimeException ex) {
			throw new BrokenException(here(), "The file cannot be read from here on.");
		}
	}

	private static String reason(JacksonException ex) {
		// Jackson names the limit that is exceeded, and the method that returns it.
		var message = String.valueOf(ex.getOriginalMessage()).replaceAll(" \\((\\d+), from `[^`]*`\\)", " of $1");
		var lines = message.lines().map(String::strip).limit(2).toList();
		return "The file cannot be read from here on: " + String.join(" ", lines);
	}

	private Location here() {
		return location(this.parser.currentTokenLocation());
	}

	private Location location(TokenStreamLocation location) {
		return new Location(this.part, Math.max(location.getLineNr(), 1) + this.firstLine - 1,
				Math.max(location.getColumnNr(), 1));
	}

	/**
	 * Never ends a read between the halves of a surrogate pair: the YAML parser fails on
	 * a half at the end of its buffer.
	 */
	private static final class SurrogatePairReader extends FilterReader {

		private int held = -1;

		SurrogatePairReader(Reader reader) {
			super(reader);
		}

		@Override
		public int read(char[] buffer, int offset, int length) throws IOException {
			var count = 0;
			if (this.held >= 0 && length > 0) {
				buffer[offset] = (char) this.held;
				this.held = -1;
				count++;
			}
			if (length > count) {
				count += Math.max(super.read(buffer, offset + count, length - count), 0);
			}
			if (count > 1 && Character.isHighSurrogate(buffer[offset + count - 1])) {
				this.held = buffer[offset + --count];
			}
			return (count == 0 && length > 0) ? -1 : count;
		}

	}

	/** What the keys above an object say about it. */
	private record Group(String topic, String difficulty) {

		/** Returns the group below a key of an object whose first fields are known. */
		Group within(String key, EntryBuilder builder) {
			var within = this;
			var title = builder.has(EntryField.TOPICS) ? builder.text(EntryField.TOPICS)
					: builder.text(EntryField.PROMPT);
			if (!title.isEmpty()) {
				within = new Group(title, within.difficulty);
			}
			if (builder.has(EntryField.DIFFICULTY)) {
				within = new Group(within.topic, builder.text(EntryField.DIFFICULTY));
			}
			var word = Difficulties.word(key);
			if (word != null) {
				return new Group(within.topic, word);
			}
			return CONTAINERS.contains(EntryField.folded(key)) ? within : new Group(key, within.difficulty);
		}

	}

	/** What came of the names of an object. */
	private static final class Outcome {

		private final Location start;

		private final List<Finding> unknown;

		private boolean group;

		private int count;

		private String names = "";

		Outcome(Location start, List<Finding> unknown) {
			this.start = start;
			this.unknown = unknown;
		}

		void note(Location at, String name, String message) {
			this.names += this.names.isEmpty() ? name : (this.names.length() < 100) ? ", " + name : "";
			this.unknown.add(new Finding(Severity.NOTE, at, name, message.formatted(name)));
		}

		Location start() {
			return this.start;
		}

		List<Finding> unknown() {
			return this.unknown;
		}

		boolean isGroup() {
			return this.group;
		}

		String names() {
			return this.names;
		}

	}

	/** Thrown if the parser cannot go on. */
	private static final class BrokenException extends IOException {

		private final transient Location location;

		BrokenException(Location location, String message) {
			super(message);
			this.location = location;
		}

	}

}
