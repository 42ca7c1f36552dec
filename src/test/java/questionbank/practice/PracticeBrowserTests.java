package questionbank.practice;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.scheduling.PracticeDays;
import questionbank.web.BrowserWindow;
import questionbank.web.Viewport;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@Tag("browser")
@ExtendWith(BrowserWindow.class)
class PracticeBrowserTests {

	@LocalServerPort
	private int port;

	@Autowired
	private MovingClock clock;

	@Test
	void aSessionWorksByKeyboardAlone(Browser browser) {
		try (var window = open(browser, new Browser.NewContextOptions())) {
			var page = window.newPage();
			page.navigate("/practice");
			reach(page, ".now form button");
			page.keyboard().press("Enter");
			assertThat(page.locator("h1[data-revealed]")).isFocused();
			reach(page, "#answer");
			page.keyboard().type("First the outcome?");
			assertThat(page.locator("#keys")).isHidden();
			page.keyboard().press("Control+Enter");
			assertThat(page.locator("[data-revealed]")).isFocused();
			assertThat(page.locator(".typed")).hasText("First the outcome?");
			page.keyboard().press("1");
			assertThat(page.locator(".progress span")).hasText("2 of 10, 1 to repeat");
			assertThat(page.locator("h1[data-revealed]")).isFocused();
			page.keyboard().press("u");
			assertThat(page.locator(".progress span")).hasText("1 of 10");
			assertThat(page.locator("[data-revealed]")).isFocused();
			reach(page, ".ticks input");
			page.keyboard().press("Space");
			page.keyboard().press("Enter");
			assertThat(page.locator(".ticks input").first()).isFocused();
			reach(page, ".how button[value='2']");
			page.keyboard().press("Enter");
			for (int i = 2; i <= 10; i++) {
				assertThat(page.locator(".progress span")).hasText(i + " of 10, 1 to repeat");
				assertThat(page.locator("h1[data-revealed]")).isFocused();
				page.keyboard().press("Enter");
				assertThat(page.locator(".grading")).isVisible();
				assertThat(page.locator("[data-revealed]")).isFocused();
				page.keyboard().press("4");
			}
			assertThat(page.locator(".progress span")).hasText("10 of 10, 1 to repeat");
			assertThat(page.locator("h1[data-revealed]")).isFocused();
			page.keyboard().press("?");
			assertThat(page.locator("#keys dt:visible")).hasText(new String[] { "Enter", "u", "/", "?" });
			page.keyboard().press("Escape");
			assertThat(page.locator("#keys")).isHidden();
			page.keyboard().press("Enter");
			assertThat(page.locator(".grading")).isVisible();
			assertThat(page.locator("[data-revealed]")).isFocused();
			page.keyboard().press("3");
			assertThat(page.locator("h1")).hasText("10 questions practised");
		}
	}

	@Test
	void aSessionWorksWithoutScripts(Browser browser) {
		try (var window = open(browser, new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
			var page = window.newPage();
			page.navigate("/practice/sessions?difficulty=hard");
			page.locator("form:has([value=free]) [name=counted]").check();
			page.locator("form:has([value=free]) button").click();
			for (int i = 1; i <= 2; i++) {
				assertThat(page.locator(".progress span")).hasText(i + " of 2");
				page.locator("#answer").fill("Answer " + i);
				page.locator("[data-reveal]").click();
				assertThat(page.locator(".typed")).hasText("Answer " + i);
				page.locator(".how button[value='3']").click();
			}
			assertThat(page.locator("h1")).hasText("2 questions practised");
			page.locator("[data-undo]").click();
			assertThat(page.locator(".typed")).hasText("Answer 2");
			page.locator(".ticks input").first().press("Enter");
			assertThat(page.locator(".verdict .mistake"))
				.hasText("Please choose one: missed it, barely, well or easily.");
			page.locator("button[value='1']").click();
			assertThat(page.locator(".record .grade")).hasText(new String[] { "well", "missed it" });
		}
	}

	@Test
	void aDraftSurvivesAReloadAndIsRemovedOnceSaved(Browser browser) {
		try (var window = open(browser, new Browser.NewContextOptions())) {
			var page = window.newPage();
			page.navigate("/practice/sessions?question=7");
			page.locator("#answer").fill("Not sent yet");
			page.reload();
			assertThat(page.locator("#answer")).hasValue("Not sent yet");
			page.locator("[data-reveal]").click();
			assertThat(page.locator(".typed")).hasText("Not sent yet");
			page.navigate("/practice/sessions?question=7");
			assertThat(page.locator("#answer")).hasValue("");
		}
	}

	@Test
	void theProposedGradeFollowsTheTicks(Browser browser) {
		try (var window = open(browser, new Browser.NewContextOptions().setViewportSize(390, 800))) {
			var page = window.newPage();
			page.navigate("/practice/sessions?question=7");
			page.locator("[data-reveal]").click();
			assertThat(page.locator(".steps .primary")).hasCount(0);
			var ticks = page.locator(".ticks input");
			for (int i = 0; i < ticks.count(); i++) {
				ticks.nth(i).check();
				assertThat(page.locator(".proposal"))
					.containsText((i + 1) + " of " + ticks.count() + " key points ticked.");
				assertThat(page.locator(".steps .primary")).hasCount(1);
			}
			assertThat(page.locator(".proposal")).containsText("Proposed: 3 well.");
			assertThat(page.locator(".steps .primary")).hasAttribute("value", "3");
			assertThat(page.locator(".steps button").last()).isVisible();
		}
	}

	@Test
	void gradesAreInViewBesideTheLongestSampleAnswers(Browser browser) {
		for (var size : List.of(new int[] { 1280, 800 }, new int[] { 820, 1180 }, new int[] { 390, 844 })) {
			for (var scripts : List.of(true, false)) {
				var options = new Browser.NewContextOptions().setViewportSize(size[0], size[1])
					.setJavaScriptEnabled(scripts);
				try (var window = open(browser, options)) {
					var page = window.newPage();
					for (int question = 1; question <= 10; question++) {
						page.navigate("/practice/sessions?question=" + question);
						page.locator("[data-reveal]").click();
						var grades = page.locator(".steps button");
						assertThat(grades).hasCount(4);
						for (int i = 0; i < 4; i++) {
							assertThat(grades.nth(i))
								.isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
						}
					}
				}
			}
		}
	}

	@Test
	void theGradesDoNotCoverWhatHasTheFocus(Browser browser) {
		try (var window = open(browser, new Browser.NewContextOptions().setViewportSize(390, 844))) {
			var page = window.newPage();
			page.navigate("/practice/sessions?question=7");
			page.locator("[data-reveal]").click();
			var ticks = page.locator(".ticks input");
			for (int i = 0; i < ticks.count(); i++) {
				reach(page, ".ticks input[value='" + i + "']");
				var box = ticks.nth(i).boundingBox();
				assertThat(box.y + box.height).isLessThanOrEqualTo(page.locator(".verdict").boundingBox().y);
			}
		}
	}

	@Test
	void goingBackChangesNothing(Browser browser) {
		try (var window = open(browser, new Browser.NewContextOptions())) {
			var page = window.newPage();
			page.navigate("/practice/sessions?difficulty=hard");
			page.locator("form:has([value=free]) button").click();
			page.locator("[data-reveal]").click();
			assertThat(page.locator("[data-revealed]")).isFocused();
			page.keyboard().press("4");
			assertThat(page.locator(".progress span")).hasText("2 of 2");
			page.goBack();
			page.goBack();
			page.navigate("/practice/progress");
			assertThat(page.locator(".graded .grade")).hasText(new String[] { "easily" });
		}
	}

	@Test
	void daysBeginInTheZoneOfTheBrowser(Browser browser) {
		try (var window = open(browser, new Browser.NewContextOptions().setTimezoneId("Pacific/Kiritimati"))) {
			var page = window.newPage();
			page.navigate("/practice");
			assertThat(page.locator(".now [data-zone]")).hasValue("Pacific/Kiritimati");
			page.locator(".now form button").click();
			page.locator("[data-reveal]").click();
			assertThat(page.locator("[data-revealed]")).isFocused();
			page.keyboard().press("4");
			assertThat(page.locator(".progress span")).hasText("2 of 10");
			var today = new PracticeDays(ZoneId.of("Pacific/Kiritimati")).dayOf(this.clock.instant());
			page.navigate("/practice");
			page.locator("#date").fill(today.plusDays(5).toString());
			page.locator("form[action='/practice/plan'] button").click();
			assertThat(page.locator(".days tbody th").first()).containsText(" " + today.getDayOfMonth() + " ");
		}
	}

	@Test
	void everyPageIsAccessibleInEveryViewport(Browser browser) {
		try (var window = open(browser, Viewport.still())) {
			var page = window.newPage();
			var complaints = new ArrayList<String>();
			page.onConsoleMessage((message) -> complaints.add(message.text()));
			page.onPageError(complaints::add);
			for (var address : List.of("/practice", "/practice/progress", "/practice/sessions?difficulty=medium",
					"/practice/sessions?question=7")) {
				page.navigate(address);
				check(page);
			}
			page.navigate("/practice");
			page.locator("#date")
				.fill(LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).plusDays(9).toString());
			page.locator("form[action='/practice/plan'] button").click();
			check(page);
			page.locator(".now form button").click();
			check(page);
			page.locator("#answer")
				.fill("I map source and target systems and data formats, and clarify the business "
						+ "outcome and what success looks like");
			var other = window.newPage();
			other.navigate(page.url());
			page.locator("[data-reveal]").click();
			assertThat(page.locator(".because").first()).isVisible();
			other.locator("#answer").fill("Another answer");
			other.locator("[data-reveal]").click();
			assertThat(other.locator("h1")).hasText("Nothing has changed");
			check(other);
			check(page);
			page.locator("button[value='1']").click();
			page.locator("form[action$=end] button").click();
			check(page);
			page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
			assertThat(page.locator(".run strong")).isVisible();
			assertThat(page.locator(".run a")).isHidden();
			page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
			for (var address : List.of("/practice", "/practice/progress", "/practice/sessions")) {
				page.navigate(address);
				check(page);
			}
			assertThat(complaints).isEmpty();
		}
	}

	private static void check(Page page) {
		page.evaluate("document.querySelectorAll('details').forEach(closed => closed.open = true)");
		Viewport.assertFine(page, page.url());
	}

	/** Presses Tab until the element has the focus. */
	private static void reach(Page page, String selector) {
		for (int i = 0; i < 80; i++) {
			if ((boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
				return;
			}
			page.keyboard().press("Tab");
		}
		throw new AssertionError("Tab does not lead to " + selector);
	}

	private BrowserContext open(Browser browser, Browser.NewContextOptions options) {
		return browser.newContext(options.setBaseURL("http://localhost:" + this.port));
	}

}
