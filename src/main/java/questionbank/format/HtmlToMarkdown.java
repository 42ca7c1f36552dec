package questionbank.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

import questionbank.web.UnicodeText;

/**
 * Converts HTML to Markdown: jsoup parses, and commonmark renders. Scripts, embedded
 * objects, form fields and images without an address on the web are dropped, each kind
 * with a sentence that says so. Comments, styles and what only lays out text are not part
 * of the text.
 */
final class HtmlToMarkdown {

	private static final int MAX_COLUMNS = 100;

	private static final Set<String> TRANSPARENT_BLOCKS = Set.of("address", "article", "aside", "body", "caption",
			"center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
			"header", "hgroup", "html", "legend", "main", "menu", "nav", "p", "search", "section", "summary", "tbody",
			"td", "tfoot", "th", "thead", "tr");

	/** What is dropped, and what is said of it. */
	private static final Map<String, String> DROPPED = Map.ofEntries(Map.entry("script", "A script was dropped."),
			Map.entry("style", "A style sheet was dropped."), Map.entry("iframe", "An embedded page was dropped."),
			Map.entry("frame", "An embedded page was dropped."), Map.entry("object", "An embedded object was dropped."),
			Map.entry("embed", "An embedded object was dropped."),
			Map.entry("applet", "An embedded object was dropped."), Map.entry("svg", "A drawing was dropped."),
			Map.entry("canvas", "A drawing was dropped."), Map.entry("video", "A video was dropped."),
			Map.entry("audio", "A sound was dropped."), Map.entry("input", "A form field was dropped."),
			Map.entry("button", "A form field was dropped."), Map.entry("select", "A form field was dropped."),
			Map.entry("textarea", "A form field was dropped."));

	private static final Set<String> INVISIBLE = Set.of("head", "title", "meta", "link", "template", "noscript", "base",
			"param", "source", "track", "col", "colgroup", "wbr");

	private static final Pattern WEB_ADDRESS = Pattern.compile("(https?://|mailto:)\\S{1,2000}",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern LANGUAGE = Pattern.compile("(?:^|\\s)lang(?:uage)?-([\\w+#.-]{1,30})");

	private final Consumer<String> notes;

	private final Set<String> said = new HashSet<>();

	private final boolean plain;

	private HtmlToMarkdown(Consumer<String> notes, boolean plain) {
		this.notes = notes;
		this.plain = plain;
	}

	/**
	 * Converts a text of several blocks.
	 * @param notes receives a sentence for each kind of markup that is dropped
	 */
	static String convert(String html, Consumer<String> notes) {
		var source = html.contains(MarkdownText.SOURCE) ? source(html) : null;
		if (source != null) {
			return source;
		}
		var converter = new HtmlToMarkdown(notes, false);
		return MarkdownText.render(converter.document(html));
	}

	/**
	 * Converts a text that is shown as plain text, such as a prompt: emphasis and code
	 * are marked as in Markdown, and everything else is as it reads, without escapes.
	 * @param notes receives a sentence for each kind of markup that is dropped
	 */
	static String convertPlain(String html, Consumer<String> notes) {
		var converter = new HtmlToMarkdown(notes, true);
		return UnicodeText.strip(MarkdownText.renderPlain(converter.document(html)));
	}

	/** Returns the Markdown of which HTML was rendered, unless it was edited since. */
	private static @Nullable String source(String html) {
		var body = parse(html);
		var rendered = body.firstElementChild();
		if (rendered == null || body.childNodeSize() != 1 || !rendered.hasAttr(MarkdownText.SOURCE)) {
			return null;
		}
		var markdown = rendered.attr(MarkdownText.SOURCE);
		return parse(MarkdownText.toHtml(markdown)).html().equals(rendered.html()) ? markdown : null;
	}

	/** Parses a fragment, however deep it is nested. */
	static Element parse(String html) {
		return Jsoup.parse(html, Parser.htmlParser().setMaxDepth(MarkdownText.MAX_NESTING)).body();
	}

	private Document document(String html) {
		var document = new Document();
		new Blocks(document).readChildren(parse(html));
		return document;
	}

	private void note(String sentence) {
		if (this.said.add(sentence)) {
			this.notes.accept(sentence);
		}
	}

	/** Reads the content of one block: blocks and, between them, paragraphs. */
	private final class Blocks {

		private final Node block;

		/** The formatting elements around the position, outermost first. */
		private final List<Supplier<Node>> formats;

		/** The paragraph or heading being read, and the formatting open in it. */
		private final List<Node> open = new ArrayList<>();

		private final boolean inline;

		private boolean space;

		Blocks(Node block) {
			this(block, List.of(), false);
		}

		Blocks(Node block, List<Supplier<Node>> formats, boolean inline) {
			this.block = block;
			this.formats = new ArrayList<>(formats);
			this.inline = inline;
			if (inline) {
				this.open.add(block);
			}
		}

		Blocks readChildren(Element element) {
			for (var child : element.childNodes()) {
				if (child instanceof TextNode text) {
					text(text.getWholeText());
				}
				else if (child instanceof Element inner) {
					read(inner);
				}
			}
			return this;
		}

		void close() {
			if (this.open.isEmpty()) {
				return;
			}
			trim(this.open.get(0));
			if (!this.inline) {
				this.open.clear();
			}
			this.space = false;
		}

		private void trim(Node paragraph) {
			for (var last = paragraph.getLastChild(); last instanceof HardLineBreak; last = paragraph.getLastChild()) {
				last.unlink();
			}
		}

		private void read(Element element) {
			var name = element.normalName();
			var dropped = DROPPED.get(name);
			if (element.attributes().asList().stream().anyMatch((attribute) -> attribute.getKey().startsWith("on"))) {
				note("A script was dropped.");
			}
			if (dropped != null) {
				note(dropped);
			}
			else if (TRANSPARENT_BLOCKS.contains(name)) {
				separate();
				readChildren(element);
				separate();
			}
			else if (!INVISIBLE.contains(name) && !readBlock(element, name)) {
				readInline(element, name);
			}
		}

		/** Ends the paragraph; in a heading or a cell, ends the word. */
		private void separate() {
			if (this.inline) {
				this.space = true;
			}
			else {
				close();
			}
		}

		/**
		 * Ends the paragraph, and reads the element as text where no block can be.
		 * @return {@code true} if it is read
		 */
		private boolean flatten(Element element) {
			separate();
			if (!this.inline && !HtmlToMarkdown.this.plain) {
				return false;
			}
			readChildren(element);
			separate();
			return true;
		}

		private boolean readBlock(Element element, String name) {
			switch (name) {
				case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, name.charAt(1) - '0');
				case "ul", "ol", "dir" -> list(element, name);
				case "li" -> item(element);
				case "blockquote" -> append(new BlockQuote(), element);
				case "pre", "listing", "xmp" -> codeBlock(element);
				case "hr" -> rule();
				case "table" -> table(element);
				default -> {
					return false;
				}
			}
			return true;
		}

		private void heading(Element element, int level) {
			if (flatten(element)) {
				return;
			}
			var heading = new Heading();
			heading.setLevel(level);
			new Blocks(heading, this.formats, true).readChildren(element).close();
			if (heading.getFirstChild() != null) {
				this.block.appendChild(heading);
			}
		}

		private void append(Node node, Element element) {
			if (flatten(element)) {
				return;
			}
			new Blocks(node, this.formats, false).readChildren(element).close();
			if (node.getFirstChild() != null) {
				this.block.appendChild(node);
			}
		}

		private void list(Element element, String name) {
			if (flatten(element)) {
				return;
			}
			var list = name.equals("ol") ? ordered(element) : bulleted();
			list.setTight(element.children().stream().allMatch((item) -> item.selectFirst("> p") == null));
			new Blocks(list, this.formats, false).readItems(element);
			if (list.getFirstChild() != null) {
				this.block.appendChild(list);
			}
		}

		private void readItems(Element element) {
			for (var child : element.childNodes()) {
				if (child instanceof Element inner) {
					if (inner.normalName().equals("li") || !(this.block.getLastChild() instanceof ListItem last)) {
						item(inner);
					}
					else {
						new Blocks(last, this.formats, false).readOne(inner);
					}
				}
				else if (child instanceof TextNode text && !text.isBlank()) {
					var item = new ListItem();
					this.block.appendChild(item);
					new Blocks(item, this.formats, false).text(text.getWholeText());
				}
			}
		}

		private void readOne(Element element) {
			read(element);
			close();
		}

		private static ListBlock bulleted() {
			var list = new BulletList();
			list.setMarker("-");
			list.setTight(true);
			return list;
		}

		private static ListBlock ordered(Element element) {
			var list = new OrderedList();
			var start = element.attr("start");
			list.setMarkerStartNumber(start.matches("\\d{1,8}") ? Integer.parseInt(start) : 1);
			list.setMarkerDelimiter(".");
			return list;
		}

		private void item(Element element) {
			if (flatten(element)) {
				return;
			}
			var list = listOfItem();
			var item = new ListItem();
			var blocks = new Blocks(item, this.formats, false);
			if (element.normalName().equals("li")) {
				blocks.readChildren(element).close();
			}
			else {
				blocks.readOne(element);
			}
			if (item.getFirstChild() != null) {
				list.appendChild(item);
			}
		}

		/** Returns the list around, or a new one for items outside of lists. */
		private Node listOfItem() {
			if (this.block instanceof ListBlock) {
				return this.block;
			}
			if (this.block.getLastChild() instanceof BulletList list) {
				return list;
			}
			var list = bulleted();
			this.block.appendChild(list);
			return list;
		}

		private void codeBlock(Element element) {
			separate();
			var literal = element.wholeText().replace("\r\n", "\n").replace('\r', '\n');
			if (this.inline || HtmlToMarkdown.this.plain) {
				text(literal);
				separate();
				return;
			}
			if (literal.isBlank()) {
				return;
			}
			var code = new FencedCodeBlock();
			code.setFenceCharacter("`");
			code.setOpeningFenceLength(Math.max(3, MarkdownText.longestRun(literal, '`') + 1));
			code.setInfo(language(element));
			code.setLiteral(literal.endsWith("\n") ? literal : literal + "\n");
			this.block.appendChild(code);
		}

		private static @Nullable String language(Element element) {
			var inner = element.selectFirst("> code");
			var language = LANGUAGE.matcher(element.className() + " " + ((inner != null) ? inner.className() : ""));
			return language.find() ? language.group(1) : null;
		}

		private void rule() {
			separate();
			if (!this.inline && !HtmlToMarkdown.this.plain) {
				this.block.appendChild(new ThematicBreak());
			}
		}

		private void table(Element element) {
			separate();
			var rows = element.select("tr");
			var columns = rows.stream().mapToInt((row) -> row.select("> td, > th").size()).max().orElse(0);
			if (this.inline || HtmlToMarkdown.this.plain || columns == 0 || columns > MAX_COLUMNS
					|| element.selectFirst("table table") != null) {
				readChildren(element);
				separate();
				return;
			}
			var caption = element.selectFirst("> caption");
			if (caption != null) {
				readChildren(caption);
				separate();
			}
			var table = new TableBlock();
			var head = new TableHead();
			var body = new TableBody();
			table.appendChild(head);
			for (var row : rows) {
				((head.getFirstChild() == null) ? head : body).appendChild(row(row, columns, head));
			}
			if (body.getFirstChild() != null) {
				table.appendChild(body);
			}
			this.block.appendChild(table);
		}

		private Node row(Element element, int columns, Node head) {
			var row = new TableRow();
			for (var child : element.select("> td, > th")) {
				row.appendChild(cell(head));
				new Blocks(row.getLastChild(), this.formats, true).readChildren(child).close();
			}
			for (int count = element.select("> td, > th").size(); count < columns; count++) {
				row.appendChild(cell(head));
			}
			return row;
		}

		private static Node cell(Node head) {
			var cell = new TableCell();
			cell.setHeader(head.getFirstChild() == null);
			return cell;
		}

		private void readInline(Element element, String name) {
			switch (name) {
				case "b", "strong" -> format(element, StrongEmphasis::new);
				case "i", "em", "cite", "dfn", "var" -> format(element, Emphasis::new);
				case "a" -> link(element);
				case "code", "kbd", "samp", "tt" -> code(element);
				case "img", "image" -> image(element);
				case "br" -> lineBreak();
				case "sup" -> marked("^", element);
				case "sub" -> marked("_", element);
				case "del", "s", "strike" -> {
					note("Struck-out text is kept without its line.");
					readChildren(element);
				}
				default -> readChildren(element);
			}
		}

		private void marked(String mark, Element element) {
			var text = element.text();
			if (!text.isEmpty()) {
				text(mark + text);
			}
		}

		private void format(Element element, Supplier<Node> format) {
			var kind = format.get().getClass();
			if (this.formats.stream().anyMatch((outer) -> outer.get().getClass() == kind)) {
				readChildren(element);
				return;
			}
			this.formats.add(format);
			readChildren(element);
			this.formats.remove(this.formats.size() - 1);
			while (this.open.size() > this.formats.size() + 1) {
				this.open.remove(this.open.size() - 1);
			}
		}

		private void link(Element element) {
			var address = element.attr("href").strip();
			if (HtmlToMarkdown.this.plain || address.isEmpty()
					|| element.text().isBlank() && element.selectFirst("img") == null) {
				readChildren(element);
			}
			else if (WEB_ADDRESS.matcher(address).matches()) {
				var title = element.attr("title");
				format(element, () -> new Link(address, title.isEmpty() ? null : title));
			}
			else {
				note("A link that does not lead to the web is kept as text.");
				readChildren(element);
			}
		}

		private void code(Element element) {
			var literal = element.wholeText().replaceAll("\\s", " ");
			if (literal.isBlank()) {
				text(literal);
			}
			else {
				target().appendChild(new Code(literal));
			}
		}

		private void image(Element element) {
			var address = element.attr("src").strip();
			var description = element.attr("alt").strip();
			if (HtmlToMarkdown.this.plain || !WEB_ADDRESS.matcher(address).matches()) {
				note(address.toLowerCase(Locale.ROOT).startsWith("data:") ? "An image inside the text was dropped."
						: "An image was dropped.");
				text(description);
				return;
			}
			var image = new Image(address, null);
			if (!description.isEmpty()) {
				image.appendChild(new Text(description));
			}
			target().appendChild(image);
		}

		private void lineBreak() {
			if (this.inline) {
				this.space = true;
			}
			else if (!this.open.isEmpty()) {
				this.space = false;
				if (!HtmlToMarkdown.this.plain && this.open.get(0).getLastChild() instanceof HardLineBreak) {
					close();
				}
				else {
					this.open.get(0).appendChild(new HardLineBreak());
					while (this.open.size() > 1) {
						this.open.remove(this.open.size() - 1);
					}
				}
			}
		}

		private void text(String text) {
			var run = new StringBuilder();
			for (int at = 0; at < text.length(); at++) {
				var character = text.charAt(at);
				if (isSpace(character)) {
					append(run);
					this.space = true;
				}
				else if (character == '\u00A0') {
					run.append(isAlone(text, at) ? character : ' ');
				}
				else {
					run.append(character);
				}
			}
			append(run);
		}

		/** Returns whether a no-break space is no part of a run of spaces. */
		private boolean isAlone(String text, int at) {
			return at > 0 && at + 1 < text.length() && !isBlank(text.charAt(at - 1)) && !isBlank(text.charAt(at + 1));
		}

		private boolean isBlank(char character) {
			return character == '\u00A0' || isSpace(character);
		}

		private boolean isSpace(char character) {
			return character == ' ' || character == '\t' || character == '\n' || character == '\r' || character == '\f'
					|| (character == '\u00A0' && !HtmlToMarkdown.this.plain);
		}

		private void append(StringBuilder run) {
			if (!run.isEmpty()) {
				appendText(target(), run.toString());
				run.setLength(0);
			}
		}

		/** Returns the node to append to, after the pending space. */
		private Node target() {
			if (this.open.isEmpty()) {
				var paragraph = new Paragraph();
				this.block.appendChild(paragraph);
				this.open.add(paragraph);
				this.space = false;
			}
			var target = this.open.get(this.open.size() - 1);
			var paragraph = this.open.get(0);
			if (this.space && paragraph.getFirstChild() != null
					&& !(paragraph.getLastChild() instanceof HardLineBreak)) {
				appendText(target, " ");
			}
			this.space = false;
			while (this.open.size() <= this.formats.size()) {
				var format = this.formats.get(this.open.size() - 1).get();
				target.appendChild(format);
				this.open.add(format);
				target = format;
			}
			return target;
		}

		private static void appendText(Node target, String text) {
			if (target.getLastChild() instanceof Text last) {
				last.setLiteral(last.getLiteral() + text);
			}
			else {
				target.appendChild(new Text(text));
			}
		}

	}

}
