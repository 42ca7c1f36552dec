package questionbank.format;

import java.util.List;

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
