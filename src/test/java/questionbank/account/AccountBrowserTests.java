package questionbank.account;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.PageTest;
import questionbank.TestAccount;
import questionbank.TestAccounts;
import questionbank.web.BrowserWindow;
import questionbank.web.Viewport;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The account pages in a real browser, with and without errors. */
@PageTest
@Tag("browser")
@ExtendWith(BrowserWindow.class)
class AccountBrowserTests {

	@LocalServerPort
	private int port;

	@Autowired
	private TestAccounts accounts;

	private TestAccount administrator;

	private TestAccount candidate;

	@BeforeEach
	void addAccounts() {
		this.administrator = this.accounts.add(Role.ADMINISTRATOR);
		this.candidate = this.accounts.add(Role.CANDIDATE);
	}

	@Test
	void pagesFitEveryViewport(Browser browser) {
		try (var window = browser.newContext(Viewport.still())) {
			var page = window.newPage();
			var messages = new ArrayList<String>();
			page.onConsoleMessage((message) -> messages.add(message.text()));
			page.onPageError(messages::add);
			for (var address : List.of("/sign-up", "/sign-in", "/sign-in?said=changed&to=/account")) {
				open(page, address);
				Viewport.assertFine(page, address);
			}
			open(page, "/sign-up");
			send(page);
			Viewport.assertFine(page, "sign-up with mistakes");
			open(page, "/account");
			page.locator("#email").fill(this.administrator.email());
			send(page);
			Viewport.assertFine(page, "sign-in with mistakes");
			assertThat(page.locator("#email")).hasValue(this.administrator.email());
			page.locator("#password").fill(this.administrator.password());
			send(page);
			assertThat(page).hasURL("http://localhost:" + this.port + "/account");
			Viewport.assertFine(page, "account");
			page.locator("#name").fill("W".repeat(100));
			page.locator("form[action='/account/name'] button").click();
			Viewport.assertFine(page, "account with a long name");
			page.locator("form[action='/account/password'] button").click();
			Viewport.assertFine(page, "account with mistakes");
			for (var address : List.of("/people", "/people/" + this.candidate.id(), "/questions", "/nothing")) {
				open(page, address);
				Viewport.assertFine(page, address);
			}
			open(page, "/people");
			page.locator("#email").fill("x");
			send(page);
			Viewport.assertFine(page, "people with mistakes");
			page.locator("#email").fill("browser" + System.nanoTime() + "@example.org");
			send(page);
			Viewport.assertFine(page, "people with a link");
			open(page, page.locator(".link").textContent().replaceFirst("^http://localhost:[0-9]+", ""));
			Viewport.assertFine(page, "invitation");
			assertThat(messages).filteredOn((message) -> !message.contains("status of 4")).isEmpty();
		}
	}

	@Test
	void explainsADeniedPage(Browser browser) {
		try (var window = browser.newContext(Viewport.still())) {
			var page = window.newPage();
			signIn(page, this.candidate);
			open(page, "/people");
			assertThat(page.locator("h1")).hasText("You don’t have access");
			Viewport.assertFine(page, "403");
			page.locator("form[action='/sign-out'] button").click();
			assertThat(page.locator("nav a[href^='/sign-in']")).isVisible();
		}
	}

	@Test
	void copiesTheLinkOfAnInvitation(Browser browser) {
		try (var window = browser.newContext(Viewport.still())) {
			window.grantPermissions(List.of("clipboard-read", "clipboard-write"));
			var page = window.newPage();
			signIn(page, this.administrator);
			open(page, "/people");
			page.locator("#email").fill("copied" + System.nanoTime() + "@example.org");
			send(page);
			page.locator(".share [data-copy]").click();
			assertThat(page.locator(".share [role=status]")).hasText("Copied");
			assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(page.locator(".link").textContent());
		}
	}

	private void signIn(Page page, TestAccount person) {
		open(page, "/sign-in");
		page.locator("#email").fill(person.email());
		page.locator("#password").fill(person.password());
		send(page);
	}

	private void open(Page page, String address) {
		page.navigate("http://localhost:" + this.port + address);
	}

	private static void send(Page page) {
		page.locator("main form[method=post] .actions button").first().click();
	}

}
