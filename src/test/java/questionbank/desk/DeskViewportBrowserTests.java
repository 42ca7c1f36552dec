package questionbank.desk;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.PageTest;
import questionbank.TestAccount;
import questionbank.TestAccounts;
import questionbank.World;
import questionbank.account.Role;
import questionbank.web.BrowserWindow;
import questionbank.web.Viewport;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The pages of the desk in every viewport. */
@PageTest
@Tag("browser")
@ExtendWith(BrowserWindow.class)
class DeskViewportBrowserTests {

	@LocalServerPort
	private int port;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private World world;

	private TestAccount ada;

	private long id;

	@BeforeEach
	void addAdministratorsAndAQuestion() {
		this.ada = this.accounts.add(Role.ADMINISTRATOR);
		this.id = this.world.add(World.question("What does a lighthouse keeper do?", "Keep the light."));
	}

	@Test
	void everyPageIsFineInEveryViewport(Browser browser) {
		var twin = this.world.add(World.question("What does a lighthouse keeper do", "Keep the light."));
		try (var window = browser.newContext(Viewport.still())) {
			var page = signIn(window.newPage(), this.ada);
			var messages = new ArrayList<String>();
			page.onConsoleMessage((message) -> messages.add(message.text()));
			page.onPageError(messages::add);
			page.onDialog(Dialog::accept);
			open(page, "/questions/" + this.id + "/edit");
			page.locator("#sampleAnswer").fill("Keep the light burning.");
			page.locator(".editor button.primary").click();
			assertThat(page.locator(".notice")).isVisible();
			var one = "/questions/" + this.id;
			for (var address : List.of(one, one + "/edit", one + "/revisions", one + "/revisions/1",
					one + "/revisions/1..2", "/questions/new", "/questions/desk?by=-changed",
					"/questions/desk?status=x&page=0", "/questions/bulk?id=" + twin + "&id=" + this.id,
					"/questions/topics", "/questions/duplicates")) {
				open(page, address);
				look(page, address);
			}
			open(page, "/questions/bulk?id=" + twin + "&id=" + this.id);
			page.locator("#addTopics").fill("sea");
			page.locator(".editor .actions button.primary").click();
			assertThat(page.locator(".change")).hasCount(2);
			look(page, "preview of a change to several");
			page.locator("form[action$=batches] button").click();
			assertThat(page.locator("h1")).hasText("2 questions were changed");
			look(page, "change to several");
			open(page, "/questions/new");
			page.locator(".editor button.primary").click();
			assertThat(page.locator(".summary")).isVisible();
			look(page, "new question with mistakes");
			assertThat(messages).filteredOn((message) -> !message.contains("status of 4")).isEmpty();
		}
	}

	private Page signIn(Page page, TestAccount account) {
		return new AdministratorBrowser(this.port).signIn(page, account);
	}

	private void open(Page page, String address) {
		new AdministratorBrowser(this.port).open(page, address);
	}

	private static void look(Page page, String name) {
		// The page of near-duplicates reloads itself until the scan is done.
		assertThat(page.locator("progress, :text('Reading questions')")).hasCount(0,
				new HasCountOptions().setTimeout(60_000));
		Viewport.assertFine(page, name);
	}

}
