package questionbank.question;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

	/** What was chosen by its name in addresses and forms. */
	static <E extends Enum<E>> Optional<E> named(E[] all, String slug) {
		return Arrays.stream(all).filter((one) -> one.name().toLowerCase(Locale.ROOT).equals(slug)).findFirst();
	}

	private static Map<String, String> after(Map<String, String> first, Stream<String> slugs) {
		var offered = new LinkedHashMap<>(first);
		slugs.forEach((slug) -> offered.put(slug, slug));
		return offered;
	}

}
