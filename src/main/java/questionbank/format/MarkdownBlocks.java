package questionbank.format;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLines;

/**
 * The lines of a Markdown text, with what CommonMark takes for its headings and for code.
 * Inline content is not parsed: texts are taken from the lines, as they are.
 */
final class MarkdownBlocks {

	/** The info string of a block of code that holds a question. */
	static final String QUESTION_INFO = "yaml question";

	private static final Parser PARSER = Parser.builder()
		.inlineParserFactory(NoInlineParser::new)
		.includeSourceSpans(IncludeSourceSpans.BLOCKS)
		.maxOpenBlockParsers(MarkdownText.MAX_NESTING)
		.build();

	private static final Pattern OPENING_SIGNS = Pattern.compile("#{1,6}");

	private final List<String> lines;

	private final List<Title> titles = new ArrayList<>();

	private final BitSet code = new BitSet();

	private final List<Fields> questions = new ArrayList<>();

	MarkdownBlocks(List<String> lines) {
		this.lines = lines;
		PARSER.parse(String.join("\n", lines)).accept(new Collector());
	}

	List<String> lines() {
		return this.lines;
	}

	List<Title> titles() {
		return this.titles;
	}

	List<Fields> questions() {
		return this.questions;
	}

	boolean isCode(int line) {
		return this.code.get(line);
	}

	private void heading(Heading heading, int first, int last) {
		var text = (first == last) ? atxText(this.lines.get(first))
				: this.lines.subList(first, last).stream().map(String::strip).collect(Collectors.joining(" "));
		this.titles.add(new Title(heading.getLevel(), text, first, last + 1));
	}

	/** Returns the text of an ATX heading, without its opening and closing signs. */
	private static String atxText(String line) {
		var text = OPENING_SIGNS.matcher(line.strip()).replaceFirst("").strip();
		var end = text.length();
		while (end > 0 && text.charAt(end - 1) == '#') {
			end--;
		}
		var isClosed = end == 0 || Character.isWhitespace(text.charAt(end - 1));
		return isClosed ? text.substring(0, end).stripTrailing() : text;
	}

	/**
	 * A heading.
	 *
	 * @param start the index of its first line
	 * @param end the index of the line after it
	 */
	record Title(int level, String text, int start, int end) {
	}

	/** A question as YAML in a block of code, from a line to another, excluded. */
	record Fields(String yaml, int start, int end) {
	}

	/** Collects headings of the document itself, and code wherever it is. */
	private final class Collector extends AbstractVisitor {

		@Override
		public void visit(Heading heading) {
			if (heading.getParent() instanceof Document) {
				heading(heading, first(heading), last(heading));
			}
		}

		@Override
		public void visit(FencedCodeBlock block) {
			code(block);
			if (block.getParent() instanceof Document && QUESTION_INFO.equals(block.getInfo())) {
				MarkdownBlocks.this.questions.add(new Fields(block.getLiteral(), first(block), last(block) + 1));
			}
		}

		@Override
		public void visit(IndentedCodeBlock block) {
			code(block);
		}

		private void code(Block block) {
			MarkdownBlocks.this.code.set(first(block), last(block) + 1);
		}

		private static int first(Node node) {
			return node.getSourceSpans().get(0).getLineIndex();
		}

		private static int last(Node node) {
			return node.getSourceSpans().get(node.getSourceSpans().size() - 1).getLineIndex();
		}

	}

	/** Parses no inline content. */
	private static final class NoInlineParser implements InlineParser {

		NoInlineParser(InlineParserContext context) {
		}

		@Override
		public void parse(SourceLines lines, Node node) {
		}

	}

}
