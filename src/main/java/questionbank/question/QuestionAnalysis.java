package questionbank.question;

import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

import org.springframework.stereotype.Component;

/** Makes the analyzers known to Hibernate Search by name. */
@Component
class QuestionAnalysis implements LuceneAnalysisConfigurer {

	/** {@link QuestionAnalyzer#INDEX}. */
	static final String TEXT = "text";

	/** {@link QuestionAnalyzer#QUERY}. */
	static final String SEARCH = "search";

	@Override
	public void configure(LuceneAnalysisConfigurationContext context) {
		context.analyzer(TEXT).instance(QuestionAnalyzer.INDEX);
		context.analyzer(SEARCH).instance(QuestionAnalyzer.QUERY);
	}

}
