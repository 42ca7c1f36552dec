package questionbank.bookmark;

import java.util.ArrayList;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.PageTest;
import questionbank.web.BrowserWindow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What is the learner's own is fetched into pages that are the same for all readers. */
@PageTest
@Tag("browser")
@ExtendWith(BrowserWindow.class)
class BookmarkBrowserTests {

	@LocalServerPort
	private int port;

	@Test
	void aReaderWithoutPracticeSendsNoRequestAndGetsNoCookie(Browser browser) {
		try (var window = open(browser)) {
			var page = window.newPage();
			var requests = new ArrayList<String>();
			page.onRequest((request) -> requests.add(request.url()));
			for (var address : new String[] { "/", "/questions", "/questions/7" }) {
				page.navigate(address);
				page.waitForLoadState();
			}
			assertThat(requests).isNotEmpty().noneMatch((url) -> url.matches(".*/(bookmarks|practice)\\b.*"));
			assertThat(window.cookies()).isEmpty();
			assertThat(page.locator(".own-question")).hasCount(0);
		}
	}

	@Test
	void aStarIsOneClickAndShownInTheList(Browser browser) {
		try (var window = open(browser)) {
			var page = window.newPage();
			page.navigate("/questions/7");
			page.locator("a[data-star]").click();
			assertThat(page.locator("form.star button")).isFocused();
			assertThat(page.locator("form.star button")).containsText("★ Remove star");
			page.navigate("/questions");
			assertThat(page.locator("#own-7 button")).containsText("★ Remove star");
			page.locator("#own-9 button").click();
			assertThat(page.locator("#own-9 button")).isFocused();
			assertThat(page.locator("#own-9 button")).containsText("★ Remove star");
			page.locator(".own-lists a").first().click();
			assertThat(page.locator(".entry")).hasCount(2);
		}
	}

	@Test
	void practiceIsShownWhereOneReads(Browser browser) {
		try (var window = open(browser)) {
			var page = window.newPage();
			practise(page, "First the outcome");
			page.navigate("/questions?q=outcome");
			page.navigate("/questions");
			assertThat(page.locator("#own-7 .graded")).containsText("You: got it easily · next in");
			page.locator("#own-7").locator("xpath=ancestor::li").locator("h2 a").click();
			assertThat(page.locator(".own-question .typed")).isHidden();
			page.locator(".own-question summary").first().click();
			assertThat(page.locator(".own-question .typed")).hasText("First the outcome");
			page.locator(".own-question summary").last().click();
			page.locator("#note").fill("Mention the outage");
			page.locator(".note button").click();
			assertThat(page.locator(".own-question .notice")).hasText("Your note is saved.");
			page.reload();
			assertThat(page.locator("#note")).hasValue("Mention the outage");
			page.navigate("/");
			assertThat(page.locator(".own-today")).containsText("for today.");
		}
	}

	/** What is fetched after does not make the list longer, nor move it. */
	@Test
	void tenQuestionsFitALaptopWithOwnPractice(Browser browser) {
		try (var window = open(browser)) {
			var page = window.newPage();
			practise(page, "First the outcome");
			page.setViewportSize(1280, 800);
			page.navigate("/questions");
			var row = page.locator("#own-7").boundingBox();
			var topics = page.locator(".entry:has(#own-7) .topics li").last().boundingBox();
			assertThat(row.x).isGreaterThan(topics.x + topics.width);
			assertThat(row.y + row.height / 2).isBetween(topics.y, topics.y + topics.height);
			assertThat(page.locator("#own-7 button").boundingBox().width).isBetween(24.0, 40.0);
			assertThat(page.getByRole(AriaRole.BUTTON,
					new Page.GetByRoleOptions().setName(Pattern.compile("^Star\\s*, question 7$"))))
				.hasCount(1);
			assertThat(bottom(page)).isLessThanOrEqualTo(800);
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Compact")).click();
			// An eleventh question of two lines would fit, too.
			assertThat(bottom(page)).isLessThanOrEqualTo(740);
		}
	}

	private static double bottom(Page page) {
		var last = page.locator(".entry").nth(9).boundingBox();
		return last.y + last.height;
	}

	@Test
	void whatIsFetchedMovesLittle(Browser browser) {
		try (var window = open(browser)) {
			var page = window.newPage();
			practise(page, "First the outcome");
			page.addInitScript("window.shift = 0; new PerformanceObserver((list) => list.getEntries()"
					+ ".forEach((entry) => window.shift += entry.value))"
					+ ".observe({ type: 'layout-shift', buffered: true })");
			for (int width : new int[] { 390, 820, 1280 }) {
				page.setViewportSize(width, 800);
				for (var address : new String[] { "/", "/questions", "/questions/7" }) {
					page.navigate(address);
					assertThat(page.locator(".own-today, #own-10, .own-question").first()).isAttached();
					page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
					assertThat((Number) page.evaluate("window.shift")).as(address + " at " + width)
						.extracting(Number::doubleValue, InstanceOfAssertFactories.DOUBLE)
						.isLessThan(0.05);
				}
			}
		}
	}

	@Test
	void theButtonOfTheHomePageFollowsWhatIsDue(Browser browser) {
		try (var window = open(browser)) {
			var page = window.newPage();
			page.navigate("/");
			assertThat(page.locator("[data-own-start]")).hasText("Start practising");
			practise(page, "First the outcome");
			page.navigate("/");
			assertThat(page.locator("[data-own-start]")).hasText("Practise today’s questions");
			assertThat(page.locator(".own-today").boundingBox().y)
				.isLessThan(page.locator("[data-own-start]").boundingBox().y);
		}
	}

	@Test
	void afterTheDeletionThePagesAreAsForANewReader(Browser browser) {
		try (var window = open(browser)) {
			var page = window.newPage();
			practise(page, "Gone");
			window.clearCookies();
			page.navigate("/");
			assertThat(page.locator("html:not([data-practised])")).hasCount(1);
			assertThat(page.evaluate("localStorage.getItem('practised')")).isNull();
			assertThat(page.locator(".own-today")).hasCount(0);
		}
	}

	private static void practise(Page page, String answer) {
		page.navigate("/practice/sessions?question=7");
		page.locator("#answer").fill(answer);
		page.locator("form.answering button.primary").click();
		page.locator(".grading button[value='4']").click();
		assertThat(page.locator("h1")).hasText("1 question practised");
	}

	private BrowserContext open(Browser browser) {
		return browser.newContext(new Browser.NewContextOptions().setBaseURL("http://localhost:" + this.port));
	}

}
