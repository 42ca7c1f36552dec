package questionbank.format;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.markdown.MarkdownNodeRendererContext;
import org.commonmark.renderer.markdown.MarkdownNodeRendererFactory;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.commonmark.renderer.markdown.MarkdownWriter;

import questionbank.web.Markdown;

/**
 * Renders Markdown (CommonMark with tables) of files as HTML that is well-formed XML, and
 * documents as Markdown with as few escapes as the text needs. In HTML, raw HTML is
 * escaped, and links other than http, https and mailto have no target.
 */
final class MarkdownText {

	static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

	/** The deepest nesting of blocks and inlines; deeper markup is text. */
	static final int MAX_NESTING = 100;

	/** The attribute that has the Markdown of which an element was rendered. */
	static final String SOURCE = "data-markdown";

	private static final Pattern PARAGRAPHS = Pattern
		.compile("(?:\\p{L}[^\\\\`*_\\[\\]<>&\\p{Cntrl}\u00A0]*+(?:\n\n|$))*+");

	private static final HtmlRenderer HTML = HtmlRenderer.builder()
		.extensions(EXTENSIONS)
		.escapeHtml(true)
		.sanitizeUrls(true)
		.urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
		.build();

	/** Escapes all characters that may have a meaning. */
	private static final MarkdownRenderer ESCAPED = MarkdownRenderer.builder().extensions(EXTENSIONS).build();

	private static final MarkdownRenderer BARE = renderer(false);

	private static final MarkdownRenderer PLAIN = renderer(true);

	private MarkdownText() {
	}

	/** Renders Markdown. */
	static String toHtml(String markdown) {
		return toHtml(Markdown.parse(markdown)).strip();
	}

	/** Renders a document. */
	static String toHtml(Node document) {
		return HTML.render(document);
	}

	/**
	 * Renders Markdown so that {@link HtmlToMarkdown} returns it unchanged: where its
	 * spelling is not the usual one, the HTML is in an element that has the Markdown as
	 * an attribute.
	 */
	static String toHtmlWithSource(String markdown) {
		var html = toHtml(markdown);
		if (isPlain(markdown) || HtmlToMarkdown.convert(html, (note) -> {
		}).equals(markdown)) {
			return html;
		}
		return "<div %s=\"%s\">%s</div>".formatted(SOURCE, attribute(markdown), html);
	}

	private static String attribute(String text) {
		return escapeMarkup(text).replace("\n", "&#10;");
	}

	/** Escapes the characters of markup, in text or in attributes. */
	static String escapeMarkup(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
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

	/** Renders without escapes if that reads the same, otherwise with all of them. */
	static String render(Node document) {
		var escaped = ESCAPED.render(document).stripTrailing();
		var bare = BARE.render(document).stripTrailing();
		return (escaped.equals(bare) || !readsAs(bare, document)) ? escaped : bare;
	}

	private static boolean readsAs(String markdown, Node document) {
		return toHtml(Markdown.parse(markdown)).equals(toHtml(document));
	}

	/** Renders without escapes, and line breaks as they are. */
	static String renderPlain(Node document) {
		return PLAIN.render(document);
	}

	/** Returns the length of the longest run of a character. */
	static int longestRun(String text, char character) {
		var longest = 0;
		var run = 0;
		for (int at = 0; at < text.length(); at++) {
			run = (text.charAt(at) == character) ? run + 1 : 0;
			longest = Math.max(longest, run);
		}
		return longest;
	}

	private static MarkdownRenderer renderer(boolean plain) {
		return MarkdownRenderer.builder().nodeRendererFactory(new MarkdownNodeRendererFactory() {
			@Override
			public NodeRenderer create(MarkdownNodeRendererContext context) {
				return new BareText(context.getWriter(), plain);
			}

			@Override
			public Set<Character> getSpecialCharacters() {
				return Set.of();
			}
		}).extensions(EXTENSIONS).build();
	}

	/** Renders text as it is. */
	private record BareText(MarkdownWriter writer, boolean plain) implements NodeRenderer {

		@Override
		public Set<Class<? extends Node>> getNodeTypes() {
			return this.plain ? Set.of(Text.class, HardLineBreak.class) : Set.of(Text.class);
		}

		@Override
		public void render(Node node) {
			if (node instanceof Text text) {
				this.writer.raw(text.getLiteral());
			}
			else {
				this.writer.line();
			}
		}

	}

}
