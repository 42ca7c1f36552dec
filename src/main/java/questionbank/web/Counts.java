package questionbank.web;

import java.util.Locale;

/** Formats counts with their noun: the expression object {@code #counts} of templates. */
public final class Counts {

	/** The count with the noun: {@code 1 question}, {@code 1,000 questions}. */
	public String of(long count, String noun) {
		return of(count, noun, noun + "s");
	}

	/** The count with the noun that it takes: {@code 1 reply}, {@code 2 replies}. */
	public String of(long count, String singular, String plural) {
		return String.format(Locale.ENGLISH, "%,d %s", count, pick(count, singular, plural));
	}

	/** The word or phrase that a count takes. */
	public String pick(long count, String singular, String plural) {
		return (count == 1) ? singular : plural;
	}

}
