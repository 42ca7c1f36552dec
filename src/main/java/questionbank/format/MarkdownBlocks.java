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

	/** The most characters that are parsed, those after deep nesting once more. */
	private static final int MAX_PARSED = 10_000_000;

	/** The start of a block that is in no list and in no quote. */
	private static final Pattern OUTER_START = Pattern.compile("(#{1,6}(\\h|$)|```|~~~)");

	private static final Pattern OPENING_SIGNS = Pattern.compile("#{1,6}");

	private List<String> lines;

	private final List<Title> titles = new ArrayList<>();

	private final BitSet code = new BitSet();

	private final List<Fields> questions = new ArrayList<>();

	private boolean complete = true;

	MarkdownBlocks(List<String> lines) {
		this.lines = lines;
		var parsed = 0L;
		for (int from = 0; from < this.lines.size();) {
			var text = String.join("\n", lines.subList(from, lines.size()));
			parsed += text.length();
			if (from > 0 && parsed > MAX_PARSED) {
				this.lines = lines.subList(0, from);
				this.complete = false;
				return;
			}
			from = parse(text, from);
		}
	}

	/**
	 * Parses from a line on. While as many blocks are open as the parser allows, it takes
	 * no line for the start of another, though it closes all of them: from there on, the
	 * text is parsed anew.
	 * @return the line at which to go on
	 */
	private int parse(String text, int from) {
		var collector = new Collector(from);
		PARSER.parse(text).accept(collector);
		var end = this.lines.size();
		for (int line = collector.deep + 1; collector.deep >= 0 && line < end; line++) {
			end = OUTER_START.matcher(this.lines.get(line)).lookingAt() ? line : end;
		}
		var next = end;
		this.titles.removeIf((title) -> title.start() >= next);
		this.questions.removeIf((fields) -> fields.start() >= next);
		this.code.clear(next, this.lines.size());
		return next;
	}

	/** Returns whether all lines are parsed; otherwise the rest is no longer there. */
	boolean isComplete() {
		return this.complete;
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

		private final int offset;

		private int depth;

		/** The first line at which no further block can be open; -1 for none. */
		private int deep = -1;

		Collector(int offset) {
			this.offset = offset;
		}

		@Override
		protected void visitChildren(Node parent) {
			this.depth++;
			reach(parent, this.depth);
			super.visitChildren(parent);
			this.depth--;
		}

		private void reach(Node node, int blocks) {
			if (blocks >= MarkdownText.MAX_NESTING && this.deep < 0 && !node.getSourceSpans().isEmpty()) {
				this.deep = first(node);
			}
		}

		@Override
		public void visit(Heading heading) {
			reach(heading, this.depth + 1);
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
			reach(block, this.depth + 1);
			MarkdownBlocks.this.code.set(first(block), last(block) + 1);
		}

		private int first(Node node) {
			return this.offset + node.getSourceSpans().get(0).getLineIndex();
		}

		private int last(Node node) {
			return this.offset + node.getSourceSpans().get(node.getSourceSpans().size() - 1).getLineIndex();
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
