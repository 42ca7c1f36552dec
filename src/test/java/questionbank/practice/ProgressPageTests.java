package questionbank.practice;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.Visitor;
import questionbank.web.BrowserWindow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static questionbank.practice.PracticeSteps.ANSWER;
import static questionbank.practice.PracticeSteps.GRADE;

/** Progress shows the least ready first, and charts once there is enough to see. */
@PageTest
@Tag("browser")
@ExtendWith(BrowserWindow.class)
class ProgressPageTests {

	private static final String PROGRESS = "/practice/progress";

	@LocalServerPort
	private int port;

	@Autowired
	private Pages pages;

	@Autowired
	private MovingClock clock;

	@Test
	void showsFiveTopicsAndTheRestClosed() {
		var page = this.pages.open(PROGRESS);
		assertThat(page.html().select("section > table.shares").last().select("tbody tr")).hasSize(5);
		var rest = page.one("section > details:has(.shares)");
		assertThat(rest.hasAttr("open")).isFalse();
		assertThat(rest.select("summary").text()).matches("The other [0-9]+ topics");
		assertThat(rest.select("tbody tr")).hasSizeGreaterThan(1);
	}

	@Test
	void ordersTopicsFromTheLeastReadyOn() {
		var visitor = this.pages.visitor();
		answer(visitor, "7", "4");
		answer(visitor, "8", "3");
		answer(visitor, "6", "1");
		var readiness = visitor.open(PROGRESS)
			.html()
			.select(".shares:has(a) tbody .percent")
			.eachText()
			.stream()
			.map((percent) -> Integer.valueOf(percent.replace(" %", "")))
			.toList();
		assertThat(readiness).hasSizeGreaterThan(5).isSorted();
		assertThat(readiness.get(readiness.size() - 1)).isGreaterThan(readiness.get(0));
	}

	@Test
	void drawsNoChartBeforeTwoWeeksOfPractice() {
		var visitor = this.pages.visitor();
		answer(visitor, "7", "4");
		var first = visitor.open(PROGRESS);
		assertThat(first.html().select(".chart.days, .chart.bars")).isEmpty();
		assertThat(first.texts("main .hint"))
			.filteredOn("A chart appears here once you have practised for two weeks."::equals)
			.hasSize(2);
		this.clock.advance(Duration.ofDays(7));
		answer(visitor, "8", "1");
		this.clock.advance(Duration.ofDays(6));
		assertThat(visitor.open(PROGRESS).html().select(".chart.days, .chart.bars")).isEmpty();
		this.clock.advance(Duration.ofDays(1));
		var second = visitor.open(PROGRESS);
		assertThat(second.html().select(".chart.days, .chart.bars")).hasSize(2);
		assertThat(second.html().select(".calendar .letter").eachText()).startsWith("M", "T", "W", "T", "F", "S", "S")
			.hasSizeBetween(7 + 5, 7 + 7);
		assertThat(second.html().select(".bars g[tabindex]").eachAttr("data-value")).hasSize(2)
			.last()
			.asString()
			.endsWith(": 1 missed it");
	}

	@Test
	void explainsTheChartsByMonthsLegendsAndTables() {
		var visitor = this.pages.visitor();
		var first = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		answer(visitor, "7", "4");
		answer(visitor, "8", "1");
		this.clock.advance(Duration.ofDays(14));
		answer(visitor, "9", "2");
		var page = visitor.open(PROGRESS);
		// A month that begins in the last week has no label yet.
		var letters = page.texts(".calendar .letter");
		var month = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
		assertThat(letters.get(letters.size() - 1)).isIn(first.plusDays(14).format(month),
				first.plusDays(7).format(month));
		assertThat(page.text(".chart.days .legend")).isEqualTo("none 2 a day");
		assertThat(page.texts(".chart.bars .legend i")).containsExactly("missed it", "barely", "well", "easily");
		assertThat(page.texts("section[aria-labelledby=calendar] tbody td")).containsExactly("2", "1");
		var weeks = page.html().select("section[aria-labelledby=weeks] tbody tr");
		assertThat(weeks.get(weeks.size() - 3).select("td").eachText()).containsExactly("1", "0", "0", "1");
		assertThat(weeks.get(weeks.size() - 2).select("td").eachText()).containsExactly("0", "0", "0", "0");
		assertThat(weeks.last().select("td").eachText()).containsExactly("0", "1", "0", "0");
	}

	@Test
	void drawsNoChartOfASingleBar() {
		var visitor = this.pages.visitor();
		answer(visitor, "7", "4");
		this.clock.advance(Duration.ofDays(20));
		assertThat(visitor.open(PROGRESS).html().select(".chart.days, .chart.bars")).isEmpty();
	}

	@Test
	void groupsKeyPointsMissedTwiceByQuestion() {
		var visitor = this.pages.visitor();
		answer(visitor, "7", "1");
		assertThat(visitor.open(PROGRESS).html().select(".weakest")).isEmpty();
		this.clock.advance(Duration.ofDays(1));
		answer(visitor, "7", "1");
		answer(visitor, "8", "1");
		var page = visitor.open(PROGRESS);
		assertThat(page.links(".weakest > li > a")).containsExactly("/practice/sessions?question=7");
		assertThat(page.texts(".weakest .points small")).isNotEmpty().allMatch("missed 2 of 2 times"::equals);
	}

	@Test
	void chartsShowTheirValuesByPointerAndFocus(Browser browser) {
		try (var window = browser
			.newContext(new Browser.NewContextOptions().setBaseURL("http://localhost:" + this.port))) {
			var page = window.newPage();
			for (var question : new String[] { "7", "8" }) {
				page.navigate("/practice/sessions?question=" + question);
				page.locator("[data-reveal]").click();
				page.locator("button[value='4']").click();
				assertThat(page.locator("h1")).hasText("1 question practised");
				this.clock.advance(Duration.ofDays(7));
			}
			page.navigate(PROGRESS);
			page.locator(".calendar [tabindex]").first().focus();
			assertThat(page.locator(".chart.days output")).containsText(": 1 answer");
			page.locator(".bars g[tabindex] rect").last().hover();
			assertThat(page.locator(".bars output")).containsText(": 1 easily");
		}
	}

	private static void answer(Visitor visitor, String question, String grade) {
		var asked = visitor.open("/practice/sessions?question=" + question);
		var revealed = visitor.arrive(visitor.send(asked, ANSWER, "answer", ""));
		visitor.send(revealed, GRADE, "grade", grade);
	}

}
