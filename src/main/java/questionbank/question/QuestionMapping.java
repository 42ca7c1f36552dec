package questionbank.question;

import org.hibernate.search.mapper.orm.mapping.HibernateOrmMappingConfigurationContext;
import org.hibernate.search.mapper.orm.mapping.HibernateOrmSearchMappingConfigurer;

import org.springframework.stereotype.Component;

/**
 * Names what can be read from the index. Left to itself, Hibernate Search looks through
 * every class of the program for it at each start.
 */
@Component
class QuestionMapping implements HibernateOrmSearchMappingConfigurer {

	@Override
	public void configure(HibernateOrmMappingConfigurationContext context) {
		context.annotationMapping()
			.discoverJandexIndexesFromAddedTypes(false)
			.add(QuestionSummary.class)
			.add(QuestionDesk.Row.class);
	}

}
