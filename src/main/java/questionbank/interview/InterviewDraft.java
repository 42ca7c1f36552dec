package questionbank.interview;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import questionbank.account.SecretTokens;
import questionbank.web.UnicodeText;

/**
 * The valid input for an interview.
 *
 * @param time {@code null} if it is open
 * @param zone the time zone of the date and time; empty if it is unknown
 * @param panel e-mail addresses in their normal form
 */
record InterviewDraft(String candidate, LocalDate date, @Nullable LocalTime time, String zone, String place,
		List<String> panel) {

	/**
	 * Returns the hash of the candidate's label for comparison: without case and
	 * compatibility variants, with single spaces. Case folding can make the label longer
	 * than an index allows.
	 */
	String candidateHash() {
		return SecretTokens.hash(UnicodeText.strip(UnicodeText.foldCase(this.candidate))
			.replaceAll("[\\s\\u00A0\\u2000-\\u200A\\u3000]+", " "));
	}

}
