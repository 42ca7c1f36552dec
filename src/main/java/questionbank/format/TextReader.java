package questionbank.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;

import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Location;
import questionbank.format.QuestionEntry.Severity;

/**
 * Reads the plain-text form, strictly as {@link TextWriter} writes it and loosely as
 * people do: other cases and labels, blank lines, a prompt on the line of its number, an
 * answer without a label.
 */
final class TextReader {

	private static final int MAX_LOOKAHEAD = 10;

	private final BufferedReader reader;

	private final EntrySink sink;

	private final Deque<String> ahead = new ArrayDeque<>();

	private int line;

	private int lastNumber;

	private boolean looseText;

	private @Nullable Question question;

	private TextReader(BufferedReader reader, EntrySink sink) {
		this.reader = reader;
		this.sink = sink;
	}

	static void read(Path file, EntrySink sink) throws IOException {
		try (var reader = new BufferedReader(TextDecoding.open(file, sink))) {
			new TextReader(reader, sink).read();
		}
	}

	private void read() throws IOException {
		for (var text = next(); text != null; text = next()) {
			var start = start(text);
			if (start != null) {
				finish();
				start(Integer.parseInt(start.group(1)), start.group(2), text);
			}
			else if (this.question != null) {
				this.question.line(text, Location.of(this.line, column(text)));
			}
			else if (!text.isBlank() && !this.looseText) {
				this.looseText = true;
				this.sink.finding(new Finding(Severity.NOTE, Location.of(this.line, column(text)), text.strip(),
						"The text before the first question is left out."));
			}
		}
		finish();
	}

	private void finish() throws IOException {
		if (this.question != null) {
			this.sink.entry(this.question.build());
			this.question = null;
		}
	}

	private void start(int number, @Nullable String prompt, String text) throws IOException {
		var location = Location.of(this.line, column(text));
		if (number > this.lastNumber + 1) {
			var missing = (number == this.lastNumber + 2) ? "Number %d is missing.".formatted(number - 1)
					: "The numbers %d to %d are missing.".formatted(this.lastNumber + 1, number - 1);
			this.sink.finding(new Finding(Severity.NOTE, location, text.strip(), missing));
		}
		else if (number <= this.lastNumber) {
			this.sink.finding(new Finding(Severity.NOTE, location, text.strip(),
					"Number %d comes after %d.".formatted(number, this.lastNumber)));
		}
		this.lastNumber = number;
		this.question = new Question(location, (prompt != null) ? prompt : "");
	}

	/** Returns the match if a line begins a question. */
	private @Nullable Matcher start(String text) throws IOException {
		var question = TextForm.match(TextForm.QUESTION, text);
		if (question != null) {
			return question;
		}
		var number = TextForm.match(TextForm.NUMBER, text);
		return (number != null && isQuestion(Integer.parseInt(number.group(1)))) ? number : null;
	}

	/**
	 * Returns whether a number without a word begins a question: where no other can, or
	 * if the difficulty or the answer follows.
	 */
	private boolean isQuestion(int number) throws IOException {
		if (this.question == null || (number == this.lastNumber + 1 && !this.question.isAnswered())) {
			return true;
		}
		var following = peek();
		var block = (following != null) ? TextForm.match(TextForm.BLOCK, following) : null;
		return number > this.lastNumber && (block != null && TextForm.field(block.group(1)) == EntryField.SAMPLE_ANSWER
				|| following != null && TextForm.match(TextForm.FIELD, following) != null);
	}

	private @Nullable String next() throws IOException {
		this.line++;
		return this.ahead.isEmpty() ? this.reader.readLine() : this.ahead.poll();
	}

	/** Returns the next line that is not blank, among the next few. */
	private @Nullable String peek() throws IOException {
		for (var text : this.ahead) {
			if (!text.isBlank()) {
				return text;
			}
		}
		while (this.ahead.size() < MAX_LOOKAHEAD) {
			var text = this.reader.readLine();
			if (text == null) {
				return null;
			}
			this.ahead.add(text);
			if (!text.isBlank()) {
				return text;
			}
		}
		return null;
	}

	private static int column(String text) {
		return text.length() - text.stripLeading().length() + 1;
	}

	/** A question while its lines are read. */
	private static final class Question {

		private final EntryBuilder builder;

		private final List<String> prompt = new ArrayList<>();

		private List<String> block = this.prompt;

		private EntryField field = EntryField.PROMPT;

		private Location at;

		/** The answer has no label. */
		private boolean unlabelled;

		private boolean promptEnded;

		Question(Location location, String prompt) {
			this.builder = new EntryBuilder(location);
			this.at = location;
			if (!prompt.isBlank()) {
				this.prompt.add(prompt);
				this.promptEnded = isSentence(prompt);
			}
		}

		/** Returns whether a text ends as a sentence does, or with marks after that. */
		private static boolean isSentence(String text) {
			var last = text.length() - 1;
			while (last >= 0 && "?!.:".indexOf(text.charAt(last)) < 0
					&& !Character.isLetterOrDigit(text.charAt(last))) {
				last--;
			}
			return last >= 0 && "?!.:".indexOf(text.charAt(last)) >= 0;
		}

		boolean isAnswered() {
			return this.field != EntryField.PROMPT && !this.unlabelled;
		}

		void line(String text, Location location) {
			var label = TextForm.match(TextForm.BLOCK, text);
			var field = isAnswered() ? null : TextForm.match(TextForm.FIELD, text);
			if (label != null) {
				begin(TextForm.field(label.group(1)), location);
				if (label.group(2) != null) {
					this.block.add(label.group(2));
				}
			}
			else if (field != null) {
				this.builder.text(TextForm.field(field.group(1)), field.group(1), field.group(2), location);
				this.promptEnded = this.prompt.stream().anyMatch((line) -> !line.isBlank());
			}
			else {
				text(text, location);
			}
		}

		private void text(String text, Location location) {
			if (this.field == EntryField.PROMPT && this.promptEnded && !text.isBlank()) {
				begin(EntryField.SAMPLE_ANSWER, location);
				this.unlabelled = true;
			}
			this.block.add(text);
		}

		private void begin(EntryField next, Location location) {
			if (this.unlabelled && next == EntryField.SAMPLE_ANSWER) {
				// What seemed to be the answer is the rest of the prompt.
				this.prompt.addAll(this.block);
			}
			else {
				end();
			}
			this.unlabelled = false;
			this.field = next;
			this.block = new ArrayList<>();
			this.at = location;
		}

		private void end() {
			var text = TextForm.restore(this.block, this.field == EntryField.PROMPT);
			if (this.unlabelled) {
				this.builder.report(Severity.NOTE, this.at, text.strip(),
						"The text after the question is taken as its answer: it has no label \"Sample answer\".");
			}
			if (this.field == EntryField.SAMPLE_ANSWER && this.builder.has(this.field)) {
				this.builder.report(Severity.NOTE, this.at, text, "A further part is added to the answer.");
				this.builder.append(this.field, this.field.key(), text);
			}
			else if (this.field != EntryField.PROMPT && this.field != EntryField.PROBLEM && !text.isBlank()) {
				this.builder.text(this.field, this.field.key(), text, this.at);
			}
		}

		QuestionEntry build() {
			end();
			this.builder.text(EntryField.PROMPT, EntryField.PROMPT.key(), TextForm.restore(this.prompt, true), this.at);
			return this.builder.build();
		}

	}

}
