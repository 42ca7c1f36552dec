package questionbank.question;

import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;
import org.hibernate.search.mapper.orm.mapping.HibernateOrmMappingConfigurationContext;
import org.hibernate.search.mapper.orm.mapping.HibernateOrmSearchMappingConfigurer;

import org.springframework.stereotype.Component;

import questionbank.textanalysis.TextAnalysis;

/**
 * Configures Hibernate Search: names the analyzers, and the records that are projected
 * from the index. Without these names, it would scan every class of the program at each
 * start.
 */
@Component
class IndexMapping implements HibernateOrmSearchMappingConfigurer, LuceneAnalysisConfigurer {

	@Override
	public void configure(HibernateOrmMappingConfigurationContext context) {
		context.annotationMapping()
			.discoverJandexIndexesFromAddedTypes(false)
			.add(QuestionSummary.class)
			.add(QuestionDesk.Row.class);
	}

	@Override
	public void configure(LuceneAnalysisConfigurationContext context) {
		context.analyzer(TextAnalysis.INDEX).instance(TextAnalysis.INDEX_ANALYZER);
		context.analyzer(TextAnalysis.QUERY).instance(TextAnalysis.QUERY_ANALYZER);
	}

}
