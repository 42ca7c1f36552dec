package questionbank.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.persistence.EntityManagerFactory;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.mapper.orm.Search;

import org.springframework.stereotype.Component;

import questionbank.web.ContentVersion;

/**
 * Finds the words of the bank that somebody may have meant by a mistyped one, once a
 * search: a fuzzy search would look for them again in every question that it marks.
 */
@Component
class Spelling {

	private static final int MOST = 8;

	private static final List<String> FIELDS = List.of("prompt", "keyPoints", "topics", "answer");

	private final EntityManagerFactory mapping;

	private final ContentVersion version;

	private final DirectSpellChecker checker = new DirectSpellChecker();

	private final Cache<Key, List<String>> kept = Caffeine.newBuilder().maximumSize(10_000).build();

	Spelling(EntityManagerFactory mapping, ContentVersion version) {
		this.mapping = mapping;
		this.version = version;
		this.checker.setMaxEdits(1);
		this.checker.setMinPrefix(0);
		this.checker.setMinQueryLength(SearchWords.SHORTEST_WITH_TYPO);
		this.checker.setAccuracy(0);
		this.checker.setThresholdFrequency(0);
	}

	/**
	 * The words that differ from one by a letter that was added, left out, changed or
	 * swapped with its neighbour.
	 * @return at most eight, the most frequent first
	 */
	List<String> of(String word) {
		var typed = SearchWords.folded(word);
		return this.version.current()
			.map((state) -> this.kept.get(new Key(state, typed), (absent) -> alike(typed)))
			.orElseGet(() -> alike(typed));
	}

	private List<String> alike(String typed) {
		var scope = Search.mapping(this.mapping).scope(Question.class).extension(LuceneExtension.get());
		try (var index = scope.openIndexReader()) {
			var frequencies = new HashMap<String, Integer>();
			for (var field : FIELDS) {
				for (var alike : this.checker.suggestSimilar(new Term(field, typed), MOST, index,
						SuggestMode.SUGGEST_ALWAYS)) {
					frequencies.merge(alike.string, alike.freq, Integer::sum);
				}
			}
			return frequencies.entrySet()
				.stream()
				.sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
					.thenComparing(Map.Entry.comparingByKey()))
				.map(Map.Entry::getKey)
				.limit(MOST)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The search index cannot be read", ex);
		}
	}

	private record Key(String state, String word) {
	}

}
