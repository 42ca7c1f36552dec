package questionbank.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;

import org.springframework.core.io.ClassPathResource;

/**
 * The synonyms of the field, each line of the file a group. A word or phrase of a group
 * gets the single words of the group beside it, at its own position, and no phrases:
 * these would move the words after them to positions where no phrase query finds them.
 * Two phrases of a group have a word in common that way; where the group has none, it is
 * the first phrase written as one word.
 */
final class Synonyms {

	static final String FILE = "questionbank/question/synonyms.txt";

	static final SynonymMap MAP = read();

	private Synonyms() {
	}

	private static SynonymMap read() {
		try {
			var map = new SynonymMap.Builder();
			new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> Arrays.stream(line.split(",")).map(Synonyms::words).toList())
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

	private static List<String> words(String text) {
		return Token.of(QuestionAnalyzer.QUERY, text).stream().filter(Token::asWritten).map(Token::term).toList();
	}

}
