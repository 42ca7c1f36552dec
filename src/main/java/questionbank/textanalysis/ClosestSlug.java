package questionbank.textanalysis;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Finds the slug of a list that another one is meant to be: it differs by the plural, or
 * by typing errors.
 */
final class ClosestSlug {

	private ClosestSlug() {
	}

	/** Finds the closest slug; empty if none is close. */
	static Optional<String> of(String slug, Collection<String> known) {
		return known.stream()
			.filter((other) -> isClose(bare(slug), bare(other)))
			.min(Comparator.comparingInt((other) -> distance(bare(slug), bare(other))));
	}

	/** The same but for the plural; or one typing error in four letters, two in eight. */
	private static boolean isClose(String one, String other) {
		var tolerated = Math.min(Math.min(one.length(), other.length()) / 4, 2);
		return singular(one).equals(singular(other)) || distance(one, other) <= tolerated;
	}

	private static String singular(String slug) {
		return slug.replaceFirst("ies$", "y").replaceFirst("s$", "");
	}

	/** Returns the Levenshtein distance. */
	private static int distance(String one, String other) {
		var row = new int[other.length() + 1];
		for (int j = 0; j <= other.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			var diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				var substituted = diagonal + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
			}
		}
		return row[other.length()];
	}

	private static String bare(String slug) {
		return slug.replace("-", "");
	}

}
