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

/** Document frequencies of words in prompts. */
@Component
class WordFrequencies {

	private final EntityManagerFactory mapping;

	WordFrequencies(EntityManagerFactory mapping) {
		this.mapping = mapping;
	}

	/**
	 * The words with the lowest document frequencies, the rarest first: as many as have
	 * together at most the given number of documents, and at least one. A word that is
	 * only in the prompt from which it was taken is left out.
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
