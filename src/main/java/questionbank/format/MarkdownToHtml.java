package questionbank.format;

import java.util.List;
import java.util.regex.Pattern;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Renders Markdown (CommonMark with tables) to HTML that is well-formed XML, for files.
 * Raw HTML is escaped, and links other than http, https and mailto have no target.
 */
final class MarkdownToHtml {

	static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

	/** The deepest nesting of blocks and inlines; deeper markup is text. */
	static final int MAX_NESTING = 100;

	/** The attribute that has the Markdown of which an element was rendered. */
	static final String SOURCE = "data-markdown";

	private static final Pattern PARAGRAPHS = Pattern
		.compile("(?:\\p{L}[^\\\\`*_\\[\\]<>&\\p{Cntrl}\u00A0]*+(?:\n\n|$))*+");

	private static final Parser PARSER = Parser.builder()
		.extensions(EXTENSIONS)
		.maxOpenBlockParsers(MAX_NESTING)
		.maxInlineNesting(MAX_NESTING)
		.build();

	private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
		.extensions(EXTENSIONS)
		.escapeHtml(true)
		.sanitizeUrls(true)
		.urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
		.build();

	private MarkdownToHtml() {
	}

	/** Renders Markdown. */
	static String render(String markdown) {
		return render(PARSER.parse(markdown)).strip();
	}

	/** Renders a document. */
	static String render(Node document) {
		return RENDERER.render(document);
	}

	static Node parse(String markdown) {
		return PARSER.parse(markdown);
	}

	/**
	 * Renders Markdown so that {@link HtmlToMarkdown} returns it unchanged: where its
	 * spelling is not the usual one, the HTML is in an element that has the Markdown as
	 * an attribute.
	 */
	static String renderWithSource(String markdown) {
		var html = render(markdown);
		if (isPlain(markdown) || HtmlToMarkdown.convert(html, (note) -> {
		}).equals(markdown)) {
			return html;
		}
		return "<div %s=\"%s\">%s</div>".formatted(SOURCE, attribute(markdown), html);
	}

	private static String attribute(String text) {
		return text.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("\n", "&#10;");
	}

	/** Returns whether a text is of paragraphs without any markup. */
	private static boolean isPlain(String markdown) {
		return PARAGRAPHS.matcher(markdown).matches() && !markdown.contains("  ") && !markdown.contains(" \n")
				&& !markdown.endsWith(" ");
	}

	/** Escapes plain text, with its line breaks and runs of spaces. */
	static String escape(String text) {
		var html = new StringBuilder(text.length() + 16);
		var lineStart = true;
		for (int at = 0; at < text.length(); at++) {
			var character = text.charAt(at);
			switch (character) {
				case '&' -> html.append("&amp;");
				case '<' -> html.append("&lt;");
				case '>' -> html.append("&gt;");
				case '"' -> html.append("&quot;");
				case '\n' -> html.append("<br />");
				case ' ', '\t' -> html.append(lineStart ? "&#160;" : " ");
				default -> html.append(character);
			}
			lineStart = character == '\n' || character == ' ' || character == '\t';
		}
		return html.toString();
	}

}
