package questionbank.question;

import java.util.List;

import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FieldProjection;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.IdProjection;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.ProjectionConstructor;

/**
 * A question as it stands in a list, read from the index.
 *
 * @param id its number
 * @param prompt the question, plain text
 * @param difficulty how hard it is
 * @param topics slugs
 */
@ProjectionConstructor
public record QuestionSummary(@IdProjection Long id, String prompt, Difficulty difficulty,
		@FieldProjection(path = "topic") List<String> topics) {
}
