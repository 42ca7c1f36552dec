package questionbank.signin;

import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.PageTest;
import questionbank.TestAccount;
import questionbank.TestAccounts;
import questionbank.account.Role;
import questionbank.web.BrowserWindow;
import questionbank.web.Viewport;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Sign-in and sign-out in a real browser, with several tabs and blocked cookies. */
@PageTest
@Tag("browser")
@ExtendWith(BrowserWindow.class)
class SignInBrowserTests {

	@LocalServerPort
	private int port;

	@Autowired
	private TestAccounts accounts;

	@Test
	void asksForCookiesIfTheyAreBlocked(Browser browser) {
		var ada = this.accounts.add(Role.CANDIDATE);
		try (var window = browser.newContext(Viewport.still())) {
			var page = window.newPage();
			open(page, "/sign-in");
			fill(page, ada);
			// A browser that blocks cookies sends none.
			window.clearCookies();
			page.locator("main > form button").click();
			assertThat(page.locator("h1")).hasText("Cookies are needed");
			assertThat(page.locator(".sent")).containsText(ada.email());
			Viewport.assertFine(page, "cookies are blocked");
			page.locator("main a.button").click();
			fill(page, ada);
			page.locator("main > form button").click();
			assertThat(page.locator(".own")).hasText(ada.name());
		}
	}

	@Test
	void signsOutFromATabWithAStaleToken(Browser browser) {
		var ada = this.accounts.add(Role.CANDIDATE);
		try (var window = browser.newContext(Viewport.still())) {
			var stale = signIn(window.newPage(), ada);
			var fresh = window.newPage();
			open(fresh, "/questions");
			signOut(fresh);
			assertThat(fresh.locator(".notice")).hasText("You are signed out.");
			signIn(fresh, ada);
			signOut(stale);
			assertThat(stale).hasURL(Pattern.compile("/sign-in\\?said=signed-out$"));
			assertThat(stale.locator(".notice")).hasText("You are signed out.");
			open(fresh, "/account");
			assertThat(fresh.locator("h1")).hasText("Sign in");
		}
	}

	private Page signIn(Page page, TestAccount person) {
		open(page, "/sign-in");
		fill(page, person);
		page.locator("main > form button").click();
		assertThat(page.locator(".own")).hasText(person.name());
		return page;
	}

	private static void fill(Page page, TestAccount person) {
		page.locator("#email").fill(person.email());
		page.locator("#password").fill(person.password());
	}

	private static void signOut(Page page) {
		page.locator("form[action='/sign-out'] button").click();
	}

	private void open(Page page, String address) {
		page.navigate("http://localhost:" + this.port + address);
	}

}
