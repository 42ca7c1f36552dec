package questionbank.textanalysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A term of a search query: a word, a compound joined by punctuation, several words with
 * a common synonym, or a quoted phrase.
 *
 * @param typed its text in the query, without quotation marks
 * @param parts the phrases that a match has, all of them in any order
 * @param alternatives words and phrases, any of which matches instead of all parts
 * @param kind the kind of matching
 */
public record SearchTerm(String typed, List<Part> parts, List<String> alternatives, Kind kind) {

	/** Creates a term from the tokens of its parts. */
	static SearchTerm of(String text, List<List<Token>> parts, List<String> synonyms) {
		var phrases = parts.stream().map((tokens) -> Part.of(text, tokens)).toList();
		var first = parts.get(0).get(0);
		var last = parts.get(parts.size() - 1);
		var alternatives = new ArrayList<>(synonyms);
		if (phrases.size() == 1) {
			phrases.get(0).closed().ifPresent(alternatives::add);
		}
		return new SearchTerm(text.substring(first.start(), last.get(last.size() - 1).end()), phrases,
				List.copyOf(alternatives), Kind.WHOLE);
	}

	/** Creates a quoted phrase; empty if there is no word in it. */
	static Optional<SearchTerm> quoted(String phrase) {
		var tokens = Token.of(EnglishTermAnalyzer.QUERY, phrase).stream().filter(Token::asWritten).toList();
		return tokens.isEmpty() ? Optional.empty() : Optional.of(new SearchTerm(phrase.strip(),
				List.of(new Part(phrase, tokens.stream().map(Token::term).toList())), List.of(), Kind.QUOTED));
	}

	/** Returns the term with a last word that may be incomplete. */
	SearchTerm unfinished() {
		return new SearchTerm(this.typed, this.parts, this.alternatives, Kind.UNFINISHED);
	}

	/** Returns the term with more alternatives. */
	public SearchTerm or(List<String> others) {
		return new SearchTerm(this.typed, this.parts,
				Stream.concat(this.alternatives.stream(), others.stream()).distinct().toList(), this.kind);
	}

	/** Returns the term as it is typed into a query. */
	String query() {
		return isQuoted() ? "\"" + this.typed + "\"" : this.typed;
	}

	/** Splits the term into its words, without stop words. */
	public List<SearchTerm> split() {
		var words = this.parts.stream().flatMap((part) -> part.words().stream()).toList();
		var terms = new ArrayList<SearchTerm>();
		for (int i = 0; i < words.size(); i++) {
			var word = words.get(i);
			terms.add(new SearchTerm(word, List.of(new Part(word, List.of(word))), List.of(),
					(i + 1 == words.size()) ? this.kind : Kind.WHOLE));
		}
		return QueryParser.withoutStopWords(terms);
	}

	/** Tells whether it is a quoted phrase. */
	public boolean isQuoted() {
		return this.kind == Kind.QUOTED;
	}

	/** Tells whether its last word is also matched by prefix. */
	public boolean isUnfinished() {
		return this.kind == Kind.UNFINISHED;
	}

	/** Tells whether it is a single word, whose spelling can be corrected. */
	public boolean isWord() {
		return !isQuoted() && this.parts.size() == 1 && this.parts.get(0).words().size() == 1;
	}

	boolean isStopWord() {
		return isWord() && StopWords.contains(word());
	}

	/** Returns its last word. */
	public String word() {
		var last = this.parts.get(this.parts.size() - 1).words();
		return last.get(last.size() - 1);
	}

	/** Kinds of matching. */
	public enum Kind {

		/** By whole words. */
		WHOLE,

		/** Also by a prefix of the last word. */
		UNFINISHED,

		/** As a phrase, which is also required of partial matches. */
		QUOTED

	}

	/**
	 * Adjacent words of a term.
	 *
	 * @param text the typed text
	 * @param words the indexed words, not stemmed
	 */
	public record Part(String text, List<String> words) {

		/** The maximum number of words of a compound with a closed form. */
		private static final int MAX_CLOSED = 3;

		static Part of(String text, List<Token> tokens) {
			return new Part(text.substring(tokens.get(0).start(), tokens.get(tokens.size() - 1).end()),
					tokens.stream().map(Token::term).toList());
		}

		/**
		 * Returns the words as one: the closed form of a compound, or a word without its
		 * apostrophe.
		 */
		Optional<String> closed() {
			if (this.words.size() == 1) {
				return Compounds.withoutApostrophe(this.words.get(0));
			}
			return (this.words.size() <= MAX_CLOSED) ? Compounds.close(this.words.toArray(String[]::new))
					: Optional.empty();
		}

	}

}
