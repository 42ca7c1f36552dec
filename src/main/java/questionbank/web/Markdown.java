package questionbank.web;

import java.util.List;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/** Markdown (CommonMark with tables) to what a page or an index may hold. */
public final class Markdown {

	private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

	private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

	/** Raw HTML is shown as text, and links lead to http, https or mail alone. */
	private static final HtmlRenderer HTML = HtmlRenderer.builder()
		.extensions(EXTENSIONS)
		.escapeHtml(true)
		.sanitizeUrls(true)
		.urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
		.build();

	private static final TextContentRenderer TEXT = TextContentRenderer.builder()
		.extensions(EXTENSIONS)
		.lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
		.build();

	private Markdown() {
	}

	/** HTML that is safe to put into a page, whatever was written. */
	public static String toHtml(String markdown) {
		return HTML.render(PARSER.parse(markdown));
	}

	/** The words without their markup. */
	public static String toText(String markdown) {
		return TEXT.render(PARSER.parse(markdown));
	}

}
