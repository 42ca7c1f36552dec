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

/** Options of select elements and checkboxes: those offered, and those submitted. */
public final class SelectOptions {

	private SelectOptions() {
	}

	/** Returns options whose submitted value is also their label. */
	public static Map<String, String> of(Stream<String> slugs) {
		return prepend(Map.of(), slugs);
	}

	/** Returns options after a placeholder with an empty value. */
	public static Map<String, String> withPlaceholder(Stream<String> slugs) {
		return prepend(Map.of("", "Please choose"), slugs);
	}

	/** Returns options after one with an empty value that changes nothing. */
	public static Map<String, String> withNoChange(Stream<String> slugs) {
		return prepend(Map.of("", "no change"), slugs);
	}

	/** Parses the slug of an enum constant, its name in lower case. */
	public static <E extends Enum<E>> Optional<E> named(E[] constants, String slug) {
		return Arrays.stream(constants).filter((constant) -> isSlug(constant, slug)).findFirst();
	}

	/** Whether the text is the slug of an enum constant. */
	static boolean isSlug(Enum<?> constant, String text) {
		return constant.name().toLowerCase(Locale.ROOT).equals(text);
	}

	/**
	 * Returns the distinct values of a repeated parameter that are not blank.
	 * @param limit how many are valid; one more is returned, by which a form can reject
	 * them
	 */
	public static List<String> selected(@Nullable List<String> values, int limit) {
		return (values == null) ? List.of()
				: values.stream()
					.filter(Objects::nonNull)
					.map(UnicodeText::typed)
					.filter(Predicate.not(String::isEmpty))
					.distinct()
					.limit(limit + 1L)
					.toList();
	}

	private static Map<String, String> prepend(Map<String, String> first, Stream<String> slugs) {
		var options = new LinkedHashMap<>(first);
		slugs.forEach((slug) -> options.put(slug, slug));
		return options;
	}

}
