package questionbank.textanalysis;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;

import questionbank.web.UnicodeText;

/** Analyzes text as the search index does, by English stems and {@link Synonyms}. */
public final class TextAnalysis {

	/** The name of the analyzer of indexed text. */
	public static final String INDEX = "text";

	/** The name of the analyzer of queries. */
	public static final String QUERY = "search";

	/** The analyzer of indexed text. */
	public static final Analyzer INDEX_ANALYZER = EnglishTermAnalyzer.INDEX;

	/** The analyzer of the words and phrases of a query. */
	public static final Analyzer QUERY_ANALYZER = EnglishTermAnalyzer.QUERY;

	/** The class-path resource of the synonyms, with which text is indexed. */
	public static final String SYNONYMS = Synonyms.FILE;

	/** The similarity from which on two texts are near-duplicates. */
	private static final double NEAR_DUPLICATE = 0.6;

	private TextAnalysis() {
	}

	/**
	 * Returns the words of a text in order, without stop words. Each word of a phrase has
	 * the synonyms of the phrase.
	 */
	public static List<Word> words(String text) {
		var tokens = Token.of(EnglishTermAnalyzer.GRAPH, text);
		var words = new TreeMap<Integer, Word>();
		tokens.stream()
			.filter((token) -> token.asWritten() && !token.synonym() && !StopWords.contains(token.term()))
			.forEach((token) -> words.put(token.position(), new Word(text.substring(token.start(), token.end()),
					token.position(), token.start(), new HashSet<>(), new HashSet<>())));
		for (var token : tokens) {
			words.subMap(token.position(), token.position() + token.length())
				.values()
				.forEach((word) -> ((token.length() > 1) ? word.phraseStems() : word.stems()).add(token.term()));
		}
		return List.copyOf(words.values());
	}

	/**
	 * Returns the distinct words of a text without stop words; with them, if there are no
	 * others.
	 * @return at most {@value SearchQuery#MAX_TERMS} indexed words, not stemmed
	 */
	public static List<String> significantWords(String text) {
		var words = Token.of(EnglishTermAnalyzer.QUERY, text)
			.stream()
			.filter(Token::asWritten)
			.map(Token::term)
			.collect(Collectors.toCollection(LinkedHashSet::new));
		var significant = words.stream().filter(Predicate.not(StopWords::contains)).toList();
		return (significant.isEmpty() ? words : significant).stream().limit(SearchQuery.MAX_TERMS).toList();
	}

	/**
	 * Returns the English stems of a text in order, without those of stop words; with
	 * them, if there are no others.
	 */
	public static List<String> stems(String text) {
		var words = Token.of(EnglishTermAnalyzer.QUERY, text)
			.stream()
			.collect(Collectors.groupingBy(Token::position, TreeMap::new,
					Collectors.mapping(Token::term, Collectors.toList())));
		var significant = words.values().stream().filter((terms) -> !StopWords.contains(terms.get(0))).toList();
		return (significant.isEmpty() ? words.values() : significant).stream()
			.map((terms) -> terms.get(terms.size() - 1))
			.toList();
	}

	/** Returns the English stem of a word as it is indexed. */
	public static String stem(String word) {
		var tokens = Token.of(EnglishTermAnalyzer.QUERY, word);
		return tokens.isEmpty() ? word : tokens.get(tokens.size() - 1).term();
	}

	/**
	 * Finds near-duplicates by their English stems, the most similar first: pairs whose
	 * Jaccard index is at least 0.6.
	 * @param texts the texts by number
	 * @param progress receives the number of compared texts after each text
	 */
	public static List<Pair> nearDuplicates(Map<Long, String> texts, IntConsumer progress) {
		return NearDuplicates.among(stems(texts, new HashMap<>()), NEAR_DUPLICATE, progress);
	}

	/**
	 * Finds for each of some texts the most similar of others, or of those before it, by
	 * their English stems, with a Jaccard index of at least 0.6. Of texts that share
	 * frequent words, a bounded number is compared.
	 * @param known texts by number, which are not compared with each other
	 * @param added texts by other numbers
	 * @return the number of the similar text, by the number of the added one
	 */
	public static Map<Long, Long> closest(Map<Long, String> known, Map<Long, String> added) {
		var distinct = new HashMap<String, String>();
		return NearDuplicates.closest(stems(known, distinct), stems(added, distinct), NEAR_DUPLICATE);
	}

	/**
	 * Returns the stems of texts.
	 * @param distinct a pool, with which equal stems are the same string in memory
	 */
	private static Map<Long, List<String>> stems(Map<Long, String> texts, Map<String, String> distinct) {
		var stems = new LinkedHashMap<Long, List<String>>();
		texts.forEach((number, text) -> stems.put(number,
				stems(text).stream().map((stem) -> distinct.computeIfAbsent(stem, Function.identity())).toList()));
		return stems;
	}

	/**
	 * Computes the similarity of each key point to the most similar sentence of a text,
	 * by character 4-grams.
	 * @return the Sørensen–Dice coefficients in order, from 0 to 1
	 */
	public static List<Double> similarities(List<String> points, String text) {
		var sentences = SentenceGrams.of(text);
		return points.stream().map(sentences::similarity).toList();
	}

	/**
	 * Finds the part of an answer that covers most of a key point.
	 * @param point the words of the key point
	 * @param prompt the words of the question, which count less
	 * @param rarity the weight of each word of the key point
	 * @param answer the words of the answer
	 */
	public static Coverage coverage(List<Word> point, List<Word> prompt, Map<Word, Double> rarity, List<Word> answer) {
		return KeyPointWords.of(point, prompt, rarity).bestWindow(answer);
	}

	/**
	 * Returns the slug of a typed text, such as {@code data-quality} of "Data Quality":
	 * in NFKC, without case, diacritics and ignorable characters, with hyphens for
	 * spaces. Other characters than letters from a to z, digits and hyphens may be left.
	 */
	public static String slug(String typed) {
		return ICUFoldingFilter.NORMALIZER.normalize(UnicodeText.foldCase(typed)).strip().replaceAll("[\\s_]+", "-");
	}

	/**
	 * Finds the slug that another one is probably meant to be: it differs by the plural,
	 * by one typing error in four letters, or by two in eight.
	 */
	public static Optional<String> closestSlug(String slug, Collection<String> known) {
		return ClosestSlug.of(slug, known);
	}

	/**
	 * A word in a text.
	 *
	 * @param text the word as written
	 * @param position its position among the words of the text, from 0
	 * @param start the offset of its first character
	 * @param stems the word, its stem, and the stems of its synonyms
	 * @param phraseStems the stems of synonyms of a phrase that the word belongs to,
	 * shared by all words of the phrase
	 */
	public record Word(String text, int position, int start, Set<String> stems, Set<String> phraseStems) {

		/** Returns the stems of the word and of the phrase that it belongs to. */
		public Set<String> allStems() {
			return Stream.concat(this.stems.stream(), this.phraseStems.stream()).collect(Collectors.toSet());
		}

		/** Tells whether two words share a stem or a synonym. */
		public boolean isLike(Word other) {
			return allStems().stream().anyMatch(other.allStems()::contains);
		}

	}

	/**
	 * The coverage of a key point by a part of an answer.
	 *
	 * @param share the weight of the matched words ÷ the weight of all words, 0 to 1
	 * @param words the matched words as they are in the answer, each once, in order
	 * @param size the number of distinct words of the key point
	 */
	public record Coverage(double share, List<String> words, int size) {
	}

	/**
	 * A pair of texts by their numbers, the lower first, with its similarity from 0 to 1.
	 */
	public record Pair(long one, long other, double similarity) {
	}

}
