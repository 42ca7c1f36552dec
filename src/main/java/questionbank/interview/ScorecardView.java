package questionbank.interview;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import questionbank.interview.QuestionTexts.QuestionText;

/**
 * A scorecard with its questions, as its own panellist sees it.
 *
 * @param version counts the saved changes and the submissions
 * @param submittedAt {@code null} until it is submitted
 * @param tokenHash the hash of the guest's link; {@code null} for panellists with an
 * account
 * @param browserHash the hash of the cookie of the browser to which the link is bound;
 * {@code null} until the guest has saved
 */
record ScorecardView(long id, InterviewDetails details, String panellist, boolean guest, List<QuestionText> questions,
		ScorecardContent content, int version, @Nullable Instant submittedAt, @Nullable String tokenHash,
		@Nullable String browserHash) {

	/** Whether it can no longer be changed. */
	public boolean isLocked() {
		return this.submittedAt != null || this.details.isClosed();
	}

	/** Returns the sum of the planned minutes. */
	public int minutes() {
		return this.questions.stream().mapToInt(QuestionText::minutes).sum();
	}

}
