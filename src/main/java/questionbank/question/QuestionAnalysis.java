package questionbank.question;

import org.apache.lucene.analysis.standard.StandardTokenizerFactory;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

import org.springframework.stereotype.Component;

/**
 * How text becomes words. Each word is indexed as written and as its English stem, with
 * the synonyms of the field beside it, so that one field serves stems, prefixes, typos
 * and highlighting, and a word as written ranks above its relatives. Synonyms are applied
 * to the text and not to the search, so that those of several words match word by word.
 */
@Component
class QuestionAnalysis implements LuceneAnalysisConfigurer {

	static final String TEXT = "text";

	/** For what was typed into the search field: as written and as its stem. */
	static final String SEARCH = "search";

	static final String SYNONYMS = "questionbank/question/synonyms.txt";

	@Override
	public void configure(LuceneAnalysisConfigurationContext context) {
		context.analyzer(TEXT)
			.custom()
			.tokenizer("standard")
			.tokenFilter("lowercase")
			.tokenFilter("asciiFolding")
			.tokenFilter("englishPossessive")
			.tokenFilter("synonymGraph")
			.param("synonyms", SYNONYMS)
			.param("tokenizerFactory", StandardTokenizerFactory.class.getName())
			.param("ignoreCase", "true")
			.tokenFilter("flattenGraph")
			.tokenFilter("keywordRepeat")
			.tokenFilter("porterStem")
			.tokenFilter("removeDuplicates");
		context.analyzer(SEARCH)
			.custom()
			.tokenizer("standard")
			.tokenFilter("lowercase")
			.tokenFilter("asciiFolding")
			.tokenFilter("englishPossessive")
			.tokenFilter("keywordRepeat")
			.tokenFilter("porterStem")
			.tokenFilter("removeDuplicates");
	}

}
