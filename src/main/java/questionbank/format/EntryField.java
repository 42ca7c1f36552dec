package questionbank.format;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The fields of a question in files, with the names by which files know them: keys of
 * objects, headers of columns, headings and labels.
 */
enum EntryField {

	/** The stable id. */
	ID("id", "stable id", "guid", "uuid", "identifier"),
	/** The question itself. */
	PROMPT("prompt", "question", "question text", "title", "text", "name"),
	/** The difficulty. */
	DIFFICULTY("difficulty", "level", "difficulty level", "expertise", "seniority"),
	/** The sample answer. */
	SAMPLE_ANSWER("sampleAnswer", "answer", "model answer", "suggested answer", "ideal answer", "solution", "response",
			"explanation"),
	/** The points of a good answer. */
	KEY_POINTS("keyPoints", "key point", "good to hear", "points", "rubric", "criteria", "look for"),
	/** Follow-up questions. */
	PROBES("probes", "probe", "follow-up questions", "follow-up question", "follow-ups", "follow-up"),
	/** The topics. */
	TOPICS("topics", "tags", "topic", "tag", "categories", "category", "labels", "subject"),
	/** The status. */
	STATUS("status", "state"),
	/** The audience. */
	AUDIENCE("audience", "visibility"),
	/** Origin and licence. */
	SOURCE("source", "sources", "links", "link", "additional links", "references", "reference", "url"),
	/** Why the question was rejected, as written beside it; ignored when read. */
	PROBLEM("problem");

	private static final Map<String, EntryField> BY_NAME = byName();

	private final List<String> names;

	EntryField(String... names) {
		this.names = List.of(names);
	}

	private static Map<String, EntryField> byName() {
		var fields = new HashMap<String, EntryField>();
		for (var field : values()) {
			field.names.forEach((name) -> fields.put(folded(name), field));
		}
		return fields;
	}

	/**
	 * Returns the field that a name stands for, regardless of case, spaces and
	 * punctuation; {@code null} if it is unknown.
	 */
	static @Nullable EntryField named(String name) {
		return BY_NAME.get(folded(name));
	}

	/** Returns the name without case, spaces and punctuation. */
	static String folded(String name) {
		var folded = new StringBuilder();
		name.toLowerCase(Locale.ROOT)
			.codePoints()
			.filter(Character::isLetterOrDigit)
			.limit(40)
			.forEach(folded::appendCodePoint);
		return folded.toString();
	}

	/** Returns the name in files that are written. */
	String key() {
		return this.names.get(0);
	}

	/** Returns whether the field holds a list. */
	boolean isList() {
		return this == KEY_POINTS || this == PROBES || this == TOPICS;
	}

	/** Returns how well a name fits, 0 for the best: of two names the better one wins. */
	int rank(String name) {
		var folded = folded(name);
		return (int) this.names.stream().takeWhile((known) -> !folded(known).equals(folded)).count();
	}

	/** Returns the text of the field in an entry; items of lists are joined. */
	String text(QuestionEntry entry) {
		return switch (this) {
			case ID -> entry.id();
			case PROMPT -> entry.prompt();
			case DIFFICULTY -> entry.difficulty();
			case SAMPLE_ANSWER -> entry.sampleAnswer();
			case STATUS -> entry.status();
			case AUDIENCE -> entry.audience();
			case SOURCE -> entry.source();
			case TOPICS -> String.join(", ", entry.topics());
			case KEY_POINTS, PROBES -> ItemLines.join(items(entry));
			case PROBLEM -> "";
		};
	}

	/** Returns the items of a list field in an entry. */
	List<String> items(QuestionEntry entry) {
		return switch (this) {
			case KEY_POINTS -> entry.keyPoints();
			case PROBES -> entry.probes();
			case TOPICS -> entry.topics();
			default -> List.of();
		};
	}

}
