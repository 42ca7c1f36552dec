package questionbank.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What a form offers to choose from, and what was chosen of it. */
public final class SelectOptions {

	private SelectOptions() {
	}

	/** What is sent, and what is read. */
	public static Map<String, String> of(Stream<String> slugs) {
		return after(Map.of(), slugs);
	}

	/** The same, after one that asks to choose. */
	public static Map<String, String> asking(Stream<String> slugs) {
		return after(Map.of("", "Please choose"), slugs);
	}

	/** The same, after one that leaves things as they are. */
	public static Map<String, String> leaving(Stream<String> slugs) {
		return after(Map.of("", "as it is"), slugs);
	}

	/** What was chosen by its name in addresses and forms. */
	public static <E extends Enum<E>> Optional<E> named(E[] all, String slug) {
		return Arrays.stream(all).filter((one) -> one.name().toLowerCase(Locale.ROOT).equals(slug)).findFirst();
	}

	/**
	 * What was ticked, each once; of more than can be meant, only one more.
	 * @param most how many can be meant
	 */
	public static List<String> ticked(@Nullable List<String> values, int most) {
		return (values == null) ? List.of()
				: values.stream()
					.filter(Objects::nonNull)
					.map(String::strip)
					.filter(Predicate.not(String::isEmpty))
					.distinct()
					.limit(most + 1L)
					.toList();
	}

	private static Map<String, String> after(Map<String, String> first, Stream<String> slugs) {
		var offered = new LinkedHashMap<>(first);
		slugs.forEach((slug) -> offered.put(slug, slug));
		return offered;
	}

}
