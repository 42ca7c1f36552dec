package questionbank.web;

import java.time.LocalDate;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.TestAccounts;
import questionbank.World;
import questionbank.account.Role;
import questionbank.question.Difficulty;
import questionbank.question.Words;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Words of usual length, as opposed to those of {@link LongWordBrowserTests}. */
@PageTest
@Tag("browser")
@ExtendWith(BrowserWindow.class)
class WordBreakBrowserTests {

	@LocalServerPort
	private int port;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private World world;

	@Autowired
	private MovingClock clock;

	@Test
	void noPageBreaksWordsOfUsualLength(Browser browser) {
		this.world.add(World.question("Which orchestration?", Difficulty.EASY, "This.", "interoperability"));
		try (var window = browser.newContext(Viewport.still())) {
			var page = window.newPage();
			signIn(page, this.accounts.add(Role.ADMINISTRATOR).email());
			for (var address : List.of("/", "/questions", "/questions/7", "/practice/sessions",
					"/questions/desk?status=published", "/questions/7/edit", "/questions/7/revisions",
					"/questions/bulk?id=7", "/account")) {
				open(page, address);
				PageLayout.assertWordsUnbroken(page, address);
			}
			open(page, "/practice");
			page.locator("#date").fill(LocalDate.now(this.clock).plusDays(9).toString());
			page.locator("form[action='/practice/plan'] button").click();
			page.locator(".now form button").click();
			page.locator("[data-reveal]").click();
			assertThat(page.locator(".grading")).isVisible();
			PageLayout.assertWordsUnbroken(page, "the answer");
			page.locator("button[value='1']").click();
			assertThat(page.locator(".answering")).isVisible();
			PageLayout.assertWordsUnbroken(page, "the question");
			for (var address : List.of("/practice", "/practice/progress")) {
				open(page, address);
				PageLayout.assertWordsUnbroken(page, address);
			}
		}
	}

	private void signIn(Page page, String email) {
		open(page, "/sign-in");
		page.locator("#email").fill(email);
		page.locator("#password").fill(TestAccounts.PASSWORD);
		page.locator("main > form button.primary").click();
		assertThat(page.locator(".masthead .own")).isVisible();
	}

	private void open(Page page, String address) {
		page.navigate("http://localhost:" + this.port + address);
	}

}
