package questionbank.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.HtmlPage;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;
import questionbank.account.Viewer;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class ReadingTests {

	@Autowired
	private Pages pages;

	@Autowired
	private QuestionBank bank;

	@Autowired
	private World world;

	@Test
	void showsAQuestion() {
		var page = open("/questions/6");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
		assertThat(page.text("h1")).isEqualTo("What steps do you take to make an integration secure?");
		assertThat(page.html().title()).startsWith("What steps do you take to make an integration secure?");
		assertThat(page.text("article .difficulty")).isEqualTo("medium");
		assertThat(page.links("article .topics a")).containsExactly("/questions?topic=security",
				"/questions?topic=data-privacy");
	}

	@Test
	void keepsTheAnswerClosed() {
		var content = this.bank.find(6, Viewer.ANONYMOUS).orElseThrow().content();
		var page = open("/questions/6");
		var answer = page.one("details.answer");
		assertThat(answer.hasAttr("open")).isFalse();
		assertThat(answer.select(".prose").text()).isEqualTo(content.sampleAnswer());
		assertThat(answer.select(".points li").eachText()).isEqualTo(content.keyPoints());
		assertThat(answer.select(".probes li").eachText()).isEqualTo(content.probes());
		answer.remove();
		// Search engines read it in the structured data, which no browser shows.
		page.one("script[type=application/ld+json]").remove();
		assertThat(page.html().html()).doesNotContain("minimizing what data moves")
			.doesNotContain(content.keyPoints())
			.doesNotContain(content.probes());
	}

	@Test
	void linksRelatedQuestions() {
		var related = open("/questions/6").links("aside.related a");
		assertThat(related).hasSize(4).doesNotContain("/questions/6").doesNotHaveDuplicates().contains("/questions/8");
		assertThat(related).allSatisfy((address) -> assertThat(open(address).status()).isEqualTo(200));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?difficulty=medium", "?topic=testing&topic=security", "?sort=newest",
			"?sort=difficulty", "?q=testing", "?q=athentication", "?q=integration&difficulty=medium&sort=newest" })
	void linksNeighboursInTheOriginalList(String filter) {
		var list = open("/questions" + filter);
		var addresses = list.links(".entry h2 a");
		assertThat(addresses).hasSizeGreaterThan(1);
		var forth = walk(addresses.get(0), "a[rel=next]");
		assertThat(forth).isEqualTo(addresses);
		assertThat(walk(forth.get(forth.size() - 1), "a[rel=prev]")).isEqualTo(reversed(addresses));
		var second = open(forth.get(1));
		assertThat(second.text(".place")).isEqualTo("2 of " + addresses.size());
		assertThat(open(second.one("a.up").attr("href")).listed()).isEqualTo(list.listed());
	}

	@Test
	void linksThePageOfTheOriginalList() {
		var ids = LongStream.range(0, 21)
			.map((i) -> this.world.add(World.question("What is a quincunx?", Difficulty.EASY, "Five.", "shapes")))
			.boxed()
			.toList();
		var last = open("/questions/" + ids.get(20) + "?topic=shapes");
		assertThat(last.text(".place")).isEqualTo("21 of 21");
		assertThat(open(last.one("a.up").attr("href")).listed()).containsExactly(ids.get(20));
	}

	@ParameterizedTest
	@ValueSource(strings = { "?difficulty=hard", "?q=overnight", "?topic=apis" })
	void linksAListWithoutTheQuestion(String filter) {
		var page = open("/questions/6" + filter);
		assertThat(page.html().select(".place, a[rel=prev], a[rel=next]")).isEmpty();
		assertThat(page.one("a.up").attr("href")).isEqualTo("/questions" + filter);
	}

	@ParameterizedTest
	@ValueSource(strings = { "?difficulty=nonsense", "?sort=nonsense", "?page=x", "?topic=unheard-of" })
	void linksNeighboursOfAllQuestionsIfTheListIsInvalid(String filter) {
		var page = open("/questions/6" + filter);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text(".place")).isEqualTo("6 of 10");
		assertThat(page.links("a[rel=prev], a[rel=next]")).containsExactly("/questions/5", "/questions/7");
	}

	@Test
	void rendersMarkdownWithoutUnsafeHtml() {
		var evil = "<img src=x onerror=alert(1)><script>alert(2)</script>";
		var id = this.world.add(new QuestionDraft(evil + "?", Difficulty.EASY,
				"# Title\n\n**bold** " + evil + "\n\n[a](javascript:alert(3)) ![b](https://example.org/b.png)\n\n"
						+ "|x|y|\n|-|-|\n|1|2|\n",
				List.of(evil), List.of(evil), List.of(), QuestionStatus.PUBLISHED, Audience.EVERYONE, evil));
		var page = open("/questions/" + id);
		assertThat(page.text("article > h1")).isEqualTo(evil + "?");
		assertThat(page.texts(".points li, .probes li")).containsExactly(evil, evil);
		assertThat(page.text(".prose strong")).isEqualTo("bold");
		assertThat(page.html().select(".prose td").eachText()).containsExactly("1", "2");
		assertThat(page.html()
			.select("[onerror], img[src=x], script:not([src]):not([type=application/ld+json]), a[href^=javascript]"))
			.isEmpty();
		var list = open("/questions?q=onerror");
		assertThat(list.texts(".entry h2")).containsExactly(evil + "?");
		assertThat(list.html().select("[onerror], img, script:not([src])")).isEmpty();
	}

	/** A table pads short rows to the width of its header. */
	@Test
	void showsAndFindsAnAnswerWhoseMarkupMultipliesItsText() {
		var table = "|zyzzyva".repeat(1_000) + "\n" + "|-".repeat(1_000) + "\n" + "|b\n".repeat(1_000);
		var id = this.world.add(World.question("Which table is wide?", table));
		var page = this.pages.open("/questions/" + id);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.html().html()).hasSizeLessThan(100_000);
		assertThat(this.pages.open("/questions?q=zyzzyva+wide").listed()).containsExactly(id);
	}

	@Test
	void showsAChangeAtOnce() {
		var id = this.world.add(World.question("Is it here yet?", "Not yet."));
		assertThat(open("/questions/" + id).text("h1")).isEqualTo("Is it here yet?");
		this.bank.write("Ada",
				(questions) -> questions.rewrite(id, World.question("Is it here now?", "Now it is."), "It came"));
		assertThat(open("/questions/" + id).text("h1")).isEqualTo("Is it here now?");
	}

	private List<String> walk(String start, String link) {
		var walked = new ArrayList<String>();
		for (String address = start; address != null; address = open(address).links(link)
			.stream()
			.findFirst()
			.orElse(null)) {
			assertThat(walked).doesNotContain(address);
			walked.add(address);
		}
		return walked;
	}

	private static List<String> reversed(List<String> list) {
		var reversed = new ArrayList<>(list);
		Collections.reverse(reversed);
		return reversed;
	}

	private HtmlPage open(String address) {
		return this.pages.open(address);
	}

}
