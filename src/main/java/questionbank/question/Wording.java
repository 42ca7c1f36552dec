package questionbank.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import jakarta.persistence.EntityManagerFactory;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.Term;
import org.hibernate.search.backend.lucene.LuceneBackend;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.mapper.orm.Search;

import org.springframework.stereotype.Component;

/**
 * Reads text as the bank's index does, so that other words for the same thing can be
 * known as such: by their English stems, and by the synonyms of the field.
 */
@Component
public class Wording {

	private static final List<String> FIELDS = List.of("prompt", "keyPoints", "answer");

	private final EntityManagerFactory mapping;

	private final Analyzer english = new EnglishAnalyzer();

	Wording(EntityManagerFactory mapping) {
		this.mapping = mapping;
	}

	/** The words of a text in their order, without those that tell nothing. */
	public List<Word> read(String text) {
		var words = new ArrayList<Word>();
		try (var tokens = analyzer().tokenStream("text", text)) {
			var term = tokens.addAttribute(CharTermAttribute.class);
			var offset = tokens.addAttribute(OffsetAttribute.class);
			var step = tokens.addAttribute(PositionIncrementAttribute.class);
			tokens.reset();
			var position = -1;
			while (tokens.incrementToken()) {
				position += step.getPositionIncrement();
				if (step.getPositionIncrement() > 0 || words.isEmpty()) {
					words.add(new Word(text.substring(offset.startOffset(), offset.endOffset()), position,
							offset.startOffset(), new HashSet<>()));
				}
				words.get(words.size() - 1).stems().add(term.toString());
			}
			tokens.end();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A text cannot be read", ex);
		}
		return words.stream().filter((word) -> !word.isFiller()).toList();
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
					for (var stem : word.stems()) {
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
	 * The English stems of a text in their order, without those that tell nothing; all of
	 * them where nothing would be left.
	 */
	public List<String> stems(String text) {
		try (var tokens = this.english.tokenStream("text", text)) {
			var term = tokens.addAttribute(CharTermAttribute.class);
			var stems = new ArrayList<String>();
			tokens.reset();
			while (tokens.incrementToken()) {
				stems.add(term.toString());
			}
			tokens.end();
			var telling = stems.stream().filter(Predicate.not(SearchWords::isFiller)).toList();
			return telling.isEmpty() ? stems : telling;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A text cannot be read", ex);
		}
	}

	private Analyzer analyzer() {
		return Search.mapping(this.mapping)
			.backend()
			.unwrap(LuceneBackend.class)
			.analyzer(QuestionAnalysis.TEXT)
			.orElseThrow();
	}

	/**
	 * A word in a text.
	 *
	 * @param text as it was written
	 * @param position which word of the text it is, from 0
	 * @param start at which character it begins, from 0
	 * @param stems what it is known by: itself, its stem, and those of its synonyms
	 */
	public record Word(String text, int position, int start, Set<String> stems) {

		/** Whether the other is the same word, a form of it, or another for it. */
		public boolean isLike(Word other) {
			return this.stems.stream().anyMatch(other.stems::contains);
		}

		private boolean isFiller() {
			return this.stems.stream().anyMatch(SearchWords::isFiller);
		}

	}

}
