package questionbank.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.WordBreakSpellChecker;
import org.apache.lucene.search.spell.WordBreakSpellChecker.BreakSuggestionSortMethod;
import org.apache.lucene.util.IOFunction;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.mapper.orm.Search;

import org.springframework.stereotype.Component;

import questionbank.caching.ContentVersion;
import questionbank.textanalysis.TextAnalysis;

/**
 * Suggests spellings from the words of the index, by edit distance and by missing word
 * boundaries. They are looked up once per search; a fuzzy query would look them up again
 * for each highlighted question.
 */
@Component
class Spelling {

	private static final int MAX_SUGGESTIONS = 8;

	/** The shortest correction: shorter words differ by a letter too often. */
	private static final int MIN_CORRECTION = 5;

	/** The shortest word that is split in two. */
	private static final int MIN_SPLIT = 4;

	/** The shortest second word of an open compound. */
	private static final int MIN_SECOND = 2;

	private static final List<String> FIELDS = List.of("prompt", "points", "topics", "answer");

	private final EntityManagerFactory mapping;

	private final ContentVersion version;

	private final DirectSpellChecker checker = new DirectSpellChecker();

	private final WordBreakSpellChecker breaks = new WordBreakSpellChecker();

	private final Cache<Key, List<String>> cache = Caffeine.newBuilder().maximumSize(10_000).build();

	private final Cache<Key, List<String>> openForms = Caffeine.newBuilder().maximumSize(10_000).build();

	Spelling(EntityManagerFactory mapping, ContentVersion version) {
		this.mapping = mapping;
		this.version = version;
		this.checker.setMaxEdits(1);
		this.checker.setMinPrefix(0);
		this.checker.setMinQueryLength(MIN_CORRECTION - 1);
		this.checker.setAccuracy(0);
		this.checker.setThresholdFrequency(0);
		this.breaks.setMaxChanges(1);
	}

	/**
	 * Suggests corrections of a word that no question has: words at an edit distance of
	 * one (a letter inserted, deleted, replaced or transposed) of at least five letters,
	 * or else stems at that distance from its stem, such as {@code version} for
	 * {@code versoning}; and the two words of a compound such as {@code nodejs}, for
	 * words of at least four.
	 * @param word as it would be indexed
	 * @return at most eight of each kind, the most frequent first
	 */
	List<String> suggest(String word) {
		return this.version.current()
			.map((state) -> this.cache.get(new Key(state, word), (absent) -> lookUp(word)))
			.orElseGet(() -> lookUp(word));
	}

	private List<String> lookUp(String word) {
		return read((index) -> {
			var similar = similar(index, word);
			if (similar.isEmpty()) {
				similar = similar(index, TextAnalysis.stem(word));
			}
			var compounds = new HashMap<String, Integer>();
			for (var field : FIELDS) {
				if (word.length() >= MIN_SPLIT) {
					for (var parts : this.breaks.suggestWordBreaks(new Term(field, word), MAX_SUGGESTIONS, index,
							SuggestMode.SUGGEST_ALWAYS, BreakSuggestionSortMethod.NUM_CHANGES_THEN_MAX_FREQUENCY)) {
						compounds.merge(
								Arrays.stream(parts).map((part) -> part.string).collect(Collectors.joining(" ")),
								parts[0].freq, Integer::sum);
					}
				}
			}
			return Stream.concat(mostFrequent(similar), mostFrequent(compounds)).toList();
		});
	}

	private Map<String, Integer> similar(IndexReader index, String word) throws IOException {
		var similar = new HashMap<String, Integer>();
		for (var field : FIELDS) {
			for (var suggestion : this.checker.suggestSimilar(new Term(field, word), MAX_SUGGESTIONS, index,
					SuggestMode.SUGGEST_ALWAYS)) {
				if (suggestion.string.length() >= MIN_CORRECTION) {
					similar.merge(suggestion.string, suggestion.freq, Integer::sum);
				}
			}
		}
		return similar;
	}

	private static Stream<String> mostFrequent(Map<String, Integer> frequencies) {
		return frequencies.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
				.thenComparing(Map.Entry.comparingByKey()))
			.map(Map.Entry::getKey)
			.limit(MAX_SUGGESTIONS);
	}

	/**
	 * Tells whether a question has a word, or another word of its stem.
	 * @param word as it is indexed
	 */
	boolean contains(String word) {
		return read((index) -> contains(index, TextAnalysis.stem(word)));
	}

	/**
	 * Returns the open forms of a closed compound, such as {@code e mail} of
	 * {@code email}: each pair of words that questions have and that together are the
	 * word.
	 * @param word as it is indexed
	 */
	List<String> openForms(String word) {
		return this.version.current()
			.map((state) -> this.openForms.get(new Key(state, word), (absent) -> split(word)))
			.orElseGet(() -> split(word));
	}

	private List<String> split(String word) {
		if (!word.chars().allMatch(Character::isLetter)) {
			return List.of();
		}
		return read((index) -> {
			var forms = new ArrayList<String>();
			for (int i = 1; i + MIN_SECOND <= word.length() && forms.size() < MAX_SUGGESTIONS; i++) {
				var second = word.substring(i);
				if (contains(index, word.substring(0, i)) && contains(index, TextAnalysis.stem(second))) {
					forms.add(word.substring(0, i) + " " + second);
				}
			}
			return forms;
		});
	}

	private static boolean contains(IndexReader index, String term) throws IOException {
		for (var field : FIELDS) {
			if (index.docFreq(new Term(field, term)) > 0) {
				return true;
			}
		}
		return false;
	}

	private <T> T read(IOFunction<IndexReader, T> reading) {
		var scope = Search.mapping(this.mapping).scope(Question.class).extension(LuceneExtension.get());
		try (var index = scope.openIndexReader()) {
			return reading.apply(index);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The search index cannot be read", ex);
		}
	}

	private record Key(String state, String word) {
	}

}
