package questionbank.textanalysis;

import java.io.Reader;
import java.util.regex.Pattern;

import com.ibm.icu.text.FilteredNormalizer2;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.jspecify.annotations.Nullable;

/**
 * Lucene analyzer of indexed text and of queries. Both are cut into the same, smallest
 * tokens: {@code Node.js} is two, and a query for it is a phrase. The index also has the
 * {@link ClosedFormFilter closed forms} of compounds. Text is first normalized to
 * NFKC_Casefold, which also drops soft hyphens and zero-width characters; then tokens
 * lose their diacritics. Each token is kept as written (Lucene's keyword attribute) and,
 * at the same position, as its stem: an English one, or an Arabic word without its
 * article and endings. The filters of stems leave words of other scripts as they are.
 */
final class EnglishTermAnalyzer extends Analyzer {

	/**
	 * Scripts without spaces between words, in which each letter is a token: Thai, Lao,
	 * Myanmar, Khmer, kana and Han. These are ranges because regular expressions look up
	 * the script of a character slowly.
	 */
	private static final String UNSPACED = "\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u3005-\\u3007"
			+ "\\u3040-\\u30FF\\u31F0-\\u31FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\x{20000}-\\x{3FFFF}";

	/**
	 * The first character of a word; not a modifier letter, most of which folding drops.
	 */
	private static final String LETTER = "[\\p{L}\\p{N}&&[^\\p{Lm}" + UNSPACED + "]]";

	private static final String LETTER_OR_MARK = "[\\p{L}\\p{N}\\p{M}&&[^" + UNSPACED + "]]";

	/** Unicode blocks of pictographs, whose symbols are tokens. */
	private static final String PICTOGRAPHS = "\\u2300-\\u23FF\\u2600-\\u27BF\\x{1F000}-\\x{1FAFF}";

	/**
	 * Matches a token: a letter with a sign, as in C# and C++; .NET, also in ASP.NET; a
	 * letter of a script without spaces; letters and digits, also around an apostrophe;
	 * or a pictograph. The first alternative is only a shortcut for most words. Lengths
	 * are bounded, because Lucene rejects very long terms.
	 */
	private static final Pattern TOKEN = Pattern.compile(String.join("|", "[a-z0-9]{2,255}+(?![\\p{L}\\p{N}\\p{M}'’])",
			"[a-z](?:[#♯]|\\+\\+)", "\\.net(?![\\p{L}\\p{M}])", "[" + UNSPACED + "&&[\\p{L}\\p{N}]]\\p{M}{0,9}",
			LETTER + LETTER_OR_MARK + "{0,254}(?:['’]" + LETTER + LETTER_OR_MARK + "{0,254}){0,3}",
			"[" + PICTOGRAPHS + "&&\\p{So}]"));

	/**
	 * The signs excluded from NFKC, which would turn a trade mark sign into letters and a
	 * fraction into two numbers.
	 */
	private static final String SIGNS = "™℠¼-¾⅐-⅟↉";

	private static final Normalizer2 NORMALIZATION = new FilteredNormalizer2(Normalizer2.getNFKCCasefoldInstance(),
			new UnicodeSet("[^" + SIGNS + "]").freeze());

	/** Removes diacritics, but keeps the marks of kana, which distinguish letters. */
	private static final Normalizer2 FOLDING = new FilteredNormalizer2(ICUFoldingFilter.NORMALIZER,
			new UnicodeSet("[^[:Hiragana:][:Katakana:]ー" + SIGNS + "]").freeze());

	/** Analyzes words and phrases of a query: without synonyms. */
	static final Analyzer QUERY = new EnglishTermAnalyzer(null, false);

	private static final SynonymMap SYNONYMS = Synonyms.read(QUERY);

	/** Analyzes text for the index: with synonyms, as a sequence of positions. */
	static final Analyzer INDEX = new EnglishTermAnalyzer(SYNONYMS, true);

	/**
	 * Analyzes text that is compared with the index: with synonyms, as a graph in which
	 * the synonym of a phrase spans the positions of the phrase.
	 */
	static final Analyzer GRAPH = new EnglishTermAnalyzer(SYNONYMS, false);

	private final @Nullable SynonymMap synonyms;

	private final boolean flat;

	private EnglishTermAnalyzer(@Nullable SynonymMap synonyms, boolean flat) {
		this.synonyms = synonyms;
		this.flat = flat;
	}

	@Override
	protected Reader initReader(String field, Reader text) {
		return new ICUNormalizer2CharFilter(text, NORMALIZATION);
	}

	@Override
	protected Reader initReaderForNormalization(String field, Reader text) {
		return initReader(field, text);
	}

	@Override
	protected TokenStream normalize(String field, TokenStream tokens) {
		return new ICUFoldingFilter(tokens, FOLDING);
	}

	@Override
	protected TokenStreamComponents createComponents(String field) {
		var tokenizer = new TermTokenizer(TOKEN);
		var words = normalize(field, new EnglishPossessiveFilter(tokenizer));
		if (this.synonyms != null) {
			words = new SynonymGraphFilter(words, this.synonyms, false);
		}
		if (this.flat) {
			words = new ClosedFormFilter(new FlattenGraphFilter(words));
		}
		var stems = new PorterStemFilter(new ArabicStemFilter(new KeywordRepeatFilter(words)));
		return new TokenStreamComponents(tokenizer,
				(this.synonyms != null && !this.flat) ? stems : new RemoveDuplicatesTokenFilter(stems));
	}

}
