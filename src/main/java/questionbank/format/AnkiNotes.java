package questionbank.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Location;
import questionbank.format.QuestionEntry.Severity;
import questionbank.web.UnicodeText;

/**
 * Notes of Anki: a question is a note with a front, a back, and fields for what else it
 * has; its tags are its topics, and the id is the guid.
 *
 * @see <a href="https://docs.ankiweb.net/importing/text-files.html">Anki manual, text
 * files</a>
 */
final class AnkiNotes {

	/** The fields that are written, by name and in order. */
	static final List<String> NAMES = List.of("Front", "Back", "Key points", "Follow-up questions", "Source");

	static final List<String> LOSSES = List.of(
			"Tabs in questions become spaces, and no-break spaces beside spaces or at the edge of a line, too.",
			"Anki shows the answer as HTML; what is edited there comes back in the usual spelling of Markdown.");

	/** The deck that is written, which says nothing of a topic. */
	static final String DECK = "Question Bank";

	/** Begins the guid of a question without an id. */
	private static final String NO_ID = "question-bank-";

	private static final Pattern CLOZE = Pattern.compile("\\{\\{c\\d{1,3}::");

	private static final Pattern SOUND = Pattern.compile("\\[sound:[^\\]\\n]{1,300}]");

	/** What would be more than text in Anki. */
	private static final Pattern SPECIAL = Pattern.compile("\\{(?=\\{c)|\\[(?=sound:)");

	private final Set<String> said = new HashSet<>();

	/** Returns the guid of the note for a question: its id, or one of its text. */
	static String guid(QuestionEntry entry) {
		return entry.id().isEmpty() ? NO_ID + UUID.nameUUIDFromBytes(entry.prompt().getBytes(StandardCharsets.UTF_8))
				: entry.id();
	}

	/** Returns the id of a question for the guid of its note. */
	static String id(String guid) {
		return guid.startsWith(NO_ID) ? "" : guid;
	}

	/** Returns the fields of the note for a question. */
	static List<String> values(QuestionEntry entry) {
		return List.of(masked(MarkdownText.escape(entry.prompt())),
				masked(entry.sampleAnswer().isEmpty() ? "" : MarkdownText.toHtmlWithSource(entry.sampleAnswer())),
				masked(ScorerNotes.list(entry.keyPoints())), masked(ScorerNotes.list(entry.probes())),
				masked(MarkdownText.escape(entry.source())));
	}

	private static String masked(String html) {
		return SPECIAL.matcher(html).replaceAll((found) -> "&#" + (int) found.group().charAt(0) + ";");
	}

	/** Returns the tags of the note for a question; a tag has no spaces. */
	static List<String> tags(QuestionEntry entry) {
		return EntryTags.of(entry, "::").stream().map((tag) -> tag.strip().replaceAll("\\s+", "_")).toList();
	}

	/** Returns what each field of a note means; {@code null} for nothing known. */
	static List<@Nullable EntryField> meanings(List<String> names) {
		var meanings = new ArrayList<@Nullable EntryField>();
		for (var name : names) {
			meanings.add(switch (EntryField.folded(name)) {
				case "front" -> EntryField.PROMPT;
				case "back" -> EntryField.SAMPLE_ANSWER;
				default -> EntryField.named(name);
			});
		}
		for (var field : List.of(EntryField.PROMPT, EntryField.SAMPLE_ANSWER)) {
			var free = meanings.indexOf(null);
			if (!meanings.contains(field) && free >= 0) {
				meanings.set(free, field);
			}
		}
		return Collections.unmodifiableList(meanings);
	}

	/** Returns why a note is not taken; {@code null} if it is. */
	static @Nullable Finding refusal(List<String> values, String noteType, Location at) {
		var isCloze = EntryField.folded(noteType).contains("cloze")
				|| values.stream().anyMatch((value) -> CLOZE.matcher(value).find());
		return isCloze ? ChoiceOffer.notTaken("cloze", values.isEmpty() ? "" : UnicodeText.readable(values.get(0)), at)
				: null;
	}

	/**
	 * States the fields of an entry by those of a note.
	 * @param html whether the values are HTML; {@code null} to look at each
	 */
	void read(EntryBuilder entry, List<String> names, List<String> values, @Nullable Boolean html, Location at) {
		var meanings = meanings(names);
		for (int index = 0; index < Math.min(values.size(), names.size()); index++) {
			var value = values.get(index);
			if (!value.isBlank()) {
				var isHtml = (html != null) ? html : FormattedText.isHtml(value);
				read(entry, meanings.get(index), names.get(index),
						isHtml ? FormattedText.withLineBreaks(value) : MarkdownText.escape(value), at);
			}
		}
	}

	private void read(EntryBuilder entry, @Nullable EntryField field, String name, String value, Location at) {
		Consumer<String> notes = (note) -> entry.report(Severity.NOTE, at, "", note);
		var html = SOUND.matcher(value).replaceAll("");
		if (html.length() != value.length()) {
			notes.accept("A sound was dropped.");
		}
		if (field == null) {
			if (this.said.add(name)) {
				entry.report(Severity.NOTE, at, name,
						"The field \"%s\" is not taken, here and in all other notes.".formatted(name));
			}
			return;
		}
		switch (field) {
			case PROBLEM, ID -> {
			}
			case SAMPLE_ANSWER -> entry.text(field, name, HtmlToMarkdown.convert(html, notes), at);
			case KEY_POINTS, PROBES -> entry.items(field, name, ScorerNotes.items(html, notes), at);
			default -> entry.text(field, name, HtmlToMarkdown.convertPlain(html, notes), at);
		}
	}

	/** States topics by the tags of a note, or by the deck that it is in. */
	static void readTags(EntryBuilder entry, String tags, String deck, Location at) {
		EntryTags.read(entry, List.of(tags.strip().split("\\s+")), at);
		EntryTags.readPath(entry, List.of(deck.split("::|\u001F")), at);
	}

}
