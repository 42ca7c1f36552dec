package questionbank.web;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
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

/** Markdown (CommonMark with tables) to what a page or an index may hold. */
public final class Markdown {

	private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

	/** Quotes in quotes and lists in lists beyond this are shown as they were typed. */
	private static final int DEEPEST = 100;

	private static final Parser PARSER = Parser.builder()
		.extensions(EXTENSIONS)
		.maxOpenBlockParsers(DEEPEST)
		.maxInlineNesting(DEEPEST)
		.build();

	private static final UrlSanitizer ADDRESSES = new DefaultUrlSanitizer(List.of("http", "https", "mailto"));

	/** Raw HTML is shown as text, and links lead to http, https or mail alone. */
	private static final HtmlRenderer HTML = HtmlRenderer.builder()
		.extensions(EXTENSIONS)
		.escapeHtml(true)
		.sanitizeUrls(true)
		.urlSanitizer(ADDRESSES)
		.build();

	private static final TextContentRenderer TEXT = TextContentRenderer.builder()
		.extensions(EXTENSIONS)
		.lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
		.build();

	private Markdown() {
	}

	/**
	 * HTML that is safe to put into a page, whatever was written. It stands under a
	 * heading of the second level, and its own leave no level out; pictures become links,
	 * as a page loads nothing from elsewhere; a table that is too wide scrolls by itself,
	 * with keys as well.
	 */
	public static String toHtml(String markdown) {
		var document = PARSER.parse(markdown);
		document.accept(new Fitting(headingLevels(document)));
		return HTML.render(document)
			.replace("<table>", "<div class=\"wide\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table>")
			.replace("</table>", "</table></div>");
	}

	/** The words without their markup. */
	public static String toText(String markdown) {
		return TEXT.render(PARSER.parse(markdown));
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

	/** Fits a text into the page that it is shown on. */
	private static final class Fitting extends AbstractVisitor {

		private static final int FIRST_LEVEL = 3;

		private static final int LAST_LEVEL = 6;

		private final SortedSet<Integer> levels;

		private boolean insideLink;

		Fitting(SortedSet<Integer> levels) {
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
			if (leadsNowhere(link.getDestination())) {
				for (var word = link.getFirstChild(); word != null; word = link.getFirstChild()) {
					link.insertBefore(word);
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
			var asText = this.insideLink || leadsNowhere(image.getDestination());
			if (!asText) {
				image.insertBefore(link);
			}
			for (var word = image.getFirstChild(); word != null; word = image.getFirstChild()) {
				if (asText) {
					image.insertBefore(word);
				}
				else {
					link.appendChild(word);
				}
			}
			image.unlink();
		}

		private static boolean leadsNowhere(String address) {
			return ADDRESSES.sanitizeLinkUrl(address).isEmpty();
		}

	}

}
