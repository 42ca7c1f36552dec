package questionbank.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Location;
import questionbank.format.QuestionEntry.Severity;
import questionbank.web.UnicodeText;

/** Collects the fields of one entry and what is to be said about them. */
final class EntryBuilder {

	/** The most items of a list, and the most findings of an entry. */
	static final int MAX_ITEMS = 1000;

	private static final String TOPIC_SEPARATORS = "[,;\\n]";

	private final Location location;

	private final Map<EntryField, String> texts = new EnumMap<>(EntryField.class);

	private final Map<EntryField, String> names = new EnumMap<>(EntryField.class);

	private final Map<EntryField, List<String>> lists = new EnumMap<>(EntryField.class);

	private final List<Finding> findings = new ArrayList<>();

	private Location difficultyLocation;

	private boolean optional;

	EntryBuilder(Location location) {
		this.location = location;
		this.difficultyLocation = location;
	}

	/**
	 * Creates the entry of a place that cannot be read: its text stands in place of the
	 * question, so that it can be corrected, with an error.
	 */
	static QuestionEntry rejected(Location at, String read, String message) {
		return new QuestionEntry(at, "", read, "", "", List.of(), List.of(), List.of(), "", "", "", false,
				List.of(new Finding(Severity.ERROR, at, read, message)));
	}

	/** Returns whether the field is stated. */
	boolean has(EntryField field) {
		return this.names.containsKey(field);
	}

	/** Returns whether no field is stated. */
	boolean isEmpty() {
		return this.names.isEmpty();
	}

	/** Returns the text of a field; for lists, their first item. */
	String text(EntryField field) {
		return field.isList() ? items(field).stream().findFirst().orElse("") : this.texts.getOrDefault(field, "");
	}

	/** Returns the name by which the file states the field. */
	@Nullable String name(EntryField field) {
		return this.names.get(field);
	}

	List<String> items(EntryField field) {
		return this.lists.getOrDefault(field, List.of());
	}

	/**
	 * States a field by a text; for lists, the text is split into items.
	 * @param name as in the file
	 */
	void text(EntryField field, String name, String text, Location at) {
		if (field.isList()) {
			items(field, name,
					(field == EntryField.TOPICS) ? List.of(text.split(TOPIC_SEPARATORS)) : ItemLines.split(text), at);
			return;
		}
		var other = this.names.get(field);
		if (other == null || field.rank(name) < field.rank(other)) {
			this.texts.put(field, UnicodeText.strip(text.replace("\r\n", "\n")));
			this.names.put(field, name);
			if (field == EntryField.DIFFICULTY) {
				this.difficultyLocation = at;
			}
		}
		if (other != null && field != EntryField.PROBLEM) {
			var lost = (field.rank(name) < field.rank(other)) ? other : name;
			report(Severity.WARNING, at, text,
					"\"%s\" is left out: \"%s\" is given too.".formatted(lost, this.names.get(field)));
		}
	}

	/** States a list field, or adds to it. */
	void items(EntryField field, String name, List<String> items, Location at) {
		var list = this.lists.computeIfAbsent(field, (absent) -> new ArrayList<>());
		this.names.putIfAbsent(field, name);
		for (var item : items) {
			var text = UnicodeText.strip(item);
			if (list.size() == MAX_ITEMS) {
				report(Severity.ERROR, at, text, "There are more than %d items.".formatted(MAX_ITEMS));
				return;
			}
			if (!text.isEmpty() && !(field == EntryField.TOPICS && list.contains(text))) {
				list.add(text);
			}
		}
	}

	/** Adds a text to a field, after a line break. */
	void append(EntryField field, String name, String text) {
		this.names.putIfAbsent(field, name);
		this.texts.merge(field, UnicodeText.strip(text), (first, second) -> first + "\n" + second);
	}

	/** Marks the entry as one that is taken only on request. */
	void markOptional() {
		this.optional = true;
	}

	void report(Severity severity, Location at, String read, String message) {
		report(new Finding(severity, at, read, message));
	}

	void report(Finding finding) {
		if (this.findings.size() < MAX_ITEMS) {
			this.findings.add(finding);
		}
	}

	/**
	 * Builds the entry. A missing question is an error; a missing or unknown difficulty a
	 * warning, and a new entry without an answer is a draft, with a note.
	 */
	QuestionEntry build() {
		var prompt = text(EntryField.PROMPT);
		var answer = text(EntryField.SAMPLE_ANSWER);
		var status = text(EntryField.STATUS);
		if (!UnicodeText.hasVisible(prompt)) {
			report(Severity.ERROR, this.location, answer, "There is no question.");
		}
		else if (text(EntryField.ID).isEmpty() && status.isEmpty() && !UnicodeText.hasVisible(answer)) {
			status = "draft";
			report(Severity.NOTE, this.location, prompt, "There is no answer: it will be a draft.");
		}
		return new QuestionEntry(this.location, text(EntryField.ID), prompt, difficulty(), answer,
				items(EntryField.KEY_POINTS), items(EntryField.PROBES), items(EntryField.TOPICS), status,
				text(EntryField.AUDIENCE), text(EntryField.SOURCE), this.optional, this.findings);
	}

	private String difficulty() {
		var text = text(EntryField.DIFFICULTY);
		var word = Difficulties.word(text);
		if (text.isEmpty()) {
			report(Severity.WARNING, this.difficultyLocation, "", Difficulties.MISSING);
		}
		else if (word == null && !Difficulties.isNumber(text)) {
			report(Severity.WARNING, this.difficultyLocation, text, Difficulties.UNKNOWN);
		}
		return (word != null) ? word : text;
	}

}
