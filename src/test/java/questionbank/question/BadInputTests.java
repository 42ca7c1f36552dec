package questionbank.question;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import questionbank.HtmlPage;
import questionbank.PageTest;
import questionbank.Pages;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Invalid parameters get a helpful page, and nothing is logged.
 */
@PageTest
@ExtendWith(OutputCaptureExtension.class)
class BadInputTests {

	@Autowired
	private Pages pages;

	@AfterEach
	void logsNothing(CapturedOutput log) {
		assertThat(log).doesNotContain("WARN", "ERROR", "Exception");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					difficulty=impossible       | 400 | difficulty | “impossible” is not a difficulty. Choose easy, medium or hard.
					difficulty=easy&difficulty=EASY | 400 | difficulty | “EASY” is not a difficulty
					topic=unheard-of            | 400 | topic      | No question has the topic “unheard-of”.
					topic=%3Cscript%3E          | 400 | topic      | No question has the topic “<script>”.
					sort=colour                 | 400 | sort       | “colour” is not a sort order. Choose relevance,
					page=0                      | 400 | page       | “0” is not a page. Pages are numbered from 1.
					page=-1                     | 400 | page       | “-1” is not a page.
					page=x                      | 400 | page       | “x” is not a page.
					page=1.5                    | 400 | page       | “1.5” is not a page.
					page=99999999999999999999   | 400 | page       | “99999999999999999999” is not a page.
					page=2                      | 404 | page       | There is no page 2. The list ends with page 1.
					page=1000000000             | 404 | page       | There is no page 1000000000.
					page=999999999999999        | 404 | page       | There is no page 999999999999999.
					page=1&page=2               | 400 | page       | “1,2” is not a page.
					q=a%07b                     | 400 | q          | The search has control characters in it.
					""")
	void showsErrorsAtTheirFields(String query, int status, String field, String message) {
		var page = this.pages.open("/questions?" + query);
		assertThat(page.status()).isEqualTo(status);
		assertThat(page.text("#" + field + "-mistake")).startsWith(message);
		assertThat(page.html().select(".mistake")).hasSize(1);
		assertThat(page.listed()).isEmpty();
		assertHelps(page);
	}

	@Test
	void keepsTypedValues() {
		var page = this.pages
			.open("/questions?q=a%07b%3C&difficulty=hard&topic=security&topic=nonsense&sort=newest&page=x");
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.texts(".mistake")).hasSize(3);
		assertThat(page.one("#q").val()).isEqualTo("a\u0007b<");
		assertThat(page.one("#q").attr("aria-invalid")).isEqualTo("true");
		assertThat(page.one("#q").attr("aria-describedby")).isEqualTo("q-wrong");
		assertThat(page.one("#difficulty-hard").hasAttr("checked")).isTrue();
		assertThat(page.one("#topic-security").hasAttr("checked")).isTrue();
		assertThat(page.one("#sort option[selected]").val()).isEqualTo("newest");
	}

	@Test
	void keepsAVeryLongSearch() {
		var words = "overnight".repeat(1112).substring(0, 10_000);
		var page = this.pages.open("/questions?q=" + words);
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.text("#q-mistake")).isEqualTo("Please search with at most 200 characters.");
		assertThat(page.one("#q").val()).isEqualTo(words);
		assertHelps(page);
	}

	@ParameterizedTest
	@ValueSource(strings = { "q=%00", "q=%1B%5B31m", "q=a%00b", "q=%7F" })
	void rejectsControlCharacters(String query) {
		var page = this.pages.open("/questions?" + query);
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.text("#q-mistake")).startsWith("The search has control characters in it");
	}

	@ParameterizedTest
	@ValueSource(strings = { "q=a%09b%0Ac", "unknown=1", "q", "&&&", "q=%F0%9F%99%82", "page=1", "page=01",
			"utm%5Bsource%5D=x", "topic%5Bx%5D=y", "topic%5B=y", "difficulty%5B999%5D=x", "q.x=1", "class.module=1",
			"page=%20", "q=%E2%80%AE" })
	void ignoresHarmlessParameters(String query) {
		assertThat(this.pages.open("/questions?" + query).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/questions/abc", "/questions/0", "/questions/999", "/questions/-1", "/questions/1.5",
			"/questions/99999999999999999999", "/questions/999999999999999999", "/questions/1/2", "/questions/%20",
			"/questions/1%20", "/nothing", "/questions.html", "/css/nothing.css", "/css/", "/actuator", "/actuator/env",
			"/h2-console", "/error", "/web/frame.html" })
	void respondsNotFoundToUnknownAddresses(String address) {
		var page = this.pages.open(address);
		assertThat(page.status()).isEqualTo(404);
		assertHelps(page);
	}

	@ParameterizedTest
	@CsvSource({ "PUT, /questions", "PUT, /questions/1", "DELETE, /questions/1", "PATCH, /questions/random",
			"POST, /" })
	void rejectsOtherMethodsAndListsTheAllowedOnes(String method, String address) {
		var answer = this.pages.ask(method, address, "Accept", "text/html");
		assertThat(answer.statusCode()).isEqualTo(405);
		assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET");
		assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("This is not possible here",
				"<title>Not possible – Question Bank</title>");
	}

	private static void assertHelps(HtmlPage page) {
		assertThat(page.header("Content-Type")).startsWith("text/html");
		assertThat(page.text("h1")).isNotBlank();
		assertThat(page.links("main a")).contains("/questions");
		assertThat(page.html().html()).doesNotContain("Exception", "\tat ", "Whitelabel", "questionbank.");
	}

}
