package questionbank.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.persistence.EntityManagerFactory;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.WordBreakSpellChecker;
import org.apache.lucene.search.spell.WordBreakSpellChecker.BreakSuggestionSortMethod;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.mapper.orm.Search;

import org.springframework.stereotype.Component;

import questionbank.web.ContentVersion;

/**
 * Spelling suggestions from the words of the index: by edit distance, and by a missing
 * word boundary. They are looked up once a search, where a fuzzy query would look them up
 * again for each question that it highlights.
 */
@Component
class Spelling {

	private static final int MOST = 8;

	/** A shorter word with a letter changed is another word. */
	private static final int SHORTEST_MISSPELT = 5;

	/** A shorter word is not two. */
	private static final int SHORTEST_COMPOUND = 4;

	private static final List<String> FIELDS = List.of("prompt", "points", "topics", "answer");

	private final EntityManagerFactory mapping;

	private final ContentVersion version;

	private final DirectSpellChecker checker = new DirectSpellChecker();

	private final WordBreakSpellChecker breaks = new WordBreakSpellChecker();

	private final Cache<Key, List<String>> cache = Caffeine.newBuilder().maximumSize(10_000).build();

	Spelling(EntityManagerFactory mapping, ContentVersion version) {
		this.mapping = mapping;
		this.version = version;
		this.checker.setMaxEdits(1);
		this.checker.setMinPrefix(0);
		this.checker.setMinQueryLength(SHORTEST_MISSPELT);
		this.checker.setAccuracy(0);
		this.checker.setThresholdFrequency(0);
		this.breaks.setMaxChanges(1);
	}

	/**
	 * What may be meant by a word that no question has: words that differ by a letter
	 * that is added, left out, changed or swapped with its neighbour, in words of at
	 * least five letters; and the two words of a compound such as {@code nodejs}, of at
	 * least four.
	 * @param word as it would be indexed
	 * @return at most eight of each kind, the most frequent first
	 */
	List<String> suggest(String word) {
		return this.version.current()
			.map((state) -> this.cache.get(new Key(state, word), (absent) -> read(word)))
			.orElseGet(() -> read(word));
	}

	private List<String> read(String word) {
		var scope = Search.mapping(this.mapping).scope(Question.class).extension(LuceneExtension.get());
		try (var index = scope.openIndexReader()) {
			var similar = new HashMap<String, Integer>();
			var compounds = new HashMap<String, Integer>();
			for (var field : FIELDS) {
				var term = new Term(field, word);
				for (var one : this.checker.suggestSimilar(term, MOST, index, SuggestMode.SUGGEST_ALWAYS)) {
					similar.merge(one.string, one.freq, Integer::sum);
				}
				if (word.length() >= SHORTEST_COMPOUND) {
					for (var parts : this.breaks.suggestWordBreaks(term, MOST, index, SuggestMode.SUGGEST_ALWAYS,
							BreakSuggestionSortMethod.NUM_CHANGES_THEN_MAX_FREQUENCY)) {
						compounds.merge(
								Arrays.stream(parts).map((part) -> part.string).collect(Collectors.joining(" ")),
								parts[0].freq, Integer::sum);
					}
				}
			}
			return Stream.concat(mostFrequent(similar), mostFrequent(compounds)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The search index cannot be read", ex);
		}
	}

	private static Stream<String> mostFrequent(Map<String, Integer> frequencies) {
		return frequencies.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
				.thenComparing(Map.Entry.comparingByKey()))
			.map(Map.Entry::getKey)
			.limit(MOST);
	}

	private record Key(String state, String word) {
	}

}
