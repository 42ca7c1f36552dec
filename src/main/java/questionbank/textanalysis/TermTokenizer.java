package questionbank.textanalysis;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Lucene tokenizer whose tokens are the matches of a pattern, as of Lucene's
 * {@code PatternTokenizer}. It also flags the tokens that are joined to the one before:
 * by a hyphen, or a single letter by a slash or an ampersand, as in I/O and Q&A.
 */
final class TermTokenizer extends Tokenizer {

	/** The flag of a token that is joined to the one before. */
	static final int JOINED = 1;

	/** Hyphen-minus and hyphen; NFKC replaces the others. */
	private static final String HYPHENS = "-\u2010";

	/** The signs between single letters. */
	private static final String LETTER_SIGNS = "/&";

	private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

	private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);

	private final FlagsAttribute flags = addAttribute(FlagsAttribute.class);

	private final StringBuilder text = new StringBuilder();

	private final Matcher matcher;

	/** The last token. */
	private int start;

	private int end;

	TermTokenizer(Pattern pattern) {
		this.matcher = pattern.matcher("");
	}

	@Override
	public void reset() throws IOException {
		super.reset();
		this.text.setLength(0);
		var buffer = new char[8192];
		for (int length = this.input.read(buffer); length > 0; length = this.input.read(buffer)) {
			this.text.append(buffer, 0, length);
		}
		this.matcher.reset(this.text);
		this.start = 0;
		this.end = 0;
	}

	@Override
	public boolean incrementToken() {
		clearAttributes();
		if (!this.matcher.find()) {
			return false;
		}
		this.term.append(this.text, this.matcher.start(), this.matcher.end());
		this.offset.setOffset(correctOffset(this.matcher.start()), correctOffset(this.matcher.end()));
		this.flags.setFlags(isJoined() ? JOINED : 0);
		this.start = this.matcher.start();
		this.end = this.matcher.end();
		return true;
	}

	private boolean isJoined() {
		if (this.end == 0 || this.matcher.start() != this.end + 1) {
			return false;
		}
		var sign = this.text.charAt(this.end);
		var areLetters = this.end - this.start == 1 && this.matcher.end() - this.matcher.start() == 1;
		return HYPHENS.indexOf(sign) >= 0 || areLetters && LETTER_SIGNS.indexOf(sign) >= 0;
	}

	@Override
	public void end() throws IOException {
		super.end();
		var length = correctOffset(this.text.length());
		this.offset.setOffset(length, length);
	}

	@Override
	public void close() throws IOException {
		super.close();
		this.text.setLength(0);
		this.text.trimToSize();
	}

}
