package questionbank.textanalysis;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Lucene token filter that adds the closed form of a hyphenated compound of two words,
 * such as {@code cooperative} of {@code co-operative}, and of two letters such as I/O, at
 * the position of its first word, and of a word with an apostrophe, such as {@code dont}
 * of {@code don't}. Lucene's {@code WordDelimiterGraphFilter} catenates the parts of one
 * token, but the words of a compound are tokens of their own here. A closed form has the
 * offsets of the first word: with those of the compound, a prefix of its first word would
 * highlight all of it.
 */
final class ClosedFormFilter extends TokenFilter {

	/** Bounds the words of a compound that are read ahead. */
	private static final int MAX_READ_AHEAD = 32;

	private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

	private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);

	private final TypeAttribute type = addAttribute(TypeAttribute.class);

	private final FlagsAttribute flags = addAttribute(FlagsAttribute.class);

	private final Deque<State> output = new ArrayDeque<>();

	/** The first word of the next compound, which has been read ahead. */
	private @Nullable State next;

	private boolean exhausted;

	ClosedFormFilter(TokenStream tokens) {
		super(tokens);
	}

	@Override
	public boolean incrementToken() throws IOException {
		if (this.output.isEmpty()) {
			readCompound();
		}
		if (this.output.isEmpty()) {
			return false;
		}
		restoreState(this.output.remove());
		return true;
	}

	/** Reads a word, or the words of a compound, and adds their closed forms. */
	private void readCompound() throws IOException {
		var read = new ArrayList<State>();
		var words = new ArrayList<Word>();
		while (read.size() < MAX_READ_AHEAD && readToken()) {
			if (!SynonymGraphFilter.TYPE_SYNONYM.equals(this.type.type())) {
				if (!words.isEmpty() && this.flags.getFlags() != TermTokenizer.JOINED) {
					this.next = captureState();
					break;
				}
				words.add(new Word(read.size(), this.term.toString()));
			}
			read.add(captureState());
		}
		for (int i = 0; i < read.size(); i++) {
			this.output.add(read.get(i));
			addClosedForms(i, read.get(i), words);
		}
	}

	private boolean readToken() throws IOException {
		if (this.next != null) {
			restoreState(this.next);
			this.next = null;
			return true;
		}
		this.exhausted = this.exhausted || !this.input.incrementToken();
		return !this.exhausted;
	}

	private void addClosedForms(int index, State state, List<Word> words) {
		words.stream()
			.filter((word) -> word.index == index)
			.flatMap((word) -> Compounds.withoutApostrophe(word.term).stream())
			.forEach((closed) -> add(state, closed));
		if (words.size() == 2 && words.get(0).index == index) {
			Compounds.close(words.get(0).term, words.get(1).term).ifPresent((closed) -> add(state, closed));
		}
	}

	/** Adds a token at the position of another. */
	private void add(State state, String closed) {
		restoreState(state);
		this.term.setEmpty().append(closed);
		this.step.setPositionIncrement(0);
		this.output.add(captureState());
	}

	@Override
	public void reset() throws IOException {
		super.reset();
		this.output.clear();
		this.next = null;
		this.exhausted = false;
	}

	private record Word(int index, String term) {
	}

}
