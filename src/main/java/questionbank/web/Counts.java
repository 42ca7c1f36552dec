package questionbank.web;

import java.util.Locale;

/** Formats counts with their noun: the expression object {@code #counts} of templates. */
final class Counts {

	/**
	 * Formats a count with a regular noun: {@code 1 question}, {@code 1,000 questions}.
	 */
	public String of(long count, String noun) {
		return of(count, noun, noun + "s");
	}

	/** Formats a count with an irregular noun: {@code 1 reply}, {@code 2 replies}. */
	public String of(long count, String singular, String plural) {
		return String.format(Locale.ENGLISH, "%,d %s", count, pick(count, singular, plural));
	}

	/** Returns the singular for a count of one, and the plural otherwise. */
	public String pick(long count, String singular, String plural) {
		return (count == 1) ? singular : plural;
	}

}
