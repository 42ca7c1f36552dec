package questionbank.question;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What a form offers to choose from: what is sent, and what is read. */
final class Choices {

	private Choices() {
	}

	static Map<String, String> of(Stream<String> slugs) {
		return after(Map.of(), slugs);
	}

	/** The same, after one that asks to choose. */
	static Map<String, String> asking(Stream<String> slugs) {
		return after(Map.of("", "Please choose"), slugs);
	}

	/** The same, after one that leaves things as they are. */
	static Map<String, String> leaving(Stream<String> slugs) {
		return after(Map.of("", "as it is"), slugs);
	}

	private static Map<String, String> after(Map<String, String> first, Stream<String> slugs) {
		var offered = new LinkedHashMap<>(first);
		slugs.forEach((slug) -> offered.put(slug, slug));
		return offered;
	}

}
