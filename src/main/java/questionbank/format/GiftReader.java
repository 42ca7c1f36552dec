package questionbank.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Location;
import questionbank.format.QuestionEntry.Severity;
import questionbank.web.UnicodeText;

/**
 * Reads the essay questions of GIFT: blocks of lines between blank ones. Ids and tags are
 * in comments, as Moodle writes them. Blocks of Aiken are read, too.
 *
 * @see <a href="https://docs.moodle.org/en/GIFT_format">GIFT format</a>
 * @see <a href="https://docs.moodle.org/en/Aiken_format">Aiken format</a>
 */
final class GiftReader {

	private static final Pattern ID = Pattern.compile("\\[id:((?:\\\\]|[^\\]]){1,300}+)]");

	private static final Pattern TAG = Pattern.compile("\\[tag:((?:\\\\]|[^\\]]){1,300}+)]");

	private static final Pattern FIELD = Pattern.compile("//\\s*(key point|follow-up question|source):\\s*(.*)",
			Pattern.DOTALL);

	private static final Pattern WEIGHT = Pattern.compile("%(-?\\d{1,3}(?:\\.\\d{0,9})?)%");

	private static final Pattern RIGHT_OPTION = Pattern.compile("\\s*ANSWER:\\s*([A-Z])\\s*");

	private static final Pattern OPTION = Pattern.compile("\\s*([A-Z])[.)]\\s+(.*)", Pattern.DOTALL);

	private static final String CATEGORY = "$CATEGORY:";

	/** The longest block, in lines and characters: a brace may be left open. */
	private static final int MAX_LINES = 10_000;

	private static final int MAX_BLOCK = 1_000_000;

	private final EntrySink sink;

	private List<String> category = List.of();

	private GiftReader(EntrySink sink) {
		this.sink = sink;
	}

	/** Reads a file, as {@link QuestionFormat.FormatReader} does. */
	static void read(Path file, EntrySink sink) throws IOException {
		try (var reader = new BufferedReader(TextDecoding.open(file, sink))) {
			new GiftReader(sink).read(reader);
		}
	}

	private void read(BufferedReader reader) throws IOException {
		var block = new Block(1);
		var number = 0;
		for (var line = reader.readLine(); line != null; line = reader.readLine()) {
			number++;
			if (line.isBlank() && !block.isOpen()) {
				read(block);
				block = new Block(number + 1);
			}
			else {
				if (block.isOpen() && block.afterBlank && begins(line)) {
					read(block);
					block = new Block(number);
				}
				block.add(line, number);
			}
			if (block.lines > MAX_LINES || block.text.length() > MAX_BLOCK) {
				throw new MalformedFileException(Location.of(block.start, 1), block.text.toString(),
						"A question of more than %,d lines or %,d characters: a brace may be left open."
							.formatted(MAX_LINES, MAX_BLOCK));
			}
		}
		read(block);
	}

	private static boolean begins(String line) {
		return line.startsWith("::") || line.startsWith("//") || line.startsWith(CATEGORY);
	}

	private void read(Block block) throws IOException {
		if (block.category != null) {
			this.category = MoodleReader.path(block.category);
		}
		var raw = block.text.toString();
		if (raw.isBlank()) {
			return;
		}
		if (raw.lines().anyMatch((line) -> RIGHT_OPTION.matcher(line).matches())) {
			readAiken(block);
			return;
		}
		var text = GiftText.of(raw).part(0);
		var name = "";
		if (text.startsWith("::")) {
			var end = text.indexOf("::", 2);
			if (end >= 0) {
				name = text.part(2, end).text();
				text = text.part(end + 2);
			}
		}
		readQuestion(block, name, text);
	}

	private void readQuestion(Block block, String name, GiftText text) throws IOException {
		var at = block.location();
		var start = text.indexOf("{", 0);
		var end = text.indexOf("}", Math.max(0, start));
		if (start < 0 || end < 0) {
			this.sink.finding((start < 0 && end < 0)
					? new Finding(Severity.WARNING, at, label(name, text.text()),
							"A text without an answer in braces is a description, which asks nothing: not taken.")
					: new Finding(Severity.ERROR, at, label(name, text.text()),
							"A brace is missing: { and } belong around the answer."));
			return;
		}
		var prompt = formatted(text.part(0, start), FormattedText.Format.AUTO, at);
		var answer = text.part(start + 1, end);
		var label = label(name, prompt.text());
		var feedback = new FormattedText("", prompt.format(), at);
		var separator = answer.lastIndexOf("####");
		if (separator >= 0) {
			feedback = formatted(answer.part(separator + 4), prompt.format(), at);
			answer = answer.part(0, separator);
		}
		if (!text.part(end + 1).isEmpty()) {
			this.sink.finding(ChoiceOffer.notTaken("missing words", label, at));
		}
		else if (answer.isEmpty()) {
			this.sink.entry(essay(block, prompt, feedback));
		}
		else {
			readChoice(block, label, prompt, answer, feedback);
		}
	}

	private static String label(String name, String text) {
		return UnicodeText.readable(name.isEmpty() ? text : name);
	}

	private static FormattedText formatted(GiftText text, FormattedText.Format format, Location at) {
		var end = text.text().indexOf(']');
		if (text.text().startsWith("[") && end > 0) {
			var name = text.text().substring(1, end);
			if (Set.of("html", "moodle", "plain", "markdown").contains(name)) {
				return new FormattedText(text.part(end + 1).text(), FormattedText.Format.of(name), at);
			}
		}
		return new FormattedText(text.text(), format, at);
	}

	private QuestionEntry essay(Block block, FormattedText prompt, FormattedText feedback) {
		var entry = new EntryBuilder(block.location());
		var answer = feedback.markdown(entry);
		if (!answer.isEmpty()) {
			entry.text(EntryField.SAMPLE_ANSWER, "####", answer, block.location());
		}
		return complete(block, prompt, entry);
	}

	private QuestionEntry complete(Block block, FormattedText prompt, EntryBuilder entry) {
		var at = block.location();
		entry.text(EntryField.PROMPT, "question", prompt.plain(entry), at);
		entry.text(EntryField.ID, "id", block.id, at);
		entry.text(EntryField.SOURCE, "source", block.source, at);
		entry.items(EntryField.KEY_POINTS, "key point", block.keyPoints, at);
		entry.items(EntryField.PROBES, "follow-up question", block.probes, at);
		EntryTags.read(entry, block.tags, at);
		EntryTags.readPath(entry, this.category, at);
		return entry.build();
	}

	private void readChoice(Block block, String label, FormattedText prompt, GiftText answer, FormattedText feedback)
			throws IOException {
		var kind = kind(answer);
		var right = new ArrayList<GiftText>();
		var wrong = new ArrayList<GiftText>();
		if (kind.equals("multiple choice") || kind.equals("short answer")) {
			split(answer, right, wrong);
		}
		if (right.size() != 1) {
			this.sink.finding(ChoiceOffer.notTaken(kind, label, block.location()));
			return;
		}
		var entry = new EntryBuilder(block.location());
		ChoiceOffer.begin(entry, kind, label,
				formatted(right.get(0), prompt.format(), block.location()).markdown(entry), feedback.markdown(entry),
				wrong.stream().map((text) -> formatted(text, prompt.format(), block.location()).plain(entry)).toList(),
				block.location());
		this.sink.entry(complete(block, prompt, entry));
	}

	private static String kind(GiftText answer) {
		if (answer.startsWith("#")) {
			return "numerical";
		}
		if (answer.contains("~")) {
			return "multiple choice";
		}
		if (answer.contains("=") && answer.contains("->")) {
			return "matching";
		}
		var hash = answer.indexOf("#", 0);
		var first = answer.part(0, (hash >= 0) ? hash : answer.text().length()).text();
		return Set.of("T", "TRUE", "F", "FALSE").contains(first) ? "true or false" : "short answer";
	}

	/** Splits the answers at = and ~, and leaves out what is said to each. */
	private static void split(GiftText answer, List<GiftText> right, List<GiftText> wrong) {
		var starts = new ArrayList<Integer>();
		for (int at = 0; at < answer.text().length(); at++) {
			var character = answer.text().charAt(at);
			if ((character == '=' || character == '~') && !answer.escaped().get(at)) {
				starts.add(at);
			}
		}
		for (int index = 0; index < starts.size(); index++) {
			var start = starts.get(index);
			var text = answer.part(start + 1,
					(index + 1 < starts.size()) ? starts.get(index + 1) : answer.text().length());
			var isRight = answer.text().charAt(start) == '=';
			var weight = WEIGHT.matcher(text.text());
			if (weight.lookingAt()) {
				isRight = Double.parseDouble(weight.group(1)) > 0;
				text = text.part(weight.end());
			}
			var comment = text.indexOf("#", 0);
			text = (comment >= 0) ? text.part(0, comment) : text;
			if (!text.isEmpty()) {
				(isRight ? right : wrong).add(text);
			}
		}
	}

	private void readAiken(Block block) throws IOException {
		var stem = new StringBuilder();
		var options = new ArrayList<String>();
		var letters = new StringBuilder();
		var number = block.start - 1;
		var start = block.start;
		for (var line : block.text.toString().lines().toList()) {
			number++;
			var right = RIGHT_OPTION.matcher(line);
			var option = OPTION.matcher(line);
			if (right.matches()) {
				aiken(block, Location.of(start, 1), stem.toString().strip(), options, letters.indexOf(right.group(1)));
				stem.setLength(0);
				options.clear();
				letters.setLength(0);
				start = number + 1;
			}
			else if (option.matches()) {
				options.add(option.group(2));
				letters.append(option.group(1));
			}
			else {
				stem.append(line).append('\n');
			}
		}
		if (!stem.toString().isBlank() || !options.isEmpty()) {
			this.sink.finding(new Finding(Severity.ERROR, Location.of(start, 1), stem.toString().strip(),
					"There is no line with the right answer, such as \"ANSWER: A\"."));
		}
	}

	private void aiken(Block block, Location at, String stem, List<String> options, int right) throws IOException {
		if (right < 0 || stem.isEmpty()) {
			this.sink.finding(new Finding(Severity.ERROR, at, stem, stem.isEmpty()
					? "There is no question before the answers." : "The right answer is none of the answers."));
			return;
		}
		var entry = new EntryBuilder(at);
		var wrong = new ArrayList<>(options);
		var answer = new FormattedText(wrong.remove(right), FormattedText.Format.PLAIN, at).markdown(entry);
		ChoiceOffer.begin(entry, "multiple choice", UnicodeText.readable(stem), answer, "", wrong, at);
		this.sink.entry(complete(block, new FormattedText(stem, FormattedText.Format.PLAIN, at), entry));
	}

	/** The lines of a question, and what the comments before it say. */
	private static final class Block {

		private final StringBuilder text = new StringBuilder();

		private final List<String> tags = new ArrayList<>();

		private final List<String> keyPoints = new ArrayList<>();

		private final List<String> probes = new ArrayList<>();

		private int start;

		private int lines;

		private boolean afterBlank;

		private String id = "";

		private String source = "";

		private @Nullable String category;

		private int braces;

		Block(int start) {
			this.start = start;
		}

		void add(String line, int number) {
			this.lines++;
			this.afterBlank = line.isBlank();
			if (line.strip().startsWith("//")) {
				comment(line.strip());
			}
			else if (this.text.isEmpty() && line.startsWith(CATEGORY)) {
				this.category = line.substring(CATEGORY.length());
			}
			else {
				if (this.text.isEmpty()) {
					this.start = number;
				}
				this.text.append(line).append('\n');
				count(line);
			}
		}

		private void count(String line) {
			for (int at = 0; at < line.length(); at++) {
				switch (line.charAt(at)) {
					case '\\' -> at++;
					case '{' -> this.braces++;
					case '}' -> this.braces--;
					default -> {
					}
				}
			}
		}

		/**
		 * Returns whether a brace is open, so that a blank line does not end the block.
		 */
		boolean isOpen() {
			return this.braces > 0;
		}

		private void comment(String line) {
			var id = ID.matcher(line);
			if (id.find()) {
				this.id = id.group(1).replace("\\]", "]");
			}
			TAG.matcher(line).results().forEach((tag) -> this.tags.add(tag.group(1).replace("\\]", "]")));
			var field = FIELD.matcher(line);
			if (field.matches()) {
				var value = GiftText.of(field.group(2)).text();
				switch (field.group(1)) {
					case "key point" -> this.keyPoints.add(value);
					case "follow-up question" -> this.probes.add(value);
					default -> this.source = value;
				}
			}
		}

		Location location() {
			return Location.of(this.start, 1);
		}

	}

}
