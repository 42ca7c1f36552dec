package questionbank.question;

import java.io.Reader;
import java.util.regex.Pattern;

import com.ibm.icu.text.FilteredNormalizer2;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;

/**
 * Lucene analyzer of questions and of searches for them. Both are cut into the same
 * tokens, the smallest there are: {@code Node.js} is two of them, and a search for it a
 * phrase. Text is normalized to NFKC_Casefold before, which also drops soft hyphens and
 * zero-width characters; then each token loses its diacritics. A token is kept as it is
 * written (a keyword, to Lucene) and as its English stem, at the same position.
 */
final class QuestionAnalyzer extends Analyzer {

	/** For the index: with synonyms, as a sequence of positions. */
	static final Analyzer INDEX = new QuestionAnalyzer(true, true);

	/**
	 * For text that is compared with the index: with synonyms, as a graph in which the
	 * synonym of a phrase is as long as the phrase.
	 */
	static final Analyzer GRAPH = new QuestionAnalyzer(true, false);

	/** For the words and phrases of a query: without synonyms. */
	static final Analyzer QUERY = new QuestionAnalyzer(false, false);

	/**
	 * Scripts that set no spaces between words, each of whose letters is a token: Thai,
	 * Lao, Myanmar, Khmer, kana and Han. Ranges, as a regular expression looks up the
	 * script of a character slowly.
	 */
	private static final String UNSPACED = "\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u3005-\\u3007"
			+ "\\u3040-\\u30FF\\u31F0-\\u31FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\x{20000}-\\x{3FFFF}";

	/** Modifier letters start no word: folding drops most of them. */
	private static final String LETTER = "[\\p{L}\\p{N}&&[^\\p{Lm}" + UNSPACED + "]]";

	private static final String LETTER_OR_MARK = "[\\p{L}\\p{N}\\p{M}&&[^" + UNSPACED + "]]";

	/** Blocks of pictographs, of which the symbols are tokens. */
	private static final String PICTOGRAPHS = "\\u2300-\\u23FF\\u2600-\\u27BF\\x{1F000}-\\x{1FAFF}";

	/**
	 * A token is a letter with what makes it another word, as in C# and C++; .NET, also
	 * in ASP.NET; a letter of a script without spaces; letters and digits, also around an
	 * apostrophe; or a pictograph. The first alternative only finds most words faster.
	 * Lucene bounds the length of terms.
	 */
	private static final Pattern TOKEN = Pattern.compile(String.join("|", "[a-z0-9]{2,255}+(?![\\p{L}\\p{N}\\p{M}'’])",
			"[a-z](?:[#♯]|\\+\\+)", "\\.net(?![\\p{L}\\p{M}])", "[" + UNSPACED + "&&[\\p{L}\\p{N}]]\\p{M}{0,9}",
			LETTER + LETTER_OR_MARK + "{0,254}(?:['’]" + LETTER + LETTER_OR_MARK + "{0,254}){0,3}",
			"[" + PICTOGRAPHS + "&&\\p{So}]"));

	/** NFKC would make letters of a trade mark sign, and two numbers of a fraction. */
	private static final String SIGNS = "™℠¼-¾⅐-⅟↉";

	private static final Normalizer2 NORMALIZATION = new FilteredNormalizer2(Normalizer2.getNFKCCasefoldInstance(),
			new UnicodeSet("[^" + SIGNS + "]").freeze());

	/** The marks of kana tell letters apart, and are no diacritics. */
	private static final Normalizer2 FOLDING = new FilteredNormalizer2(ICUFoldingFilter.NORMALIZER,
			new UnicodeSet("[^[:Hiragana:][:Katakana:]ー" + SIGNS + "]").freeze());

	private final boolean synonyms;

	private final boolean flat;

	private QuestionAnalyzer(boolean synonyms, boolean flat) {
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
		var tokenizer = new PatternTokenizer(TOKEN, 0);
		var words = normalize(field, new EnglishPossessiveFilter(tokenizer));
		if (this.synonyms) {
			words = new SynonymGraphFilter(words, Synonyms.MAP, false);
		}
		if (this.flat) {
			words = new FlattenGraphFilter(words);
		}
		var stems = new PorterStemFilter(new KeywordRepeatFilter(words));
		return new TokenStreamComponents(tokenizer,
				(this.synonyms && !this.flat) ? stems : new RemoveDuplicatesTokenFilter(stems));
	}

}
