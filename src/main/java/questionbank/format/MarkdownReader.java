package questionbank.format;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import questionbank.format.MarkdownBlocks.Fields;
import questionbank.format.MarkdownBlocks.Title;
import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Location;
import questionbank.format.QuestionEntry.Severity;

/**
 * Reads questions from Markdown: headings with an "Answer" or "Key points" below them,
 * headings that are questions with a text below them, {@code <details>} with a
 * {@code <summary>}, and front matter; of a zip file, each file that is Markdown.
 */
final class MarkdownReader {

	private static final Pattern COMMENT = Pattern.compile("\\h*<!--\\h*([\\w -]{1,40}):(.*?)-->\\h*", Pattern.DOTALL);

	private static final Pattern DETAILS = Pattern.compile("<(/?)details\\b[^<>]*+>", Pattern.CASE_INSENSITIVE);

	private static final Pattern SUMMARY = Pattern.compile("<summary\\b[^<>]*+>", Pattern.CASE_INSENSITIVE);

	private static final Pattern SUMMARY_END = Pattern.compile("</summary>", Pattern.CASE_INSENSITIVE);

	private static final String FRONT = "---";

	private final EntrySink sink;

	private final @Nullable String part;

	private final MarkdownBlocks blocks;

	/** The lines of the front matter. */
	private final int offset;

	private final @Nullable String front;

	private boolean isFrontUsed;

	/** The question of a heading, while its lines are read. */
	private @Nullable HeadedQuestion question;

	private boolean isLooseSaid;

	private MarkdownReader(String text, @Nullable String part, EntrySink sink) {
		this.sink = sink;
		this.part = part;
		var lines = List.of(text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1));
		var end = lines.get(0).stripTrailing().equals(FRONT) ? end(lines) : 0;
		this.offset = (end > 0) ? end + 1 : 0;
		this.front = (end > 0) ? String.join("\n", lines.subList(1, end)) : null;
		this.blocks = new MarkdownBlocks(lines.subList(this.offset, lines.size()));
	}

	private static int end(List<String> lines) {
		for (int line = 1; line < lines.size(); line++) {
			if (lines.get(line).stripTrailing().equals(FRONT)) {
				return line;
			}
		}
		return 0;
	}

	static void read(Path file, EntrySink sink) throws IOException {
		if (BoundedZip.isZip(file)) {
			BoundedZip.read(file, (name, in) -> {
				if (isMarkdown(name)) {
					read(TextDecoding.decode(in.readNBytes((int) QuestionFormat.MAX_BYTES), name, sink), name, sink);
				}
				else {
					sink.finding(new Finding(Severity.NOTE, new Location(name, 0, 0), name,
							"The file is left out: it is no Markdown."));
				}
			});
			return;
		}
		try (var reader = TextDecoding.open(file, sink)) {
			var text = new StringWriter();
			reader.transferTo(text);
			read(text.toString(), null, sink);
		}
	}

	/** Returns whether a file of a zip file is read. */
	static boolean isMarkdown(String name) {
		return name.endsWith(".md") || name.endsWith(".markdown");
	}

	/** Reads the questions of a text. */
	static void read(String text, @Nullable String part, EntrySink sink) throws IOException {
		new MarkdownReader(text, part, sink).read();
	}

	private void read() throws IOException {
		var titles = this.blocks.titles();
		var questions = questions(titles);
		var fields = this.blocks.questions();
		for (int line = 0, title = 0, field = 0; line < this.blocks.lines().size();) {
			if (title < titles.size() && titles.get(title).start() == line) {
				title(titles.get(title), questions.contains(titles.get(title)));
				line = titles.get(title++).end();
			}
			else if (field < fields.size() && fields.get(field).start() == line) {
				fields(fields.get(field));
				line = fields.get(field++).end();
			}
			else {
				line = line(line);
				while (title < titles.size() && titles.get(title).start() < line) {
					title++;
				}
				while (field < fields.size() && fields.get(field).start() < line) {
					field++;
				}
			}
		}
		finish();
		if (this.front != null && !this.isFrontUsed) {
			var builder = begin(new Location(this.part, 1, 1));
			this.sink.entry(builder.build());
		}
		if (!this.blocks.isComplete()) {
			throw new MalformedFileException(new Location(this.part, this.offset + this.blocks.lines().size() + 1, 1),
					"", "The text cannot be read from here on: too many lists or quotes are nested too deep.");
		}
	}

	/** Returns the headings that are questions. */
	private Set<Title> questions(List<Title> titles) {
		var questions = new LinkedHashSet<Title>();
		// The latest heading that names no field, and those that it stands below.
		var open = new ArrayDeque<Title>();
		for (int index = 0; index < titles.size(); index++) {
			var title = titles.get(index);
			var section = section(title);
			if (section == null) {
				while (!open.isEmpty() && open.element().level() >= title.level()) {
					open.pop();
				}
				open.push(title);
				if ((title.text().endsWith("?") || this.front != null && index == 0)
						&& hasText(title, end(title, titles.subList(index + 1, titles.size())))) {
					questions.add(title);
				}
			}
			else if (section == EntryField.SAMPLE_ANSWER
					|| (section == EntryField.KEY_POINTS || section == EntryField.PROBES)
							&& open.stream().noneMatch(questions::contains)) {
				open.stream().filter((above) -> above.level() < title.level()).findFirst().ifPresent(questions::add);
			}
		}
		return questions;
	}

	/** Returns the line at which the text below a heading ends, if it is a question. */
	private int end(Title title, List<Title> following) {
		return following.stream()
			.filter((next) -> next.level() <= title.level() || next.text().endsWith("?") || section(next) != null)
			.findFirst()
			.map(Title::start)
			.orElse(this.blocks.lines().size());
	}

	private boolean hasText(Title title, int end) {
		return this.blocks.lines()
			.subList(title.end(), end)
			.stream()
			.anyMatch((line) -> !line.isBlank() && !COMMENT.matcher(line).matches());
	}

	/** Returns the field that a heading names; {@code null} if it names none. */
	private static @Nullable EntryField section(Title title) {
		var field = EntryField.named(title.text());
		return (field == EntryField.SAMPLE_ANSWER || field == EntryField.KEY_POINTS || field == EntryField.PROBES
				|| field == EntryField.SOURCE || field == EntryField.PROBLEM) ? field : null;
	}

	private void title(Title title, boolean isQuestion) throws IOException {
		var section = section(title);
		if (this.question != null && section != null) {
			this.question.section(section);
		}
		else if (isQuestion && (this.question == null || !this.question.contains(title))) {
			finish();
			this.question = new HeadedQuestion(begin(at(title.start())), title, at(title.start()));
		}
		else if (this.question != null && title.level() > this.question.level()) {
			this.blocks.lines().subList(title.start(), title.end()).forEach(this.question::text);
		}
		else {
			finish();
			this.sink.finding(new Finding(Severity.NOTE, at(title.start()), title.text(),
					"A heading is left out: it is no question, and has no answer."));
		}
	}

	private void finish() throws IOException {
		if (this.question != null) {
			this.sink.entry(this.question.build());
		}
		this.question = null;
		this.isLooseSaid = false;
	}

	/** Begins an entry; the first one takes the front matter. */
	private EntryBuilder begin(Location location) throws IOException {
		var builder = new EntryBuilder(location);
		if (this.front != null && !this.isFrontUsed) {
			this.isFrontUsed = true;
			StructuredReader.readFields(this.front, this.part, 2, builder, this.sink);
		}
		return builder;
	}

	private void fields(Fields fields) throws IOException {
		finish();
		var builder = begin(at(fields.start()));
		StructuredReader.readFields(fields.yaml(), this.part, this.offset + fields.start() + 2, builder, this.sink);
		this.sink.entry(builder.build());
	}

	/** Reads a line, or a question that begins on it; returns the next line. */
	private int line(int line) throws IOException {
		var text = this.blocks.lines().get(line);
		var code = this.blocks.isCode(line);
		if (!code && (this.question == null || !this.question.isAnswered()) && isOpening(text)) {
			finish();
			return details(line);
		}
		var comment = code ? null : COMMENT.matcher(text);
		var field = (comment != null && comment.matches()) ? EntryField.named(comment.group(1)) : null;
		if (this.question != null && comment != null && field != null) {
			var value = comment.group(2).strip().replaceFirst("(?s)^\\((.*)\\)$", "$1");
			this.question.comment(field, comment.group(1), value, at(line));
		}
		else if (this.question != null && !(!code && label(text, line))) {
			this.question.text(text);
		}
		else if (this.question == null && !text.isBlank() && !this.isLooseSaid) {
			this.isLooseSaid = true;
			this.sink.finding(new Finding(Severity.NOTE, at(line), text.strip(),
					"A text is left out: it belongs to no question."));
		}
		return line + 1;
	}

	/**
	 * Reads a label of one line, such as "Difficulty: hard", between the heading and the
	 * text below it.
	 */
	private boolean label(String text, int line) {
		var label = TextForm.match(TextForm.FIELD, text.strip());
		var field = (label != null) ? EntryField.named(label.group(1)) : null;
		if (this.question == null || label == null || field == null || this.question.hasText()) {
			return false;
		}
		this.question.field(field, label.group(1), label.group(2), at(line));
		return true;
	}

	private static boolean isOpening(String text) {
		var tag = DETAILS.matcher(text);
		return tag.find() && tag.group(1).isEmpty();
	}

	/** Reads a question in an element {@code details}; returns the line after it. */
	private int details(int start) throws IOException {
		var text = new StringBuilder();
		var depth = 0;
		for (int line = start; line < this.blocks.lines().size(); line++) {
			var source = this.blocks.lines().get(line);
			var from = 0;
			if (!this.blocks.isCode(line)) {
				var tags = DETAILS.matcher(source);
				while (tags.find()) {
					depth += tags.group(1).isEmpty() ? 1 : -1;
					if (depth == 1 && text.isEmpty() && tags.group(1).isEmpty()) {
						from = tags.end();
					}
					if (depth == 0) {
						text.append(InlineHtml.toMarkdown(source.substring(from, tags.start())));
						details(start, text.toString());
						return line + 1;
					}
				}
				text.append(InlineHtml.toMarkdown(source.substring(from))).append('\n');
			}
			else {
				text.append(source).append('\n');
			}
		}
		this.sink.entry(EntryBuilder.rejected(at(start),
				String.join("\n", this.blocks.lines().subList(start, this.blocks.lines().size())).strip(),
				"The element \"details\" does not end: the rest is left out."));
		return this.blocks.lines().size();
	}

	private void details(int start, String text) throws IOException {
		var summary = SUMMARY.matcher(text);
		var summaryEnd = SUMMARY_END.matcher(text);
		if (!summary.find() || !summaryEnd.find(summary.end())) {
			this.sink.entry(EntryBuilder.rejected(at(start), text.strip(),
					"An element \"details\" is left out: it has no \"summary\" with the question."));
			return;
		}
		var builder = begin(at(start));
		builder.text(EntryField.PROMPT, EntryField.PROMPT.key(), text.substring(summary.end(), summaryEnd.start()),
				at(start));
		var answer = InlineHtml.unwrap(text.substring(0, summary.start()) + text.substring(summaryEnd.end()));
		if (!answer.isBlank()) {
			builder.text(EntryField.SAMPLE_ANSWER, EntryField.SAMPLE_ANSWER.key(), answer, at(start));
		}
		this.sink.entry(builder.build());
	}

	private Location at(int line) {
		var text = this.blocks.lines().get(line);
		return new Location(this.part, this.offset + line + 1, text.length() - text.stripLeading().length() + 1);
	}

	/** Converts the inline HTML that lists of questions use within Markdown. */
	private static final class InlineHtml {

		/**
		 * A code span, which is kept, an element on one line, or a tag without another.
		 */
		private static final Pattern MARKUP = Pattern.compile(
				"(`{1,10})[^`]*+\\1|<(b|strong|i|em|code|kbd|tt)>.{0,500}?</\\2>|</?(?:b|strong|i|em)>",
				Pattern.CASE_INSENSITIVE);

		private static final Pattern LEADING_BREAKS = Pattern.compile("(?:\\s++|<br\\s*+/?>)++",
				Pattern.CASE_INSENSITIVE);

		private static final Pattern BREAK = Pattern.compile("<br\\s*+/?>\\n?", Pattern.CASE_INSENSITIVE);

		private InlineHtml() {
		}

		/**
		 * Converts a line of Markdown. Tags of emphasis that spans lines, such as of a
		 * whole answer, are dropped.
		 */
		static String toMarkdown(String line) {
			return (line.indexOf('<') < 0) ? line
					: MARKUP.matcher(line).replaceAll((found) -> Matcher.quoteReplacement(toMarkdown(found)));
		}

		private static String toMarkdown(MatchResult markup) {
			if (markup.group(1) != null) {
				return markup.group();
			}
			return (markup.group(2) != null) ? HtmlToMarkdown.convertPlain(markup.group(), (note) -> {
			}) : "";
		}

		/** Removes line breaks before the text, and emphasis of all of it. */
		static String unwrap(String text) {
			var breaks = LEADING_BREAKS.matcher(text);
			var inner = text.substring(breaks.lookingAt() ? breaks.end() : 0).stripTrailing();
			if (inner.length() > 4 && inner.startsWith("**") && inner.indexOf("**", 2) == inner.length() - 2) {
				inner = inner.substring(2, inner.length() - 2);
			}
			return BREAK.matcher(inner).replaceAll("\n").strip();
		}

	}

	/** A question in a heading, while its lines are read. */
	private static final class HeadedQuestion {

		private final EntryBuilder builder;

		private final Title title;

		private List<String> lines = new ArrayList<>();

		private EntryField section = EntryField.PROMPT;

		private final Location at;

		private boolean hasComment;

		private final Set<EntryField> sections = EnumSet.noneOf(EntryField.class);

		/** The lines between the heading and the first section. */
		private List<String> opening = List.of();

		HeadedQuestion(EntryBuilder builder, Title title, Location at) {
			this.builder = builder;
			this.title = title;
			this.at = at;
		}

		int level() {
			return this.title.level();
		}

		boolean isAnswered() {
			return this.section != EntryField.PROMPT;
		}

		/** Returns whether there is text below the heading. */
		boolean hasText() {
			return isAnswered() || this.lines.stream().anyMatch(Predicate.not(String::isBlank));
		}

		/** Returns whether a heading is part of the answer, though it is a question. */
		boolean contains(Title other) {
			return isAnswered() && other.level() > level();
		}

		void text(String line) {
			this.lines.add(line);
		}

		void comment(EntryField field, String name, String text, Location at) {
			this.hasComment = true;
			field(field, name, text, at);
		}

		void field(EntryField field, String name, String text, Location at) {
			if (field != EntryField.PROBLEM) {
				this.builder.text(field, name, text, at);
			}
		}

		void section(EntryField next) {
			end();
			this.section = next;
			this.sections.add(next);
			this.lines = new ArrayList<>();
		}

		private void end() {
			var text = String.join("\n", this.lines).strip();
			if (this.section == EntryField.PROMPT) {
				this.opening = this.lines;
			}
			else if (this.section == EntryField.SAMPLE_ANSWER && this.builder.has(this.section)) {
				this.builder.append(this.section, this.section.key(), text);
			}
			else if (this.section == EntryField.SOURCE && !text.isEmpty()) {
				this.builder.text(this.section, this.section.key(), String.join("\n", ItemLines.split(text)), this.at);
			}
			else if (this.section != EntryField.PROBLEM && !text.isEmpty()) {
				this.builder.text(this.section, this.section.key(), text, this.at);
			}
		}

		/** Adds the text between the heading and the first section. */
		private void open() {
			var rest = String.join("\n", this.opening).stripTrailing();
			var isAnswer = !rest.isBlank() && isAnswer();
			this.builder.text(EntryField.PROMPT, EntryField.PROMPT.key(),
					this.title.text() + (isAnswer || rest.isEmpty() ? "" : "\n" + rest), this.at);
			if (isAnswer) {
				this.builder.text(EntryField.SAMPLE_ANSWER, EntryField.SAMPLE_ANSWER.key(), rest.strip(), this.at);
			}
		}

		/**
		 * Tells whether the text below the heading is the sample answer, as no section
		 * has it. Our own exports continue the prompt there, before a comment.
		 */
		private boolean isAnswer() {
			return this.sections.isEmpty() || !this.sections.contains(EntryField.SAMPLE_ANSWER) && !this.hasComment
					&& this.opening.get(0).isBlank();
		}

		QuestionEntry build() {
			end();
			open();
			return this.builder.build();
		}

	}

}
