package questionbank.kit;

import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.PageTest;
import questionbank.TestAccounts;
import questionbank.account.Role;
import questionbank.web.BrowserWindow;
import questionbank.web.Viewport;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Making a kit in a browser. */
@PageTest
@Tag("browser")
@ExtendWith(BrowserWindow.class)
class KitBrowserTests {

	@LocalServerPort
	private int port;

	@Autowired
	private TestAccounts accounts;

	private Page page;

	@BeforeEach
	void signIn(Browser browser) {
		var person = this.accounts.add(Role.INTERVIEWER);
		this.page = browser.newContext(Viewport.still()).newPage();
		open("/sign-in");
		this.page.fill("#email", person.email());
		this.page.fill("#password", person.password());
		this.page.click("main form button.primary");
		assertThat(this.page.locator(".masthead .own")).isVisible();
	}

	@AfterEach
	void close() {
		this.page.context().close();
	}

	@Test
	void picksWithoutAReloadAndArrangesByButtonsAndByDragging() {
		open("/questions");
		this.page.evaluate("window.mark = true");
		for (var id : List.of(7, 9, 2)) {
			this.page.click("#pick-" + id + " button");
			assertThat(this.page.locator("#pick-" + id + " button")).containsText("Remove from kit");
		}
		assertThat(this.page.locator("#pick-2 button")).isFocused();
		assertThat(this.page.locator("#basket")).containsText("Picked 3");
		org.assertj.core.api.Assertions.assertThat(this.page.evaluate("window.mark")).isEqualTo(true);
		open("/kits/new");
		this.page.fill("#title", "By browser");
		this.page.fill("#slot", "18");
		assertThat(this.page.locator("#minutes")).hasText("19 of 18 min, 1 over");
		this.page.locator(".row").nth(2).locator("[value^=up]").press("Enter");
		assertOrder("7", "2", "9");
		this.page.locator(".row .grip").nth(0).hover();
		assertThat(this.page.locator("#rows.sortable")).isVisible();
		dragFirstDown();
		assertOrder("2", "7", "9");
		this.page.locator(".row").nth(1).locator("[value^=removal]").click();
		assertOrder("2", "9");
		this.page.locator(".row").nth(1).locator("textarea").fill("And then?");
		this.page.locator("#title").press("Enter");
		assertThat(this.page.locator("h1")).hasText("By browser");
		assertThat(this.page.locator(".pinned > li").nth(1).locator(".probes")).hasText("And then?");
	}

	@Test
	void everyPageIsFineInEveryViewport() {
		open("/questions/7");
		this.page.click(".pick button");
		assertThat(this.page.locator("#basket")).isVisible();
		open("/kits/new");
		this.page.fill("#title", "Fine");
		this.page.click("text=Save kit");
		assertThat(this.page.locator("h1")).hasText("Fine");
		var kit = this.page.url();
		open("/questions/9");
		this.page.click(".pick button");
		assertThat(this.page.locator("#basket")).isVisible();
		for (var address : List.of("/questions", "/questions/9", "/kits", "/kits/basket", "/kits/new",
				"/kits/composition", "/kits/composition?minutes=45&easy=1&medium=3&hard=2&topic=security",
				"/kits/composition?minutes=x&hard=9", "/questions/print?difficulty=hard")) {
			open(address);
			Viewport.assertFine(this.page, address);
		}
		for (var part : List.of("", "/edit", "/print", "/print?parts=prompts")) {
			this.page.navigate(kit + part);
			Viewport.assertFine(this.page, part);
		}
	}

	/** Drags the first question below the second by its grip. */
	private void dragFirstDown() {
		var grip = this.page.locator(".row .grip").first();
		grip.evaluate("grip => grip.scrollIntoView()");
		var start = grip.boundingBox();
		var end = this.page.locator(".row").nth(1).boundingBox();
		var mouse = this.page.mouse();
		mouse.move(start.x + start.width / 2, start.y + start.height / 2);
		mouse.down();
		mouse.move(end.x + end.width / 2, end.y + end.height * 0.6, new Mouse.MoveOptions().setSteps(20));
		assertThat(this.page.locator(".row").first().locator("[name=question]")).hasValue("2");
		mouse.up();
	}

	private void assertOrder(String... questions) {
		assertThat(this.page.locator(".row")).hasCount(questions.length);
		for (int at = 0; at < questions.length; at++) {
			assertThat(this.page.locator(".row").nth(at).locator("[name=question]")).hasValue(questions[at]);
			assertThat(this.page.locator(".row").nth(at).locator("textarea")).hasAttribute("name",
					"probes-" + (at + 1));
		}
	}

	private void open(String address) {
		this.page.navigate("http://localhost:" + this.port + address);
	}

}
