package questionbank.question;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.HtmlPage;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;

import static org.assertj.core.api.Assertions.assertThat;

/** What search engines and link previews read of a page. */
@PageTest
class MetadataTests {

	private static final String PROMPT = "How do you handle API version changes or breaking changes in an external system?";

	@Autowired
	private JdbcClient database;

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Test
	void aQuestionHasATitleAndADescription() {
		var page = this.pages.open("/questions/7?difficulty=hard&sort=newest");
		assertThat(page.text("title")).isEqualTo(PROMPT + " – Question Bank");
		assertThat(content(page, "name=description"))
			.startsWith("A hard interview question about apis, change management, integration design, testing, with a")
			.isNotEqualTo(content(this.pages.open("/questions/2"), "name=description"));
	}

	@Test
	void aQuestionHasOpenGraphProperties() {
		var page = this.pages.open("/questions/7");
		assertThat(content(page, "property=og:title")).isEqualTo(PROMPT);
		assertThat(content(page, "property=og:type")).isEqualTo("article");
		assertThat(content(page, "property=og:site_name")).isEqualTo("Question Bank");
		assertThat(content(page, "property=og:description")).isEqualTo(content(page, "name=description"));
		// Absolute addresses need questionbank.address, which is not set.
		assertThat(page.html().select("meta[property=og:url], link[rel=canonical]")).isEmpty();
	}

	@Test
	void aQuestionHasStructuredData() {
		var data = data(this.pages.open("/questions/7"));
		assertThat(data.path("@context").asString()).isEqualTo("https://schema.org");
		assertThat(data.path("@type").asString()).isEqualTo("QAPage");
		var question = data.path("mainEntity");
		assertThat(question.path("@type").asString()).isEqualTo("Question");
		assertThat(question.path("name").asString()).isEqualTo(PROMPT);
		assertThat(question.path("answerCount").asInt()).isEqualTo(1);
		assertThat(question.path("keywords").values().stream().map(JsonNode::asString)).contains("apis", "testing");
		assertThat(question.path("acceptedAnswer").path("text").asString()).startsWith("I try to anticipate");
	}

	@Test
	void structuredDataCannotLeaveItsElement() {
		var prompt = "What does </script><script>alert(1)</script> or <!-- do, \u2028 & ' \" \\?";
		var page = this.pages.open("/questions/" + this.world.add(World.question(prompt, "`</script>` **ends** it.")));
		assertThat(page.html().select("script:not([src])")).hasSize(1);
		assertThat(page.html().select("script:not([src])").get(0).data()).doesNotContain("<", ">", "&", "\u2028");
		var question = data(page).path("mainEntity");
		assertThat(question.path("name").asString()).isEqualTo(prompt);
		assertThat(question.path("acceptedAnswer").path("text").asString()).isEqualTo("\"</script>\" ends it.");
	}

	/** Such questions were published before an answer was required. */
	@Test
	void aQuestionWithoutASampleAnswerHasNoAcceptedAnswer() {
		var id = this.world.add(World.question("And now?", "Nothing."));
		this.database.sql("update question set sample_answer = '' where id = ?").param(id).update();
		var question = data(this.pages.open("/questions/" + id)).path("mainEntity");
		assertThat(question.path("answerCount").asInt()).isZero();
		assertThat(question.has("acceptedAnswer")).isFalse();
	}

	@Test
	void aTopicHasAPageWithItsOwnHeading() {
		var page = this.pages.open("/questions?topic=data-quality&sort=newest");
		assertThat(page.text("h1")).isEqualTo("Questions about data quality");
		assertThat(page.text("title")).isEqualTo("Questions about data quality – Question Bank");
		assertThat(content(page, "name=description")).startsWith("Interview questions about data quality,");
	}

	@Test
	void otherListsHaveTheHeadingOfAllQuestions() {
		for (var query : new String[] { "", "?topic=testing&topic=security", "?topic=testing&difficulty=hard",
				"?topic=no", "?topic=testing&q=team" }) {
			assertThat(this.pages.open("/questions" + query).text("h1")).isEqualTo("Questions");
		}
	}

	private static String content(HtmlPage page, String attribute) {
		return page.one("meta[" + attribute + "]").attr("content");
	}

	private static JsonNode data(HtmlPage page) {
		return JsonMapper.shared().readTree(page.one("script[type=application/ld+json]").data());
	}

}
