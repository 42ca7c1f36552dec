package questionbank.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A term of a search query: a word, tokens joined by punctuation, several words with a
 * common synonym, or a quoted phrase.
 *
 * @param typed as it was typed, without quotation marks
 * @param parts all wanted, in any order
 * @param alternatives words and phrases any of which is found instead of all parts
 * @param kind how it is searched for
 */
record SearchTerm(String typed, List<Part> parts, List<String> alternatives, Kind kind) {

	static SearchTerm of(String text, List<List<Token>> parts, List<String> synonyms) {
		var read = parts.stream().map((tokens) -> Part.of(text, tokens)).toList();
		var first = parts.get(0).get(0);
		var last = parts.get(parts.size() - 1);
		var alternatives = new ArrayList<>(synonyms);
		if (read.size() == 1) {
			read.get(0).closed().ifPresent(alternatives::add);
		}
		return new SearchTerm(text.substring(first.start(), last.get(last.size() - 1).end()), read,
				List.copyOf(alternatives), Kind.WHOLE);
	}

	/** A phrase, if there is a word in it. */
	static Optional<SearchTerm> quoted(String phrase) {
		var tokens = Token.of(QuestionAnalyzer.QUERY, phrase).stream().filter(Token::asWritten).toList();
		return tokens.isEmpty() ? Optional.empty() : Optional.of(new SearchTerm(phrase.strip(),
				List.of(new Part(phrase, tokens.stream().map(Token::term).toList())), List.of(), Kind.QUOTED));
	}

	/** The same term of which the last word may still be being typed. */
	SearchTerm unfinished() {
		return new SearchTerm(this.typed, this.parts, this.alternatives, Kind.UNFINISHED);
	}

	/** The same term, for which something else is found too. */
	SearchTerm or(List<String> others) {
		return new SearchTerm(this.typed, this.parts,
				Stream.concat(this.alternatives.stream(), others.stream()).distinct().toList(), this.kind);
	}

	/** How it is typed into a query. */
	String query() {
		return isQuoted() ? "\"" + this.typed + "\"" : this.typed;
	}

	/** Its words without stop words, each as a term of its own. */
	List<SearchTerm> split() {
		var words = this.parts.stream().flatMap((part) -> part.words().stream()).toList();
		var terms = new ArrayList<SearchTerm>();
		for (int i = 0; i < words.size(); i++) {
			var word = words.get(i);
			terms.add(new SearchTerm(word, List.of(new Part(word, List.of(word))), List.of(),
					(i + 1 == words.size()) ? this.kind : Kind.WHOLE));
		}
		return SearchWords.withoutStopWords(terms);
	}

	boolean isQuoted() {
		return this.kind == Kind.QUOTED;
	}

	boolean isUnfinished() {
		return this.kind == Kind.UNFINISHED;
	}

	/** Whether it is one word, which can be misspelt. */
	boolean isWord() {
		return !isQuoted() && this.parts.size() == 1 && this.parts.get(0).words().size() == 1;
	}

	boolean isStopWord() {
		return isWord() && SearchWords.isStopWord(word());
	}

	/** Its only word, or its last. */
	String word() {
		var last = this.parts.get(this.parts.size() - 1).words();
		return last.get(last.size() - 1);
	}

	/** How a term is searched for. */
	enum Kind {

		WHOLE,

		/** Also by the beginning of its last word. */
		UNFINISHED,

		/** Never given up for a partial match. */
		QUOTED

	}

	/**
	 * Words that stand next to each other.
	 *
	 * @param text as typed
	 * @param words as they are indexed, but not stemmed
	 */
	record Part(String text, List<String> words) {

		/** More words are hardly ever written as one. */
		private static final int MOST_CLOSED = 3;

		static Part of(String text, List<Token> tokens) {
			return new Part(text.substring(tokens.get(0).start(), tokens.get(tokens.size() - 1).end()),
					tokens.stream().map(Token::term).toList());
		}

		/** The closed form of a compound, such as {@code email} of {@code e-mail}. */
		Optional<String> closed() {
			var closed = String.join("", this.words);
			return (2 <= this.words.size() && this.words.size() <= MOST_CLOSED
					&& closed.codePoints()
						.allMatch((sign) -> Character.isLetter(sign) && !Character.isIdeographic(sign)
								&& Character.UnicodeScript.of(sign) == Character.UnicodeScript.LATIN))
										? Optional.of(closed) : Optional.empty();
		}

	}

}
