package questionbank.interview;

import java.util.List;

import jakarta.persistence.Embeddable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import questionbank.kit.KitQuestion;

/**
 * A question of an interview, copied from the kit.
 *
 * @param questionId the number of the question
 * @param revision the pinned revision, counted from 1 within the question
 * @param minutes the planned time
 * @param probes the chosen follow-up questions
 */
@Embeddable
record AskedQuestion(long questionId, int revision, int minutes, @JdbcTypeCode(SqlTypes.ARRAY) List<String> probes) {

	static AskedQuestion of(KitQuestion question) {
		return new AskedQuestion(question.question(), question.revision(), question.minutes(), question.probes());
	}

}
