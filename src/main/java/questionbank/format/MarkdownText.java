package questionbank.format;

import java.util.Set;

import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.markdown.MarkdownNodeRendererContext;
import org.commonmark.renderer.markdown.MarkdownNodeRendererFactory;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.commonmark.renderer.markdown.MarkdownWriter;

/** Renders documents as Markdown, with as few escapes as the text needs. */
final class MarkdownText {

	/** Escapes all characters that may have a meaning. */
	private static final MarkdownRenderer ESCAPED = MarkdownRenderer.builder()
		.extensions(MarkdownToHtml.EXTENSIONS)
		.build();

	private static final MarkdownRenderer BARE = renderer(false);

	private static final MarkdownRenderer PLAIN = renderer(true);

	private MarkdownText() {
	}

	/** Renders without escapes if that reads the same, otherwise with all of them. */
	static String render(Node document) {
		var escaped = ESCAPED.render(document).stripTrailing();
		var bare = BARE.render(document).stripTrailing();
		return (escaped.equals(bare) || !readsAs(bare, document)) ? escaped : bare;
	}

	private static boolean readsAs(String markdown, Node document) {
		return MarkdownToHtml.render(MarkdownToHtml.parse(markdown)).equals(MarkdownToHtml.render(document));
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
		}).extensions(MarkdownToHtml.EXTENSIONS).build();
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
