package questionbank.textanalysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * A token of an analyzed text.
 *
 * @param term the indexed term
 * @param start its start offset in the text
 * @param end its end offset in the text
 * @param position its position in the token stream, from 0
 * @param length the number of positions that it spans
 * @param asWritten {@code true} if it is not stemmed
 * @param synonym {@code true} if it is a synonym of words in the text
 */
record Token(String term, int start, int end, int position, int length, boolean asWritten, boolean synonym) {

	/** Analyzes a text. */
	static List<Token> of(Analyzer analyzer, String text) {
		try (var stream = analyzer.tokenStream("text", text)) {
			var term = stream.addAttribute(CharTermAttribute.class);
			var offset = stream.addAttribute(OffsetAttribute.class);
			var step = stream.addAttribute(PositionIncrementAttribute.class);
			var length = stream.addAttribute(PositionLengthAttribute.class);
			var keyword = stream.addAttribute(KeywordAttribute.class);
			var type = stream.addAttribute(TypeAttribute.class);
			var tokens = new ArrayList<Token>();
			var position = -1;
			stream.reset();
			while (stream.incrementToken()) {
				position += step.getPositionIncrement();
				tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset(), position,
						length.getPositionLength(), keyword.isKeyword(),
						type.type().equals(SynonymGraphFilter.TYPE_SYNONYM)));
			}
			stream.end();
			return tokens;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The text cannot be analyzed", ex);
		}
	}

}
