package questionbank.textanalysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.lucene.search.Query;

/**
 * A parsed search query.
 *
 * @param terms in the order in which they were typed; empty if there is nothing to search
 * for
 */
public record SearchQuery(List<Term> terms) {

	/**
	 * The maximum number of terms of a query, and of tokens of a term, as each costs
	 * time.
	 */
	public static final int MAX_TERMS = 16;

	/** Parses a query, in which only quotation marks are syntax. */
	public static SearchQuery parse(String typed) {
		return new SearchQuery(QueryParser.parse(typed));
	}

	/** Returns the query without one of its terms, as it would be typed. */
	public String without(Term term) {
		return this.terms.stream().filter((other) -> other != term).map(Term::query).collect(Collectors.joining(" "));
	}

	/**
	 * A term of a search query: a word, a compound joined by punctuation, several words
	 * with a common synonym, or a quoted phrase.
	 *
	 * @param typed its text in the query, without quotation marks
	 * @param parts the phrases that a match has, all of them in any order
	 * @param alternatives words and phrases, any of which matches instead of all parts
	 * @param kind the kind of matching
	 */
	public record Term(String typed, List<Part> parts, List<String> alternatives, Kind kind) {

		/** Creates a term from the tokens of its parts. */
		static Term of(String text, List<List<Token>> parts, List<String> synonyms) {
			var phrases = parts.stream().map((tokens) -> Part.of(text, tokens)).toList();
			var first = parts.get(0).get(0);
			var last = parts.get(parts.size() - 1);
			var alternatives = new ArrayList<>(synonyms);
			if (phrases.size() == 1) {
				phrases.get(0).closed().ifPresent(alternatives::add);
			}
			return new Term(text.substring(first.start(), last.get(last.size() - 1).end()), phrases,
					List.copyOf(alternatives), Kind.WHOLE);
		}

		/** Creates a quoted phrase; empty if there is no word in it. */
		static Optional<Term> quoted(String phrase) {
			var tokens = Token.of(EnglishTermAnalyzer.QUERY, phrase).stream().filter(Token::asWritten).toList();
			return tokens.isEmpty() ? Optional.empty() : Optional.of(new Term(phrase.strip(),
					List.of(new Part(phrase, tokens.stream().map(Token::term).toList())), List.of(), Kind.QUOTED));
		}

		/** Returns the term with a last word that may be incomplete. */
		Term unfinished() {
			return new Term(this.typed, this.parts, this.alternatives, Kind.UNFINISHED);
		}

		/** Returns the term with more alternatives. */
		public Term or(List<String> others) {
			return new Term(this.typed, this.parts,
					Stream.concat(this.alternatives.stream(), others.stream()).distinct().toList(), this.kind);
		}

		/** Returns the term as it is typed into a query. */
		String query() {
			return isQuoted() ? "\"" + this.typed + "\"" : this.typed;
		}

		/** Splits the term into its words, without stop words. */
		public List<Term> split() {
			var words = this.parts.stream().flatMap((part) -> part.words().stream()).toList();
			var terms = new ArrayList<Term>();
			for (int i = 0; i < words.size(); i++) {
				var word = words.get(i);
				terms.add(new Term(word, List.of(new Part(word, List.of(word))), List.of(),
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
			 * Returns the words as one: the closed form of a compound, or a word without
			 * its apostrophe.
			 */
			Optional<String> closed() {
				if (this.words.size() == 1) {
					return Compounds.withoutApostrophe(this.words.get(0));
				}
				return (this.words.size() <= MAX_CLOSED) ? Compounds.close(this.words.toArray(String[]::new))
						: Optional.empty();
			}

			/**
			 * Returns a query that finds, in a field, the words as a phrase in any form:
			 * compounds open or closed, words without their apostrophe; empty if it has
			 * only the form that is typed.
			 * @param isIndexed tells whether the index has a word, or another word of its
			 * stem
			 * @param openForms returns the open forms of a closed compound, such as
			 * {@code e mail} of {@code email}
			 */
			public Optional<Function<String, Query>> otherForms(Predicate<String> isIndexed,
					Function<String, List<String>> openForms) {
				return PhraseForms.of(this.words, isIndexed, openForms).map((forms) -> forms::query);
			}

		}

	}

}
