package questionbank.question;

import java.time.Instant;

/**
 * A question with its whole content.
 *
 * @param id its number
 * @param stableId its name in files, which is the same in every bank
 * @param version the number for the optimistic lock: that of the latest revision, counted
 * from 1 within the question
 * @param content the draft of the revision
 * @param changedAt the time of the revision
 * @param changedBy the author of the revision
 */
public record QuestionDetails(long id, String stableId, int version, QuestionDraft content, Instant changedAt,
		String changedBy) {

	static QuestionDetails of(Question question) {
		return new QuestionDetails(question.id(), question.stableId(), question.version(), question.draft(),
				question.changedAt(), question.changedBy());
	}

}
