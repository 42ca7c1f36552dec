package questionbank.question;

import java.util.List;

import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FieldProjection;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.IdProjection;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.ProjectionConstructor;

/**
 * A question in a list.
 *
 * @param id its number
 * @param prompt the question, plain text
 * @param difficulty its difficulty
 * @param topics slugs
 * @param status its status
 * @param audience its audience
 */
@ProjectionConstructor
public record QuestionSummary(@IdProjection Long id, String prompt, Difficulty difficulty,
		@FieldProjection(path = "topic") List<String> topics, QuestionStatus status, Audience audience) {

	/**
	 * The number of questions with the same difficulty and topics.
	 *
	 * @param topics slugs
	 */
	public record Count(Difficulty difficulty, List<String> topics, long number) {
	}

}
