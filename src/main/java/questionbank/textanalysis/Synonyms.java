package questionbank.textanalysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;

import org.springframework.core.io.ClassPathResource;

/**
 * Reads the synonyms of search terms from a file, each line of which is a group. A word
 * or phrase gets the single words of its group as synonyms at its own position, and no
 * phrases: these would shift the positions after them, and phrase queries would miss. Two
 * phrases of a group match by a single word of it; in a group without one, by the first
 * phrase written as one word.
 */
final class Synonyms {

	static final String FILE = "questionbank/textanalysis/synonyms.txt";

	private Synonyms() {
	}

	/**
	 * Reads the file.
	 * @param analyzer cuts the words and phrases of the file into tokens
	 */
	static SynonymMap read(Analyzer analyzer) {
		try {
			var map = new SynonymMap.Builder();
			new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> Arrays.stream(line.split(",")).map((text) -> words(text, analyzer)).toList())
				.forEach((group) -> add(map, group));
			return map.build();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The synonyms cannot be read", ex);
		}
	}

	private static void add(SynonymMap.Builder map, List<List<String>> group) {
		var singles = group.stream().filter((words) -> words.size() == 1).map((words) -> words.get(0)).toList();
		var shared = singles.isEmpty() ? List.of(String.join("", group.get(0))) : singles;
		for (var words : group) {
			var input = SynonymMap.Builder.join(words.toArray(String[]::new), new CharsRefBuilder());
			shared.stream()
				.filter((single) -> !List.of(single).equals(words))
				.forEach((single) -> map.add(input, new CharsRef(single), true));
		}
	}

	private static List<String> words(String text, Analyzer analyzer) {
		return Token.of(analyzer, text).stream().filter(Token::asWritten).map(Token::term).toList();
	}

}
