package questionbank.practice;

import java.time.Duration;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.web.BrowserWindow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The clock of a mock interview, in a browser whose clock the test moves. */
@PageTest
@Tag("browser")
@ExtendWith(BrowserWindow.class)
class MockInterviewBrowserTests {

	private static final long MINUTE = 60_000;

	@LocalServerPort
	private int port;

	@Autowired
	private MovingClock clock;

	@Test
	void showsTheRemainingTime(Browser browser) {
		try (var window = open(browser)) {
			var page = begin(window, 10);
			assertThat(page.locator("[data-clock]")).hasText("10:00");
			page.clock().runFor(MINUTE);
			assertThat(page.locator("[data-clock]")).hasText("9:00");
			page.clock().runFor(4 * MINUTE);
			assertThat(page.locator("[data-clock-says]")).hasText("Five minutes are left.");
		}
	}

	@Test
	void sendsTheTypedAnswerAtTheEndAndShowsTheGrading(Browser browser) {
		try (var window = open(browser)) {
			var page = begin(window, 1);
			var prompt = page.locator("h1").textContent();
			page.locator("#answer").fill("Typed until then");
			this.clock.advance(Duration.ofMinutes(1));
			page.clock().runFor(MINUTE);
			assertThat(page.locator(".typed")).hasText("Typed until then");
			assertThat(page.locator("h1")).hasText(prompt);
			assertThat(page.locator(".grading")).isVisible();
			assertThat(page.locator(".answering")).hasCount(0);
		}
	}

	@Test
	void sendsTheTypedAnswerAfterAnEndWithoutConnection(Browser browser) {
		try (var window = open(browser)) {
			var page = begin(window, 1);
			page.locator("#answer").fill("Typed until then");
			this.clock.advance(Duration.ofMinutes(1));
			window.setOffline(true);
			page.clock().runFor(MINUTE);
			assertThat(page.locator("[data-clock-says]")).containsText("The server cannot be reached.");
			assertThat(page.locator("#answer")).hasValue("Typed until then");
			window.setOffline(false);
			page.clock().runFor(MINUTE);
			assertThat(page.locator(".typed")).hasText("Typed until then");
			assertThat(page.locator(".grading")).isVisible();
		}
	}

	@Test
	void neverSendsBeforeTheEnd(Browser browser) {
		try (var window = open(browser)) {
			var page = begin(window, 1);
			page.locator("#answer").fill("Not yet");
			var left = Long.parseLong(page.locator("[data-clock]").getAttribute("data-left"));
			page.clock().runFor(left - 1);
			assertThat(page.locator("[data-clock]")).hasText("0:01");
			assertThat((boolean) page.evaluate("document.querySelector('[data-time-up]').disabled")).isTrue();
		}
	}

	@Test
	void keepsTheTypedAnswerIfTheClockOfTheBrowserIsFast(Browser browser) {
		try (var window = open(browser)) {
			var page = begin(window, 1);
			var prompt = page.locator("h1").textContent();
			page.locator("#answer").fill("Half an ans");
			page.waitForNavigation(() -> page.clock().runFor(MINUTE));
			assertThat(page.locator("h1")).hasText(prompt);
			assertThat(page.locator("#answer")).hasValue("Half an ans");
			assertThat(page.locator("[data-clock]")).hasText(Pattern.compile("0:[1-5]\\d|1:00"));
			page.locator("#answer").fill("A whole answer");
			page.locator("[data-reveal]").click();
			assertThat(page.locator(".progress span")).hasText("2 of 2");
		}
	}

	@Test
	void sendsTheDraftOfAReloadAtTheEnd(Browser browser) {
		try (var window = open(browser)) {
			var page = begin(window, 1);
			page.locator("[data-reveal]").click();
			assertThat(page.locator(".progress span")).hasText("2 of 2");
			page.locator("#answer").fill("Typed until then");
			this.clock.advance(Duration.ofMinutes(1));
			page.reload();
			assertThat(page.locator("[data-unsent]")).hasCount(0);
			page.locator(".how button[value='3']").click();
			assertThat(page.locator(".typed")).hasText("Typed until then");
		}
	}

	/**
	 * Starts a mock interview of two questions, in a browser whose clock the test
	 * advances.
	 */
	private static Page begin(BrowserContext window, int minutes) {
		var page = window.newPage();
		page.clock().install();
		page.navigate("/practice/sessions?difficulty=medium");
		page.locator("#questions").fill("2");
		page.locator("#minutes").fill(Integer.toString(minutes));
		page.clock().pauseAt(System.currentTimeMillis() + MINUTE);
		page.locator("form:has([value=mock]) button").click();
		assertThat(page.locator("[data-clock]")).isVisible();
		return page;
	}

	private BrowserContext open(Browser browser) {
		return browser.newContext(new Browser.NewContextOptions().setBaseURL("http://localhost:" + this.port));
	}

}
