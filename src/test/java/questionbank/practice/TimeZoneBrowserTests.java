package questionbank.practice;

import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Request;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.PageTest;
import questionbank.web.BrowserWindow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A browser in another time zone than at the last visit. */
@PageTest
@Tag("browser")
@ExtendWith(BrowserWindow.class)
class TimeZoneBrowserTests {

	private static final String KNOWN = "form[data-known-zone]";

	@LocalServerPort
	private int port;

	@Test
	void aVisitUpdatesTheZoneToThatOfTheBrowser(Browser browser) {
		var home = plan(browser, "Europe/Berlin");
		try (var away = browser.newContext(options("Pacific/Auckland").setStorageState(home))) {
			for (var address : new String[] { "/practice", "/practice/progress" }) {
				var page = away.newPage();
				page.navigate(address);
				assertThat(page.locator(KNOWN)).hasAttribute("data-known-zone", "Pacific/Auckland");
			}
		}
		try (var scriptless = browser
			.newContext(options("Europe/Berlin").setJavaScriptEnabled(false).setStorageState(home))) {
			var page = scriptless.newPage();
			page.navigate("/practice");
			assertThat(page.locator(KNOWN)).hasAttribute("data-known-zone", "Pacific/Auckland");
		}
	}

	@Test
	void anUnknownZoneChangesNothing(Browser browser) {
		var home = plan(browser, "Europe/Berlin");
		try (var away = browser.newContext(options("Europe/Berlin").setStorageState(home))) {
			away.addInitScript("Intl.DateTimeFormat.prototype.resolvedOptions = () => ({ timeZone: 'Mars/Olympus' })");
			var page = away.newPage();
			var opened = new AtomicInteger();
			page.onRequest((request) -> opened.addAndGet(isPage(request) ? 1 : 0));
			var told = page.waitForResponse("**/practice/zone", () -> page.navigate("/practice"));
			assertThat(told.status()).isEqualTo(422);
			page.locator("#daily").fill("8");
			assertThat(page.locator("#daily")).hasValue("8");
			assertThat(page.locator(KNOWN)).hasAttribute("data-known-zone", "Europe/Berlin");
			assertThat(opened).hasValue(1);
		}
	}

	private static boolean isPage(Request request) {
		return request.isNavigationRequest();
	}

	/** Saves a plan in a browser of a zone, and returns what that browser keeps. */
	private String plan(Browser browser, String zone) {
		try (BrowserContext home = browser.newContext(options(zone))) {
			var page = home.newPage();
			page.navigate("/practice");
			page.locator("#daily").fill("7");
			page.locator("form[action='/practice/plan'] button").click();
			assertThat(page.locator(KNOWN)).hasAttribute("data-known-zone", zone);
			return home.storageState();
		}
	}

	private NewContextOptions options(String zone) {
		return new NewContextOptions().setBaseURL("http://localhost:" + this.port).setTimezoneId(zone);
	}

}
