package questionbank.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.lucene.analysis.en.EnglishAnalyzer;

/**
 * A search query, analyzed into terms. Only quotation marks have a meaning; everything
 * else is text, which {@link QuestionAnalyzer} cuts as it cuts the questions.
 *
 * @param terms in the order in which they were typed; none if nothing can be searched for
 */
record SearchWords(List<SearchTerm> terms) {

	/** Each term and each token of a term costs, and more are never needed. */
	static final int MOST = 16;

	/** What questions begin with; together with Lucene's the stop words of a query. */
	private static final Set<String> ASKING = Set.of("about", "am", "best", "can", "could", "did", "do", "does", "from",
			"has", "have", "how", "i", "me", "my", "our", "should", "tell", "us", "way", "we", "what", "when", "where",
			"which", "who", "why", "would", "you", "your");

	private static final Pattern QUOTED = Pattern.compile("[\"“”„＂]([^\"“”„＂]*)[\"“”„＂]");

	static SearchWords of(String typed) {
		var terms = new ArrayList<SearchTerm>();
		var quoted = QUOTED.matcher(typed);
		var from = 0;
		while (quoted.find() && terms.size() < MOST) {
			terms.addAll(unquoted(typed.substring(from, quoted.start())));
			SearchTerm.quoted(quoted.group(1)).ifPresent(terms::add);
			from = quoted.end();
		}
		var rest = (terms.size() < MOST) ? unquoted(typed.substring(from)) : List.<SearchTerm>of();
		terms.addAll(rest);
		if (!rest.isEmpty() && terms.size() <= MOST) {
			terms.set(terms.size() - 1, rest.get(rest.size() - 1).unfinished());
		}
		return new SearchWords(withoutStopWords(terms.subList(0, Math.min(terms.size(), MOST))));
	}

	/** Stop words count only where nothing else is searched for. */
	static List<SearchTerm> withoutStopWords(List<SearchTerm> terms) {
		var significant = terms.stream().filter(Predicate.not(SearchTerm::isStopWord)).toList();
		return significant.isEmpty() ? List.copyOf(terms) : significant;
	}

	/**
	 * Tokens with no space between them are a term, and so are those that have a synonym
	 * together.
	 */
	private static List<SearchTerm> unquoted(String text) {
		var tokens = Token.of(QuestionAnalyzer.GRAPH, text).stream().filter(Token::asWritten).toList();
		var words = tokens.stream().filter(Predicate.not(Token::synonym)).toList();
		var phrases = tokens.stream()
			.filter((token) -> token.synonym() && token.length() > 1)
			.collect(Collectors.groupingBy(Token::position));
		var terms = new ArrayList<SearchTerm>();
		for (int i = 0; i < words.size() && terms.size() <= MOST;) {
			var synonyms = phrases.getOrDefault(words.get(i).position(), List.of());
			var end = i + synonyms.stream().mapToInt(Token::length).findFirst().orElse(0);
			if (end == i || isJoined(words, end, text)) {
				synonyms = List.of();
				for (end = i + 1; isJoined(words, end, text);) {
					end++;
				}
			}
			terms.add(SearchTerm.of(text, parts(words.subList(i, Math.min(end, i + MOST)), text),
					synonyms.stream().map(Token::term).toList()));
			i = end;
		}
		return terms;
	}

	private static List<List<Token>> parts(List<Token> words, String text) {
		var parts = new ArrayList<List<Token>>();
		for (int i = 0; i < words.size(); i++) {
			if (!isJoined(words, i, text)) {
				parts.add(new ArrayList<>());
			}
			parts.get(parts.size() - 1).add(words.get(i));
		}
		return parts;
	}

	/** Whether no space separates a token from the one before it. */
	private static boolean isJoined(List<Token> words, int index, String text) {
		return 0 < index && index < words.size()
				&& text.substring(words.get(index - 1).end(), words.get(index).start())
					.codePoints()
					.noneMatch((sign) -> Character.isWhitespace(sign) || Character.isSpaceChar(sign));
	}

	/**
	 * The words of a text without stop words; all of them if nothing else is left.
	 * @return at most 16, as they are indexed, but not stemmed
	 */
	static List<String> significant(String text) {
		var words = Token.of(QuestionAnalyzer.QUERY, text)
			.stream()
			.filter(Token::asWritten)
			.map(Token::term)
			.collect(Collectors.toCollection(LinkedHashSet::new));
		var significant = words.stream().filter(Predicate.not(SearchWords::isStopWord)).toList();
		return (significant.isEmpty() ? words : significant).stream().limit(MOST).toList();
	}

	static boolean isStopWord(String word) {
		return EnglishAnalyzer.getDefaultStopSet().contains(word) || ASKING.contains(word);
	}

	boolean isEmpty() {
		return this.terms.isEmpty();
	}

	/** The same query without one of its terms, as it would be typed. */
	String without(SearchTerm term) {
		return this.terms.stream()
			.filter((other) -> other != term)
			.map(SearchTerm::query)
			.collect(Collectors.joining(" "));
	}

}
