package questionbank.question;

import java.time.Instant;

/**
 * A question as it can be read.
 *
 * @param id its number
 * @param version the number of this revision within the question, from 1
 * @param content all that it says
 * @param changedAt when this revision was made
 * @param changedBy who made it
 */
public record QuestionDetails(long id, int version, QuestionDraft content, Instant changedAt, String changedBy) {
}
