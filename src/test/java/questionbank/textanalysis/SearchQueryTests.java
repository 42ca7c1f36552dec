package questionbank.textanalysis;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import questionbank.textanalysis.SearchQuery.Term;

import static org.assertj.core.api.Assertions.assertThat;

class SearchQueryTests {

	@Test
	void distinguishesQuotedPhrasesFromWords() {
		var terms = SearchQuery.parse("one \"two three\" four “five six” „seven eight“").terms();
		assertThat(terms).filteredOn(Term::isQuoted)
			.extracting(Term::typed)
			.containsExactly("two three", "five six", "seven eight");
		assertThat(terms).filteredOn((term) -> !term.isQuoted()).extracting(Term::typed).containsExactly("one", "four");
	}

	@Test
	void treatsAnUnpairedQuotationMarkAsText() {
		assertThat(typed("\"two three")).containsExactly("two", "three");
		assertThat(SearchQuery.parse("\"two three").terms()).noneMatch(Term::isQuoted);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Node.js", "OAuth2.0", "HTTP/1.1", "order_id", "pom.xml", "C#/F#", "ASP.NET", "A/B",
			"user@example.com", "least-privilege", "集成测试", "10,000" })
	void parsesACompoundWithoutSpacesAsOneTerm(String typed) {
		assertThat(SearchQuery.parse(typed + " and " + typed).terms()).extracting(Term::typed)
			.containsExactly(typed, typed);
		assertThat(SearchQuery.parse(typed).terms().get(0).parts()).singleElement()
			.satisfies((part) -> assertThat(part.words()).hasSizeGreaterThan(1));
	}

	@ParameterizedTest
	@CsvSource({ "C#, c#", "C++, c++", ".NET, .net", "F#, f#", "C, c", "Net, net", "K8s, k8s", "caf\u0065\u0301, cafe",
			"façade, facade", "smørrebrød, smorrebrod", "straße, strasse", "customer's, customer", "don’t, don’t",
			"sin\u00adgle, single", "sin\u200bgle, single", "ｆｕｌｌ, full", "ﬁne, fine", "Kafka™, kafka", "🙂, 🙂" })
	void normalizesWordsAsTheIndexDoes(String typed, String word) {
		assertThat(SearchQuery.parse(typed).terms()).singleElement()
			.satisfies((term) -> assertThat(term.word()).isEqualTo(word.replace('’', '\'')))
			.satisfies((term) -> assertThat(term.isWord()).isTrue());
	}

	@Test
	void parsesAPhraseWithASynonymAsOneTerm() {
		var term = SearchQuery.parse("kafka message queue").terms().get(1);
		assertThat(term.typed()).isEqualTo("message queue");
		assertThat(term.parts()).hasSize(2);
		assertThat(term.alternatives()).contains("mq", "messaging");
		assertThat(SearchQuery.parse("pub/sub").terms().get(0).alternatives()).contains("pubsub");
		assertThat(SearchQuery.parse("web-service").terms().get(0).alternatives()).contains("api");
		assertThat(SearchQuery.parse("mq").terms().get(0).alternatives()).isEmpty();
	}

	@Test
	void addsTheClosedFormOfACompound() {
		assertThat(SearchQuery.parse("e-mail").terms().get(0).alternatives()).containsExactly("email");
		assertThat(SearchQuery.parse("1.3").terms().get(0).alternatives()).isEmpty();
	}

	@Test
	void leavesOutStopWordsUnlessThereAreNoOtherTerms() {
		assertThat(typed("the end of the day")).containsExactly("end", "day");
		assertThat(typed("of the")).containsExactly("of", "the");
		assertThat(typed("the \"of the\"")).containsExactly("of the");
		assertThat(typed("How would you secure an API?")).containsExactly("secure", "API");
		assertThat(typed("What's an out-of-order message?")).containsExactly("out-of-order", "message");
	}

	@Test
	void marksOnlyTheLastUnquotedWordAsUnfinished() {
		assertThat(SearchQuery.parse("alpha beta").terms()).extracting(Term::isUnfinished).containsExactly(false, true);
		assertThat(SearchQuery.parse("alpha \"beta\"").terms()).noneMatch(Term::isUnfinished);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?!", "\"\"", "\"--\"", "…", "\ud83d", "\u0640", "\u200b", "\u0301" })
	void findsNoTermsInPunctuation(String typed) {
		assertThat(SearchQuery.parse(typed).terms()).isEmpty();
	}

	@Test
	void limitsTermsAndTokens() {
		assertThat(SearchQuery.parse("word ".repeat(1000)).terms()).hasSize(16);
		assertThat(SearchQuery.parse("\"a phrase\" ".repeat(1000)).terms()).hasSize(16);
		assertThat(SearchQuery.parse("集".repeat(200)).terms().get(0).parts().get(0).words()).hasSize(16);
		assertThat(SearchQuery.parse("a'".repeat(5_000)).terms()).hasSize(1);
		assertThat(TextAnalysis.significantWords("集约".repeat(200))).hasSizeLessThanOrEqualTo(16);
	}

	@Test
	void removesATermFromAQuery() {
		var query = SearchQuery.parse("Node.js \"back pressure\" how");
		assertThat(query.without(query.terms().get(0))).isEqualTo("\"back pressure\"");
		assertThat(query.without(query.terms().get(1))).isEqualTo("Node.js");
	}

	private static List<String> typed(String typed) {
		return SearchQuery.parse(typed).terms().stream().map(Term::typed).toList();
	}

}
