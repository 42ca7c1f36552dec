package questionbank.bookmark;

import java.util.ArrayList;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
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

	@Test
	void afterTheDeletionThePagesAreAsForANewReader(Browser browser) {
		try (var window = open(browser)) {
			var page = window.newPage();
			practise(page, "Gone");
			window.clearCookies();
			page.navigate("/");
			page.waitForFunction("localStorage.getItem('practised') === null");
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
