package questionbank.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

import questionbank.format.QuestionEntry.Location;
import questionbank.format.QuestionEntry.Severity;

/**
 * What a format says to those who score an answer, as HTML: key points, follow-up
 * questions and the source, each under its name, and fields as "Difficulty: hard".
 */
final class ScorerNotes {

	private static final List<EntryField> LISTS = List.of(EntryField.KEY_POINTS, EntryField.PROBES);

	/** The longest text without bullets that is a key point. */
	private static final int MAX_POINT = 200;

	/** The longest paragraph that can be the heading of a list. */
	private static final int MAX_HEADING = 40;

	private final Consumer<String> notes;

	private final EntryBuilder entry;

	private final Location at;

	private final List<String> prose = new ArrayList<>();

	private EntryField section = EntryField.KEY_POINTS;

	private ScorerNotes(EntryBuilder entry, Location at, Consumer<String> notes) {
		this.entry = entry;
		this.at = at;
		this.notes = notes;
	}

	/**
	 * Writes the lists and fields that are not empty.
	 * @param fields written beside the lists
	 */
	static String write(QuestionEntry entry, EntryField... fields) {
		var html = new StringBuilder();
		for (var field : LISTS) {
			if (!field.items(entry).isEmpty()) {
				html.append("<p>").append(label(field)).append("</p>").append(list(field.items(entry)));
			}
		}
		for (var field : fields) {
			if (!field.text(entry).isEmpty()) {
				html.append("<p>")
					.append(label(field))
					.append(": ")
					.append(MarkdownText.escape(field.text(entry)))
					.append("</p>");
			}
		}
		return html.toString();
	}

	/** Writes a list; empty for none. */
	static String list(List<String> items) {
		if (items.isEmpty()) {
			return "";
		}
		var html = new StringBuilder("<ul>");
		items.forEach((item) -> html.append("<li>").append(MarkdownText.escape(item)).append("</li>"));
		return html.append("</ul>").toString();
	}

	private static String label(EntryField field) {
		return switch (field) {
			case KEY_POINTS -> "Key points";
			case PROBES -> "Follow-up questions";
			case DIFFICULTY -> "Difficulty";
			case TOPICS -> "Topics";
			case STATUS -> "Status";
			case AUDIENCE -> "Audience";
			case SOURCE -> "Source";
			default -> throw new IllegalArgumentException(field.name());
		};
	}

	/**
	 * States the fields of an entry by the notes of its scorers. Short paragraphs are key
	 * points; longer ones belong to the sample answer.
	 * @param notes receives what is dropped from the HTML
	 */
	static void read(String html, EntryBuilder entry, Location at, Consumer<String> notes) {
		var reading = new ScorerNotes(entry, at, notes);
		reading.read(HtmlToMarkdown.parse(html));
		reading.addProse();
	}

	/** Returns the items of an HTML list, or the lines of a text without one. */
	static List<String> items(String html, Consumer<String> notes) {
		var body = HtmlToMarkdown.parse(html);
		var items = body.select("li");
		return items.isEmpty() ? HtmlToMarkdown.convertPlain(html, notes).lines().toList()
				: items.stream().map((item) -> HtmlToMarkdown.convertPlain(own(item), notes)).toList();
	}

	/** Returns the content of an item without the lists in it. */
	private static String own(Element item) {
		var own = item.clone();
		own.select("ul, ol").remove();
		return own.html();
	}

	private void read(Element element) {
		for (var node : element.childNodes()) {
			if (node instanceof TextNode text && !text.isBlank()) {
				paragraph(MarkdownText.escape(text.text()));
			}
			else if (node instanceof Element child) {
				readElement(child);
			}
		}
	}

	private void readElement(Element element) {
		switch (element.normalName()) {
			case "ul", "ol" -> addList(element);
			case "div", "section", "article", "td", "th", "tr", "tbody", "thead", "table" -> {
				if (element.children().stream().anyMatch(Element::isBlock)) {
					read(element);
				}
				else {
					paragraph(element.html());
				}
			}
			default -> paragraph(element.outerHtml());
		}
	}

	private void addList(Element list) {
		for (var item : list.select("li")) {
			this.entry.items(this.section, label(this.section),
					List.of(HtmlToMarkdown.convertPlain(own(item), this.notes)), this.at);
		}
	}

	private void paragraph(String html) {
		var text = HtmlToMarkdown.convertPlain(html, this.notes);
		var named = (text.length() <= MAX_HEADING) ? EntryField.named(text) : null;
		if (named != null && LISTS.contains(named)) {
			this.section = named;
			return;
		}
		var colon = text.indexOf(':');
		var field = (colon > 0 && colon <= 20) ? EntryField.named(text.substring(0, colon)) : null;
		if (field == EntryField.SOURCE || field == EntryField.DIFFICULTY || field == EntryField.TOPICS
				|| field == EntryField.STATUS || field == EntryField.AUDIENCE) {
			this.entry.text(field, text.substring(0, colon), text.substring(colon + 1), this.at);
		}
		else if (!text.isEmpty() && text.length() <= MAX_POINT) {
			this.entry.items(this.section, label(this.section), List.of(text), this.at);
		}
		else if (!text.isEmpty()) {
			this.prose.add(HtmlToMarkdown.convert(html, this.notes));
		}
	}

	private void addProse() {
		if (this.prose.isEmpty()) {
			return;
		}
		var text = String.join("\n\n", this.prose);
		if (this.entry.has(EntryField.SAMPLE_ANSWER)) {
			this.entry.append(EntryField.SAMPLE_ANSWER, "", "\n" + text);
		}
		else {
			this.entry.text(EntryField.SAMPLE_ANSWER, "notes for scorers", text, this.at);
		}
		this.entry.report(Severity.NOTE, this.at, text,
				"The notes for scorers are too long for key points: they belong to the sample answer.");
	}

}
