package questionbank.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Location;
import questionbank.format.QuestionEntry.Severity;
import questionbank.web.UnicodeText;

/**
 * Reads the essay questions of Moodle XML. The general feedback is the sample answer, the
 * information for graders has the key points, tags and categories are topics, and hidden
 * questions are drafts.
 *
 * @see <a href="https://docs.moodle.org/en/Moodle_XML_format">Moodle XML format</a>
 */
final class MoodleReader {

	/** What other kinds are called. */
	private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("multichoice", "multiple choice"),
			Map.entry("multichoiceset", "multiple choice"), Map.entry("matching", "matching"),
			Map.entry("ddmatch", "matching"), Map.entry("cloze", "cloze"), Map.entry("multianswer", "cloze"),
			Map.entry("truefalse", "true or false"), Map.entry("shortanswer", "short answer"),
			Map.entry("numerical", "numerical"), Map.entry("gapselect", "missing words"),
			Map.entry("ddwtos", "drag and drop"), Map.entry("ordering", "ordering"));

	/** Elements that only say how Moodle asks, grades or shows a question. */
	private static final Set<String> SETTINGS = Set.of("defaultgrade", "penalty", "responseformat", "responserequired",
			"responsefieldlines", "minwordlimit", "maxwordlimit", "attachments", "attachmentsrequired", "maxbytes",
			"filetypeslist", "responsetemplate", "single", "shuffleanswers", "answernumbering",
			"showstandardinstruction", "correctfeedback", "partiallycorrectfeedback", "incorrectfeedback",
			"shownumcorrect", "usecase", "subquestion", "coursetags", "info", "version", "image", "image_base64");

	private final XmlCursor xml;

	private final EntrySink sink;

	private final Set<String> said = new HashSet<>();

	private List<String> category = List.of();

	private MoodleReader(XmlCursor xml, EntrySink sink) {
		this.xml = xml;
		this.sink = sink;
	}

	/** Reads a file, as {@link QuestionFormat.FormatReader} does. */
	static void read(Path file, EntrySink sink) throws IOException {
		try (var in = TextDecoding.open(file, sink); var xml = new XmlCursor(in, null)) {
			new MoodleReader(xml, sink).read();
		}
	}

	private void read() throws IOException {
		if (!this.xml.next() || !this.xml.name().equals("quiz")) {
			throw this.xml.malformed("", "The file is no Moodle XML: it does not begin with <quiz>.");
		}
		while (this.xml.nextChild(1)) {
			if (this.xml.name().equals("question")) {
				question();
			}
			else {
				this.sink.finding(new Finding(Severity.NOTE, this.xml.location(), "<" + this.xml.name() + ">",
						"This element is no question."));
				this.xml.skip();
			}
		}
		// The end of the file may be damaged, too.
		while (this.xml.next()) {
		}
	}

	private void question() throws IOException {
		var question = new MoodleQuestion(this.xml.attribute("type"), this.xml.location());
		while (this.xml.nextChild(2)) {
			child(question);
		}
		switch (question.type) {
			case "category" -> this.category = question.category;
			case "essay" -> this.sink.entry(essay(question));
			case "multichoice", "shortanswer" -> choice(question);
			case "description" -> this.sink.finding(new Finding(Severity.NOTE, question.at, question.label(),
					"A description asks nothing: not taken."));
			default -> this.sink.finding(notTaken(question));
		}
		nameOnce(question);
	}

	private void child(MoodleQuestion question) throws IOException {
		switch (this.xml.name()) {
			case "name" -> question.name = UnicodeText.strip(this.xml.text());
			case "questiontext" -> question.prompt = formatted(question);
			case "generalfeedback" -> question.feedback = formatted(question);
			case "graderinfo" -> question.graderInfo = formatted(question);
			case "idnumber" -> question.id = this.xml.text();
			case "hidden" -> question.hidden = this.xml.text().strip().equals("1");
			case "category" -> question.category = path(this.xml.text());
			case "tags" -> tags(question);
			case "answer" -> answer(question);
			case "hint" -> skip(question, "Hints are not taken.");
			default -> unknown(question);
		}
		var cut = this.xml.takeCut();
		if (cut != null) {
			question.report(cut);
		}
	}

	private void unknown(MoodleQuestion question) throws IOException {
		var name = this.xml.name();
		if (!SETTINGS.contains(name) && this.said.add(name)) {
			this.sink.finding(new Finding(Severity.NOTE, this.xml.location(), "<" + name + ">",
					"This element is unknown, and ignored everywhere."));
		}
		if (!name.equals("responsetemplate")) {
			this.xml.skip();
		}
		else if (!this.xml.text().isBlank()) {
			question.report(new Finding(Severity.NOTE, this.xml.location(), "<responsetemplate>",
					"The template of a response is not taken."));
		}
	}

	private void skip(MoodleQuestion question, String message) throws IOException {
		question.report(new Finding(Severity.NOTE, this.xml.location(), "<" + this.xml.name() + ">", message));
		this.xml.skip();
	}

	private FormattedText formatted(MoodleQuestion question) throws IOException {
		var format = this.xml.attribute("format");
		var at = this.xml.location();
		var text = "";
		for (var depth = this.xml.depth(); this.xml.nextChild(depth);) {
			switch (this.xml.name()) {
				case "text" -> text = this.xml.text();
				case "file" -> skip(question, "A file was dropped.");
				default -> this.xml.skip();
			}
		}
		return new FormattedText(text, FormattedText.Format.of(format), at);
	}

	private void tags(MoodleQuestion question) throws IOException {
		for (var depth = this.xml.depth(); this.xml.nextChild(depth);) {
			question.tags.add(this.xml.text());
		}
	}

	private void answer(MoodleQuestion question) throws IOException {
		var fraction = this.xml.attribute("fraction");
		var format = this.xml.attribute("format");
		var at = this.xml.location();
		var text = "";
		for (var depth = this.xml.depth(); this.xml.nextChild(depth);) {
			if (this.xml.name().equals("text")) {
				text = this.xml.text();
			}
			else {
				this.xml.skip();
			}
		}
		var answer = new FormattedText(text, FormattedText.Format.of(format), at);
		(isPositive(fraction) ? question.right : question.wrong).add(answer);
	}

	private static boolean isPositive(String fraction) {
		return fraction.matches("\\d{1,9}(\\.\\d{1,9})?") && Double.parseDouble(fraction) > 0;
	}

	/** Splits a path at its slashes; two are one in a name. */
	static List<String> path(String text) {
		var names = new ArrayList<String>();
		for (var name : text.strip().replace("//", "\u0000").split("/")) {
			names.add(name.replace('\u0000', '/').strip());
		}
		return names;
	}

	private QuestionEntry essay(MoodleQuestion question) {
		var entry = question.builder();
		var answer = question.feedback.markdown(entry);
		if (!answer.isEmpty()) {
			entry.text(EntryField.SAMPLE_ANSWER, "generalfeedback", answer, question.feedback.at());
		}
		return complete(question, entry);
	}

	/** States all fields but the sample answer. */
	private QuestionEntry complete(MoodleQuestion question, EntryBuilder entry) {
		entry.text(EntryField.ID, "idnumber", question.id, question.at);
		entry.text(EntryField.PROMPT, "questiontext", question.prompt.plain(entry), question.prompt.at());
		EntryTags.read(entry, question.tags, question.at);
		if (!question.graderInfo.text().isBlank()) {
			ScorerNotes.read(question.graderInfo.html(), entry, question.graderInfo.at(),
					question.graderInfo.notes(entry));
		}
		EntryTags.readPath(entry, this.category, question.at);
		if (question.hidden && !entry.has(EntryField.STATUS)) {
			entry.text(EntryField.STATUS, "hidden", "draft", question.at);
		}
		return entry.build();
	}

	private void choice(MoodleQuestion question) throws IOException {
		if (question.right.size() != 1) {
			this.sink.finding(notTaken(question));
			return;
		}
		var entry = question.builder();
		ChoiceOffer.begin(entry, kind(question), question.label(), question.right.get(0).markdown(entry),
				question.feedback.markdown(entry), question.wrong.stream().map((wrong) -> wrong.plain(entry)).toList(),
				question.at);
		this.sink.entry(complete(question, entry));
	}

	private static Finding notTaken(MoodleQuestion question) {
		return ChoiceOffer.notTaken(kind(question), question.label(), question.at);
	}

	private static String kind(MoodleQuestion question) {
		return KINDS.getOrDefault(question.type, question.type.isEmpty() ? "untyped" : question.type);
	}

	private void nameOnce(MoodleQuestion question) throws IOException {
		if (question.type.equals("essay") && !question.name.isEmpty()
				&& !question.prompt.text().contains(question.name.replaceFirst("…$", "")) && this.said.add("")) {
			this.sink.finding(new Finding(Severity.NOTE, question.at, question.name,
					"The names of questions are not taken, only their texts."));
		}
	}

	/** What a question element says. */
	private static final class MoodleQuestion {

		private final String type;

		private final Location at;

		private final List<String> tags = new ArrayList<>();

		private final List<FormattedText> right = new ArrayList<>();

		private final List<FormattedText> wrong = new ArrayList<>();

		private final List<Finding> findings = new ArrayList<>();

		private String name = "";

		private String id = "";

		private FormattedText prompt;

		private FormattedText feedback;

		private FormattedText graderInfo;

		private List<String> category = List.of();

		private boolean hidden;

		MoodleQuestion(String type, Location at) {
			this.type = type;
			this.at = at;
			var empty = new FormattedText("", FormattedText.Format.PLAIN, at);
			this.prompt = empty;
			this.feedback = empty;
			this.graderInfo = empty;
		}

		void report(Finding finding) {
			if (this.findings.size() < EntryBuilder.MAX_ITEMS) {
				this.findings.add(finding);
			}
		}

		EntryBuilder builder() {
			var entry = new EntryBuilder(this.at);
			this.findings.forEach(entry::report);
			return entry;
		}

		String label() {
			return this.name.isEmpty() ? UnicodeText.readable(this.prompt.text()) : this.name;
		}

	}

}
