package questionbank.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.EntityManagerFactory;
import org.apache.lucene.index.Term;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.mapper.orm.Search;

import org.springframework.stereotype.Component;

/**
 * Analyzes text as the search index does, so that it can be compared by English stems and
 * by the synonyms of the field.
 */
@Component
public class TextAnalysis {

	private static final List<String> FIELDS = List.of("prompt", "points", "answer");

	private final EntityManagerFactory mapping;

	TextAnalysis(EntityManagerFactory mapping) {
		this.mapping = mapping;
	}

	/**
	 * The words of a text in order, without stop words. Each word of a phrase has the
	 * synonyms of the phrase.
	 */
	public List<Word> read(String text) {
		var tokens = Token.of(QuestionAnalyzer.GRAPH, text);
		var words = new TreeMap<Integer, Word>();
		tokens.stream()
			.filter((token) -> token.asWritten() && !token.synonym() && !SearchWords.isStopWord(token.term()))
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
	 * How much words tell: the less, the more questions have any of their stems, as
	 * {@code ln(1 + (N − n + 0.5) / (n + 0.5))} for {@code n} of {@code N} questions;
	 * those that were changed count twice until the index is tidied up, in both.
	 */
	public Map<Word, Double> rarity(Collection<Word> words) {
		var scope = Search.mapping(this.mapping).scope(Question.class).extension(LuceneExtension.get());
		try (var index = scope.openIndexReader()) {
			var rarity = new HashMap<Word, Double>();
			for (var word : words) {
				var most = 0;
				for (var field : FIELDS) {
					for (var stem : word.allStems()) {
						most = Math.max(most, index.docFreq(new Term(field, stem)));
					}
				}
				rarity.put(word, Math.log1p((index.maxDoc() - most + 0.5) / (most + 0.5)));
			}
			return rarity;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The search index cannot be read", ex);
		}
	}

	/**
	 * The English stems of a text in order, without those of stop words; all of them if
	 * nothing else is left.
	 */
	public List<String> stems(String text) {
		var words = Token.of(QuestionAnalyzer.QUERY, text)
			.stream()
			.collect(Collectors.groupingBy(Token::position, TreeMap::new,
					Collectors.mapping(Token::term, Collectors.toList())));
		var significant = words.values().stream().filter((terms) -> !SearchWords.isStopWord(terms.get(0))).toList();
		return (significant.isEmpty() ? words.values() : significant).stream()
			.map((terms) -> terms.get(terms.size() - 1))
			.toList();
	}

	/**
	 * A word in a text.
	 *
	 * @param text as it was written
	 * @param position which word of the text it is, from 0
	 * @param start at which character it begins, from 0
	 * @param stems the word, its stem, and those of its synonyms
	 * @param phraseStems the stems of the synonyms of a phrase that the word is in, which
	 * the other words of the phrase have as well
	 */
	public record Word(String text, int position, int start, Set<String> stems, Set<String> phraseStems) {

		/** The stems of the word and of the phrase that it is in. */
		public Set<String> allStems() {
			return Stream.concat(this.stems.stream(), this.phraseStems.stream()).collect(Collectors.toSet());
		}

		/** Whether the other is the same word, a form of it, or another for it. */
		public boolean isLike(Word other) {
			return allStems().stream().anyMatch(other.allStems()::contains);
		}

	}

}
