package questionbank.web;

import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Renders Markdown (CommonMark with tables) to safe HTML, or to plain text. Markup that
 * multiplies its text is shown as typed: short rows of a wide table, which are padded, or
 * references to a long address, which is repeated.
 */
public final class Markdown {

	/** The maximum cells of a table, with those that pad short rows. */
	private static final int MAX_CELLS = 2_500;

	/**
	 * The maximum characters of a rendered text, about 25 times the longest sample
	 * answer. Usual markup takes at most five times its text.
	 */
	private static final int MAX_RENDERED = 500_000;

	/** The estimated characters of the tags of a node. */
	private static final int TAGS = 24;

	private static final List<Extension> EXTENSIONS = List.of(TablesExtension.builder().maxCells(MAX_CELLS).build());

	/** The deepest nesting of blocks and inlines; deeper markup is shown as text. */
	private static final int MAX_NESTING = 100;

	private static final Parser PARSER = Parser.builder()
		.extensions(EXTENSIONS)
		.maxOpenBlockParsers(MAX_NESTING)
		.maxInlineNesting(MAX_NESTING)
		.build();

	private static final UrlSanitizer LINKS = new DefaultUrlSanitizer(List.of("http", "https", "mailto"));

	/** Escapes raw HTML, and allows only http, https and mailto links. */
	private static final HtmlRenderer HTML = HtmlRenderer.builder()
		.extensions(EXTENSIONS)
		.escapeHtml(true)
		.sanitizeUrls(true)
		.urlSanitizer(LINKS)
		.build();

	private static final TextContentRenderer TEXT = TextContentRenderer.builder()
		.extensions(EXTENSIONS)
		.lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
		.build();

	private Markdown() {
	}

	/**
	 * Renders HTML that is safe to insert into a page. Headings start at level 3 and skip
	 * no level; images become links, since the content security policy blocks images of
	 * other sites; tables scroll horizontally, also by keyboard.
	 */
	public static String toHtml(String markdown) {
		var document = parse(markdown);
		document.accept(new PageAdapter(headingLevels(document)));
		return HTML.render(document)
			.replace("<table>", "<div class=\"wide\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table>")
			.replace("</table>", "</table></div>");
	}

	/** Renders the text without its markup. */
	public static String toText(String markdown) {
		return TEXT.render(parse(markdown));
	}

	/**
	 * Parses to a document whose rendered text is bounded: if its markup would multiply
	 * the text, all of it is a code block.
	 */
	public static Node parse(String markdown) {
		try {
			var document = PARSER.parse(markdown);
			if (renderedLength(document) <= MAX_RENDERED) {
				return document;
			}
		}
		catch (IllegalArgumentException ex) {
			// A table has too many cells.
		}
		var code = new FencedCodeBlock();
		code.setLiteral(markdown);
		var document = new Document();
		document.appendChild(code);
		return document;
	}

	/** Estimates the characters of the rendered document. */
	private static long renderedLength(Node document) {
		var length = 0L;
		for (var node = document; node != null; node = next(node, document)) {
			length += TAGS;
			if (node instanceof Link link) {
				length += link.getDestination().length() + Objects.toString(link.getTitle(), "").length();
			}
			else if (node instanceof Image image) {
				length += image.getDestination().length() + Objects.toString(image.getTitle(), "").length();
			}
		}
		return length;
	}

	/** Returns the next node in the order of the document, or {@code null} at its end. */
	private static @Nullable Node next(Node node, Node document) {
		if (node.getFirstChild() != null) {
			return node.getFirstChild();
		}
		var current = node;
		while (current != document && current.getNext() == null) {
			current = current.getParent();
		}
		return (current != document) ? current.getNext() : null;
	}

	private static SortedSet<Integer> headingLevels(Node document) {
		var levels = new TreeSet<Integer>();
		document.accept(new AbstractVisitor() {
			@Override
			public void visit(Heading heading) {
				levels.add(heading.getLevel());
			}
		});
		return levels;
	}

	/** Adapts headings, links and images to the page that shows them. */
	private static final class PageAdapter extends AbstractVisitor {

		private static final int FIRST_LEVEL = 3;

		private static final int LAST_LEVEL = 6;

		private final SortedSet<Integer> levels;

		private boolean insideLink;

		PageAdapter(SortedSet<Integer> levels) {
			this.levels = levels;
		}

		@Override
		public void visit(Heading heading) {
			heading.setLevel(Math.min(LAST_LEVEL, FIRST_LEVEL + this.levels.headSet(heading.getLevel()).size()));
			visitChildren(heading);
		}

		@Override
		public void visit(Link link) {
			this.insideLink = true;
			visitChildren(link);
			this.insideLink = false;
			if (isUnsafe(link.getDestination())) {
				for (var child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
					link.insertBefore(child);
				}
				link.unlink();
			}
		}

		@Override
		public void visit(Image image) {
			if (image.getFirstChild() == null) {
				image.appendChild(new Text(image.getDestination()));
			}
			visitChildren(image);
			var link = new Link(image.getDestination(), image.getTitle());
			var asText = this.insideLink || isUnsafe(image.getDestination());
			if (!asText) {
				image.insertBefore(link);
			}
			for (var child = image.getFirstChild(); child != null; child = image.getFirstChild()) {
				if (asText) {
					image.insertBefore(child);
				}
				else {
					link.appendChild(child);
				}
			}
			image.unlink();
		}

		private static boolean isUnsafe(String url) {
			return LINKS.sanitizeLinkUrl(url).isEmpty();
		}

	}

}
