package questionbank.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import questionbank.format.QuestionEntry.Location;
import questionbank.format.QuestionEntry.Severity;

/**
 * The tags of a question in formats that have no other place for its fields: topics, and
 * fields with their name, such as {@code difficulty:hard}.
 */
final class EntryTags {

	private static final List<EntryField> NAMED = List.of(EntryField.DIFFICULTY, EntryField.STATUS,
			EntryField.AUDIENCE);

	/** Names of categories and decks that say nothing of what is in them. */
	private static final Set<String> GENERIC = Set.of("$course$", "$system$", "$cat1$", "$module$", "top", "default",
			"question bank", "");

	private EntryTags() {
	}

	/**
	 * Returns the tags of a question: its fields, and its topics.
	 * @param separator between the name of a field and its value
	 */
	static List<String> of(QuestionEntry entry, String separator) {
		var tags = new ArrayList<String>();
		for (var field : NAMED) {
			var text = field.text(entry);
			if (!text.isEmpty()) {
				tags.add(field.key() + separator + text);
			}
		}
		tags.addAll(entry.topics());
		return tags;
	}

	/**
	 * States fields and topics by tags. A tag that is a difficulty states it, with a
	 * note. Nested tags such as {@code integration::messaging} are one topic for each
	 * level.
	 */
	static void read(EntryBuilder entry, List<String> tags, Location at) {
		var others = new ArrayList<String>();
		for (var tag : tags) {
			if (!isField(entry, tag.strip(), at)) {
				others.add(tag.strip());
			}
		}
		var topics = new ArrayList<String>();
		for (var tag : others) {
			if (Set.of("easy", "medium", "hard").contains(tag.toLowerCase(Locale.ROOT))
					&& !entry.has(EntryField.DIFFICULTY)) {
				entry.text(EntryField.DIFFICULTY, "tag", tag, at);
				entry.report(Severity.NOTE, at, tag, "This tag is read as the difficulty.");
			}
			else {
				topics.addAll(Arrays.asList(tag.split("::")));
			}
		}
		if (!topics.isEmpty()) {
			entry.items(EntryField.TOPICS, "tags", topics, at);
		}
	}

	private static boolean isField(EntryBuilder entry, String tag, Location at) {
		for (var field : NAMED) {
			var name = field.key() + ":";
			if (tag.regionMatches(true, 0, name, 0, name.length())) {
				state(entry, field, tag.substring(name.length()).replaceFirst("^:", ""), at);
				return true;
			}
		}
		return false;
	}

	private static void state(EntryBuilder entry, EntryField field, String text, Location at) {
		if (!entry.has(field)) {
			entry.text(field, field.key(), text, at);
		}
		else if (!entry.text(field).equalsIgnoreCase(text)) {
			entry.report(Severity.NOTE, at, text,
					"This tag is ignored: the %s is \"%s\" already.".formatted(field.key(), entry.text(field)));
		}
	}

	/**
	 * States the topics by the category or deck that a question is in, if it has none of
	 * its own.
	 * @param path from the outermost category
	 */
	static void readPath(EntryBuilder entry, List<String> path, Location at) {
		var names = path.stream().map(String::strip).filter((name) -> !isGeneric(name)).toList();
		if (names.isEmpty()) {
			return;
		}
		if (!entry.has(EntryField.TOPICS)) {
			entry.items(EntryField.TOPICS, "category", names, at);
			return;
		}
		var known = entry.items(EntryField.TOPICS).stream().map(EntryField::folded).toList();
		var lost = names.stream().filter((name) -> !known.contains(EntryField.folded(name))).toList();
		if (!lost.isEmpty()) {
			entry.report(Severity.NOTE, at, String.join("/", names),
					"The question has tags: its category is not taken as a topic.");
		}
	}

	private static boolean isGeneric(String name) {
		var lower = name.toLowerCase(Locale.ROOT);
		return GENERIC.contains(lower) || lower.startsWith("default for ");
	}

}
