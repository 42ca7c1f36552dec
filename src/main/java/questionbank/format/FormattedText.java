package questionbank.format;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import questionbank.format.QuestionEntry.Location;
import questionbank.format.QuestionEntry.Severity;
import questionbank.web.UnicodeText;

/**
 * A text of Moodle, in one of the formats that it knows.
 *
 * @param at where it is in the file
 */
record FormattedText(String text, Format format, Location at) {

	private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!][^<>]*+>|&(#\\d{1,7}|[a-zA-Z]{2,31});");

	private static final Pattern BLOCK = Pattern.compile("<(p|div|ul|ol|li|table|h[1-6]|pre|blockquote|br)\\b",
			Pattern.CASE_INSENSITIVE);

	/** Returns a line of plain text, such as a prompt. */
	String plain(EntryBuilder entry) {
		return (isPlain() || this.text.isBlank()) ? UnicodeText.strip(this.text)
				: HtmlToMarkdown.convertPlain(html(), notes(entry));
	}

	/** Returns the text as Markdown. */
	String markdown(EntryBuilder entry) {
		if (this.format == Format.MARKDOWN || this.text.isBlank()) {
			return UnicodeText.strip(this.text);
		}
		return HtmlToMarkdown.convert(html(), notes(entry));
	}

	/** Returns the text as HTML. */
	String html() {
		return switch (this.format) {
			case HTML -> this.text;
			case PLAIN -> MarkdownText.escape(this.text);
			case MARKDOWN -> MarkdownText.toHtml(this.text);
			case AUTO -> isPlain() ? MarkdownText.escape(this.text) : withLineBreaks(this.text);
		};
	}

	/** Marks the line breaks of HTML up in which no other markup breaks lines. */
	static String withLineBreaks(String html) {
		return BLOCK.matcher(html).find() ? html : html.strip().replace("\n", "<br>");
	}

	private boolean isPlain() {
		return this.format == Format.PLAIN || (this.format == Format.AUTO && !isHtml(this.text));
	}

	/** Returns whether a text has tags or entities. */
	static boolean isHtml(String text) {
		return MARKUP.matcher(text).find();
	}

	/** Returns what adds a note to the entry for each thing that is dropped. */
	Consumer<String> notes(EntryBuilder entry) {
		return (note) -> entry.report(Severity.NOTE, this.at, "", note);
	}

	/** The formats of texts. */
	enum Format {

		/** HTML. */
		HTML,
		/** HTML in which line breaks count, or plain text. */
		AUTO,
		/** Plain text. */
		PLAIN,
		/** Markdown. */
		MARKDOWN;

		/** Returns the format for a name in Moodle XML or GIFT. */
		static Format of(String name) {
			return switch (name.toLowerCase(Locale.ROOT)) {
				case "html" -> HTML;
				case "plain_text", "plain" -> PLAIN;
				case "markdown" -> MARKDOWN;
				default -> AUTO;
			};
		}

	}

}
