package questionbank.textanalysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;

/**
 * The forms of a phrase: the paths of a token graph, in which each compound is open and
 * closed. Such forms have different numbers of positions, which an index cannot record.
 * They are phrase queries, and not the span queries of Lucene's {@code QueryBuilder},
 * which miss a match if two forms of a compound begin at the same position. The tokens
 * are stems alone, which the index has at the position of each word.
 */
final class PhraseForms {

	/** The maximum number of forms, which is exponential in compounds. */
	private static final int MAX_FORMS = 128;

	private final List<List<String>> forms;

	private PhraseForms(List<List<String>> forms) {
		this.forms = forms;
	}

	/**
	 * Returns the forms of a phrase; empty if it only has the one that is typed.
	 * @param words the words of the phrase, as they are indexed
	 * @param isIndexed tells whether the index has a word, or another word of its stem
	 * @param openForms returns the open forms of a closed compound, such as
	 * {@code e mail} of {@code email}
	 */
	static Optional<PhraseForms> of(List<String> words, Predicate<String> isIndexed,
			Function<String, List<String>> openForms) {
		var edges = new ArrayList<List<Edge>>();
		for (int i = 0; i < words.size(); i++) {
			var from = new ArrayList<Edge>();
			from.add(Edge.of(1, Compounds.withoutApostrophe(words.get(i)).orElse(words.get(i))));
			Stream.concat(openForms.apply(words.get(i)).stream(), Compounds.grouped(words.get(i)).stream())
				.map((open) -> open.split(" "))
				.filter((open) -> words.size() > 1 || !StopWords.contains(open[0]))
				.forEach((open) -> from.add(Edge.of(1, open)));
			for (int length = 2; length <= longestCompound(words, i); length++) {
				var spanned = length;
				Compounds.close(words.subList(i, i + length).toArray(String[]::new))
					.filter(isIndexed)
					.ifPresent((closed) -> from.add(Edge.of(spanned, closed)));
			}
			edges.add(from);
		}
		var isTyped = edges.stream().allMatch((from) -> from.size() == 1)
				&& words.stream().allMatch((word) -> Compounds.withoutApostrophe(word).isEmpty());
		return isTyped ? Optional.empty() : Optional.of(new PhraseForms(paths(edges)));
	}

	/** Returns the most words of a compound: two, or all groups of a number. */
	private static int longestCompound(List<String> words, int start) {
		var end = Math.min(start + 2, words.size());
		while (end < words.size() && Compounds.isGrouped(words.subList(start, end + 1).toArray(String[]::new))) {
			end++;
		}
		return end - start;
	}

	/** Returns the paths of the graph, from its end to its beginning. */
	private static List<List<String>> paths(List<List<Edge>> edges) {
		var paths = new ArrayList<List<List<String>>>();
		paths.add(List.of(List.of()));
		for (int i = edges.size() - 1; i >= 0; i--) {
			paths.add(edges.get(i)
				.stream()
				.flatMap((edge) -> paths.get(paths.size() - edge.length)
					.stream()
					.map((rest) -> Stream.concat(edge.stems.stream(), rest.stream()).toList()))
				.limit(MAX_FORMS)
				.toList());
		}
		return paths.get(edges.size());
	}

	/** Builds the query of all forms. */
	Query query(String field) {
		var any = new BooleanQuery.Builder();
		for (var form : this.forms) {
			any.add(new PhraseQuery(field, form.toArray(String[]::new)), Occur.SHOULD);
		}
		return any.build();
	}

	/**
	 * An edge of the graph.
	 *
	 * @param length the number of typed words that it spans
	 * @param stems the stems of its words
	 */
	private record Edge(int length, List<String> stems) {

		static Edge of(int length, String... words) {
			return new Edge(length, Stream.of(words).map(TextAnalysis::stem).toList());
		}

	}

}
