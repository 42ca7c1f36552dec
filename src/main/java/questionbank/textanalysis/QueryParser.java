package questionbank.textanalysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import questionbank.textanalysis.SearchQuery.Term;

/**
 * Parses search queries. Only quotation marks are syntax; everything else is text, cut
 * into tokens as indexed text is.
 */
final class QueryParser {

	private static final Pattern QUOTED = Pattern.compile("[\"“”„＂]([^\"“”„＂]*)[\"“”„＂]");

	private QueryParser() {
	}

	static List<Term> parse(String typed) {
		var terms = new ArrayList<Term>();
		var quoted = QUOTED.matcher(typed);
		var from = 0;
		while (quoted.find() && terms.size() < SearchQuery.MAX_TERMS) {
			terms.addAll(unquoted(typed.substring(from, quoted.start())));
			Term.quoted(quoted.group(1)).ifPresent(terms::add);
			from = quoted.end();
		}
		var rest = (terms.size() < SearchQuery.MAX_TERMS) ? unquoted(typed.substring(from)) : List.<Term>of();
		terms.addAll(rest);
		if (!rest.isEmpty() && terms.size() <= SearchQuery.MAX_TERMS) {
			terms.set(terms.size() - 1, rest.get(rest.size() - 1).unfinished());
		}
		return withoutStopWords(terms.subList(0, Math.min(terms.size(), SearchQuery.MAX_TERMS)));
	}

	/** Leaves out stop words, unless there are no other terms. */
	static List<Term> withoutStopWords(List<Term> terms) {
		var significant = terms.stream().filter(Predicate.not(Term::isStopWord)).toList();
		return significant.isEmpty() ? List.copyOf(terms) : significant;
	}

	/**
	 * Groups tokens into terms: tokens without a space between them are one term, and so
	 * are tokens that have a common synonym.
	 */
	private static List<Term> unquoted(String text) {
		var tokens = Token.of(EnglishTermAnalyzer.GRAPH, text).stream().filter(Token::asWritten).toList();
		var words = tokens.stream().filter(Predicate.not(Token::synonym)).toList();
		var phrases = tokens.stream()
			.filter((token) -> token.synonym() && token.length() > 1)
			.collect(Collectors.groupingBy(Token::position));
		var terms = new ArrayList<Term>();
		for (int i = 0; i < words.size() && terms.size() <= SearchQuery.MAX_TERMS;) {
			var synonyms = phrases.getOrDefault(words.get(i).position(), List.of());
			var end = i + synonyms.stream().mapToInt(Token::length).findFirst().orElse(0);
			if (end == i || isJoined(words, end, text)) {
				synonyms = List.of();
				for (end = i + 1; isJoined(words, end, text);) {
					end++;
				}
			}
			terms.add(Term.of(text, parts(words.subList(i, Math.min(end, i + SearchQuery.MAX_TERMS)), text),
					synonyms.stream().map(Token::term).toList()));
			i = end;
		}
		return withClosedForms(terms);
	}

	/**
	 * Adds the closed form of each two words, which instead of either of them finds
	 * {@code cooperative} by {@code co operative}.
	 */
	private static List<Term> withClosedForms(List<Term> terms) {
		var all = new ArrayList<>(terms);
		for (int i = 1; i < terms.size(); i++) {
			var first = terms.get(i - 1);
			var second = terms.get(i);
			if (first.isWord() && second.isWord() && StopWords.canBeginCompound(first.word())) {
				var closed = Compounds.close(first.word(), second.word()).stream().toList();
				all.set(i - 1, all.get(i - 1).or(closed));
				all.set(i, all.get(i).or(closed));
			}
		}
		return all;
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

	/** Tells whether no space separates a token from the one before it. */
	private static boolean isJoined(List<Token> words, int index, String text) {
		return 0 < index && index < words.size()
				&& text.substring(words.get(index - 1).end(), words.get(index).start())
					.codePoints()
					.noneMatch((c) -> Character.isWhitespace(c) || Character.isSpaceChar(c));
	}

}
