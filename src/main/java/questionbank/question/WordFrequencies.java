package questionbank.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.EntityManagerFactory;
import org.apache.lucene.index.Term;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.mapper.orm.Search;

import org.springframework.stereotype.Component;

import questionbank.textanalysis.TextAnalysis.Word;

/** Computes the rarity of words from their document frequencies in the search index. */
@Component
class WordFrequencies {

	private static final List<String> FIELDS = List.of("prompt", "points", "answer");

	private final EntityManagerFactory mapping;

	WordFrequencies(EntityManagerFactory mapping) {
		this.mapping = mapping;
	}

	/**
	 * Computes the rarity of words (inverse document frequency): of {@code N} questions,
	 * {@code n} of which have any stem of a word,
	 * {@code ln(1 + (N − n + 0.5) / (n + 0.5))}. Rewritten questions count twice in both
	 * until Lucene merges their segments.
	 */
	Map<Word, Double> rarity(Collection<Word> words) {
		var scope = Search.mapping(this.mapping).scope(Question.class).extension(LuceneExtension.get());
		try (var index = scope.openIndexReader()) {
			var rarity = new HashMap<Word, Double>();
			for (var word : words) {
				var highest = 0;
				for (var field : FIELDS) {
					for (var stem : word.allStems()) {
						highest = Math.max(highest, index.docFreq(new Term(field, stem)));
					}
				}
				rarity.put(word, Math.log1p((index.maxDoc() - highest + 0.5) / (highest + 0.5)));
			}
			return rarity;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The search index cannot be read", ex);
		}
	}

	/**
	 * Returns the words with the lowest document frequencies in prompts, the rarest
	 * first: as many as together have at most a number of prompts, and at least one.
	 * Words that only one prompt has are left out: it is the one they were taken from.
	 * @param words as they are indexed
	 */
	List<String> rarest(Collection<String> words, int prompts) {
		var scope = Search.mapping(this.mapping).scope(Question.class).extension(LuceneExtension.get());
		try (var index = scope.openIndexReader()) {
			var frequencies = new HashMap<String, Integer>();
			for (var word : words) {
				frequencies.put(word, index.docFreq(new Term("prompt", word)));
			}
			var rarest = new ArrayList<String>();
			var sum = 0;
			for (var word : byFrequency(frequencies)) {
				sum += frequencies.getOrDefault(word, 0);
				if (!rarest.isEmpty() && sum > prompts) {
					break;
				}
				rarest.add(word);
			}
			return rarest;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The search index cannot be read", ex);
		}
	}

	private static List<String> byFrequency(Map<String, Integer> frequencies) {
		return frequencies.entrySet()
			.stream()
			.filter((word) -> word.getValue() > 1)
			.sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
			.map(Map.Entry::getKey)
			.toList();
	}

}
