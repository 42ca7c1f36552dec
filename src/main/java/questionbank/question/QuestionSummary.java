package questionbank.question;

import java.util.List;

import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FieldProjection;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.IdProjection;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.ProjectionConstructor;

/**
 * A question as it stands in a list.
 *
 * @param id its number
 * @param prompt the question, plain text
 * @param difficulty how hard it is
 * @param topics slugs
 * @param status where it is in its life
 * @param audience whom it is for
 */
@ProjectionConstructor
public record QuestionSummary(@IdProjection Long id, String prompt, Difficulty difficulty,
		@FieldProjection(path = "topic") List<String> topics, QuestionStatus status, Audience audience) {
}
