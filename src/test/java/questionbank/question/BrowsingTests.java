package questionbank.question;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.HtmlPage;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class BrowsingTests {

	private static final List<Long> THE_TEN = LongStream.rangeClosed(1, 10).boxed().toList();

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Test
	void listsAllByNumber() {
		var page = open("/questions");
		assertThat(page.listed()).containsExactlyElementsOf(THE_TEN);
		assertThat(page.text("#count")).isEqualTo("10 questions");
		assertThat(page.html().select("nav.pages")).isEmpty();
		assertThat(page.texts(".entry h2").get(5)).isEqualTo("What steps do you take to make an integration secure?");
		assertThat(page.texts(".entry .number").get(5)).isEqualTo("No. 6");
		assertThat(page.texts(".entry .difficulty").get(5)).isEqualTo("medium");
		assertThat(page.html().select(".entry").get(5).select(".topics li").eachText()).containsExactly("security",
				"data privacy");
	}

	@Test
	void doesNotContainAnswers() {
		var source = open("/questions").html().html() + open("/").html().html();
		assertThat(source).doesNotContain("clarify the business outcome");
	}

	@ParameterizedTest
	@CsvSource({ "easy, 1", "medium, 7", "hard, 2" })
	void filtersByDifficulty(String difficulty, int count) {
		var page = open("/questions?difficulty=" + difficulty);
		assertThat(page.texts(".entry .difficulty")).hasSize(count).containsOnly(difficulty);
		assertThat(page.one("#difficulty-" + difficulty).hasAttr("checked")).isTrue();
		assertThat(page.html().select("#facets input[checked]")).hasSize(1);
		assertThat(page.texts("#facets fieldset .count")).containsExactly("1", "7", "2");
	}

	@Test
	void filtersByTopic() {
		var page = open("/questions?topic=security&topic=stakeholders");
		assertThat(page.listed()).containsExactly(4L, 5L, 6L, 10L);
		assertThat(page.one("#topic-security").hasAttr("checked")).isTrue();
		assertThat(page.one("#topic-stakeholders").hasAttr("checked")).isTrue();
		assertThat(page.one("#topic-testing").hasAttr("checked")).isFalse();
		assertThat(page.one("#facets details").hasAttr("open")).isTrue();
		assertThat(open("/questions").one("#facets details").hasAttr("open")).isFalse();
	}

	@Test
	void combinesAllFilters() {
		var page = open(
				"/questions?q=monitoring&difficulty=easy&difficulty=medium&topic=observability&sort=difficulty");
		assertThat(page.listed()).containsExactly(9L, 1L, 8L);
		assertThat(page.text("#count")).isEqualTo("3 questions");
	}

	@Test
	void ignoresEmptyParameters() {
		var page = open("/questions?q=&difficulty=&topic=&sort=&page=");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.listed()).containsExactlyElementsOf(THE_TEN);
	}

	@Test
	void splitsParametersAtCommas() {
		assertThat(open("/questions?difficulty=easy,hard").listed()).containsExactly(2L, 7L, 9L);
	}

	@ParameterizedTest
	@CsvSource({ "number, number, 1 2 3 4 5 6 7 8 9 10", "relevance, number, 1 2 3 4 5 6 7 8 9 10",
			"newest, newest, 10 9 8 7 6 5 4 3 2 1", "difficulty, difficulty, 9 1 3 4 5 6 8 10 2 7" })
	void sorts(String sort, String shown, String order) {
		var page = open("/questions?sort=" + sort);
		assertThat(page.listed()).extracting(String::valueOf).containsExactly(order.split(" "));
		assertThat(page.text("#sort option[selected]")).isEqualTo(shown);
	}

	@Test
	void searches() {
		var page = open("/questions?q=OAuth");
		assertThat(page.listed()).containsExactly(6L);
		assertThat(page.text("#count")).isEqualTo("1 question");
		assertThat(page.one("#q").val()).isEqualTo("OAuth");
		assertThat(page.html().title()).startsWith("OAuth – Questions");
		assertThat(page.text(".excerpt mark")).isEqualTo("OAuth");
		assertThat(page.text("#sort option[selected]")).isEqualTo("relevance");
		assertThat(page.links(".entry h2 a")).containsExactly("/questions/6?q=OAuth");
	}

	@Test
	void saysThatATypoWasCorrected() {
		assertThat(open("/questions?q=athentication").text("#count"))
			.endsWith("No question has “athentication”; these have a close spelling.");
		assertThat(open("/questions?q=authentication").text("#count")).doesNotContain("nearly");
	}

	@Test
	void suggestsBroaderSearches() {
		var page = open("/questions?q=overnight+%22no+such+phrase%22&difficulty=hard&topic=troubleshooting");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.listed()).isEmpty();
		assertThat(page.text("#count")).isEqualTo("No questions");
		assertThat(page.texts(".no-results li")).containsExactly("1 question without “no such phrase”");
		var broader = open(page.links(".no-results li a").get(0));
		assertThat(broader.listed()).containsExactly(2L);
		assertThat(broader.one("#difficulty-hard").hasAttr("checked")).isTrue();
		assertThat(open("/questions?q=OAuth&difficulty=hard").texts(".no-results li"))
			.containsExactly("1 question of any difficulty");
		assertThat(open("/questions?q=overnight&topic=security").texts(".no-results li"))
			.containsExactly("1 question on any topic");
		assertThat(open("/questions?q=qqqqqq").text(".no-results")).contains("No question has “qqqqqq”.");
	}

	@Test
	void paginatesALongList() {
		for (int i = 0; i < 35; i++) {
			this.world
				.add(World.question("What is a quincunx of " + i + "?", Difficulty.EASY, "Five & one.", "shapes"));
		}
		var first = open("/questions?topic=shapes&sort=newest");
		assertThat(first.listed()).hasSize(20);
		assertThat(first.text("#count")).isEqualTo("35 questions, page 1 of 2");
		assertThat(first.html().select("nav.pages a[rel=prev]")).isEmpty();
		assertThat(first.text("nav.pages [aria-current=page]")).isEqualTo("1");
		var second = open(first.one("nav.pages a[rel=next]").attr("href"));
		assertThat(second.listed()).hasSize(15)
			.doesNotContainAnyElementsOf(first.listed())
			.contains(first.listed().get(0) - 34);
		assertThat(second.one("ol.entries").attr("start")).isEqualTo("21");
		assertThat(second.html().select("nav.pages a[rel=next]")).isEmpty();
		assertThat(open(second.one("nav.pages a[rel=prev]").attr("href")).listed()).isEqualTo(first.listed());
		assertThat(open("/questions").text("#count")).isEqualTo("45 questions, page 1 of 3");
	}

	@ParameterizedTest
	@ValueSource(strings = { "R%26D+%23%25%2B+integration", "a%3Db+integration", "%22integration%22",
			"%3Cb%3E+integration" })
	void encodesTypedTextInEveryLink(String typed) {
		var page = open("/questions?q=" + typed);
		assertThat(page.one("#q").val()).isEqualTo(URLDecoder.decode(typed, StandardCharsets.UTF_8));
		assertThat(page.links(".entry h2 a, .no-results li a")).allSatisfy((link) -> {
			var next = open(link);
			assertThat(next.status()).isEqualTo(200);
		});
	}

	private HtmlPage open(String address) {
		return this.pages.open(address);
	}

}
