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

/** The desk as administrators have it in their browsers. */
@PageTest
@Tag("browser")
@ExtendWith(BrowserWindow.class)
class EditingBrowserTests {

	@LocalServerPort
	private int port;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private World world;

	private TestAccount ada;

	private TestAccount grace;

	private long id;

	@BeforeEach
	void come() {
		this.ada = this.accounts.add(Role.ADMINISTRATOR);
		this.grace = this.accounts.add(Role.ADMINISTRATOR);
		this.id = this.world.add(World.question("What does a lighthouse keeper do?", "Keep the light."));
	}

	@Test
	void twoWhoEditAtOnceLoseNothing(Browser browser) {
		try (var one = browser.newContext(Viewport.still()); var other = browser.newContext()) {
			var mine = signIn(one.newPage(), this.ada);
			var theirs = signIn(other.newPage(), this.grace);
			open(mine, "/questions/" + this.id + "/edit");
			open(theirs, "/questions/" + this.id + "/edit");
			theirs.locator("#sampleAnswer").fill("Keep the light burning.");
			theirs.locator("#topics").fill("work");
			theirs.locator(".editor button.primary").click();
			assertThat(theirs.locator(".notice")).isVisible();
			mine.locator("#sampleAnswer").fill("Keep and clean the light.");
			mine.locator("#difficulty").selectOption("hard");
			mine.locator(".editor button.primary").click();
			assertThat(mine.locator(".summary")).containsText("sample answer");
			assertThat(mine.locator(".conflict")).hasCount(1);
			assertThat(mine.locator(".conflict ins").first()).containsText("burning");
			assertThat(mine.locator("#topics")).hasValue("work");
			assertThat(mine.locator("#difficulty")).hasValue("hard");
			var takeTheirs = mine.locator("[data-theirs]");
			takeTheirs.check();
			assertThat(mine.locator("#sampleAnswer")).hasValue("Keep the light burning.");
			takeTheirs.uncheck();
			assertThat(mine.locator("#sampleAnswer")).hasValue("Keep and clean the light.");
			Viewport.assertFine(mine, "conflict");
			mine.locator("#sampleAnswer").fill("Keep and clean the light, burning.");
			mine.locator(".editor button.primary").click();
			assertThat(mine.locator(".notice")).containsText("Saved as version 3");
			assertThat(mine.locator(".answer .prose")).hasText("Keep and clean the light, burning.");
		}
	}

	@Test
	void whatWasNotSavedIsKeptAndCanBeBroughtBack(Browser browser) {
		// To wait for what is kept, the test runs scripts that the pages forbid.
		try (var window = browser.newContext(new Browser.NewContextOptions().setBypassCSP(true))) {
			var page = signIn(window.newPage(), this.ada);
			var asked = new ArrayList<String>();
			page.onDialog((dialog) -> {
				asked.add(dialog.type());
				dialog.accept();
			});
			open(page, "/questions/" + this.id + "/edit");
			page.locator("#sampleAnswer").pressSequentially(" Typed long.");
			page.waitForFunction(drafts() + " === 1");
			open(page, "/questions/desk");
			assertThat(asked).containsExactly("beforeunload");
			open(page, "/questions/" + this.id + "/edit");
			assertThat(page.locator("#sampleAnswer")).hasValue("Keep the light.");
			page.locator(".kept-draft button.primary").click();
			assertThat(page.locator("#sampleAnswer")).hasValue(" Typed long.Keep the light.");
			page.locator(".editor button.primary").click();
			assertThat(page.locator(".notice")).isVisible();
			page.waitForFunction(drafts() + " === 0");
			assertThat(asked).hasSize(1);
		}
	}

	@Test
	void savingInOneTabKeepsTheDraftsOfOthers(Browser browser) {
		try (var window = browser.newContext(new Browser.NewContextOptions().setBypassCSP(true))) {
			var one = signIn(window.newPage(), this.ada);
			open(one, "/questions/" + this.id + "/edit");
			// A tab that is opened by a script has the storage of the first, as a
			// duplicate.
			var duplicate = window.waitForPage(() -> one.evaluate("void open(location.href)"));
			var other = window.newPage();
			open(other, "/questions/" + this.id + "/edit");
			List.of(one, duplicate, other).forEach((page) -> page.onDialog(Dialog::accept));
			other.locator("#probes").fill("Typed in another tab?");
			other.waitForFunction(drafts() + " === 1");
			duplicate.locator("#keyPoints").fill("typed in a duplicate");
			duplicate.waitForFunction(drafts() + " === 2");
			one.locator("#sampleAnswer").fill("Typed and saved.");
			one.locator(".editor button.primary").click();
			assertThat(one.locator(".notice")).isVisible();
			one.waitForFunction(drafts() + " === 2");
			other.close();
			duplicate.close();
			open(one, "/questions/" + this.id + "/edit");
			one.locator(".kept-draft button.primary").click();
			assertThat(one.locator("#keyPoints")).hasValue("typed in a duplicate");
			one.locator(".editor button.primary").click();
			assertThat(one.locator(".notice")).containsText("Saved as version 3");
			open(one, "/questions/" + this.id + "/edit");
			one.locator(".kept-draft button.primary").click();
			assertThat(one.locator("#probes")).hasValue("Typed in another tab?");
			assertThat(one.locator("#sampleAnswer")).hasValue("Keep the light.");
			one.locator(".editor button.primary").click();
			assertThat(one.locator(".notice")).containsText("merged with changes that others made to");
			assertThat(one.locator(".answer .prose")).hasText("Typed and saved.");
			one.waitForFunction(drafts() + " === 0");
		}
	}

	@Test
	void offersNoDraftThatIsOpenInAnotherTab(Browser browser) {
		try (var window = browser.newContext(new Browser.NewContextOptions().setBypassCSP(true))) {
			var one = signIn(window.newPage(), this.ada);
			open(one, "/questions/new");
			one.locator("#prompt").fill("What is typed in the first tab?");
			one.waitForFunction("Object.keys(localStorage).length === 1");
			var other = window.newPage();
			open(other, "/questions/new");
			other.locator("#prompt").fill("What is typed in the second tab?");
			other.waitForFunction("Object.keys(localStorage).length === 2");
			assertThat(other.locator(".kept-draft")).hasCount(0);
			one.onDialog(Dialog::accept);
			one.close();
			other.onDialog(Dialog::accept);
			other.reload();
			other.locator(".kept-draft button.primary").click();
			assertThat(other.locator("#prompt")).hasValue("What is typed in the second tab?");
		}
	}

	@Test
	void showsTheAnswerAsItWillLookAndQuestionsMuchTheSame(Browser browser) {
		try (var window = browser.newContext()) {
			var page = signIn(window.newPage(), this.ada);
			page.onDialog(Dialog::accept);
			open(page, "/questions/new");
			page.locator("#sampleAnswer").fill("Some **bold** words");
			page.locator("[data-preview]").click();
			assertThat(page.locator("#preview strong")).hasText("bold");
			page.locator("#sampleAnswer").fill("Some *other* words");
			assertThat(page.locator("#preview em")).hasText("other");
			page.locator("#prompt").fill("What does the keeper of a lighthouse do?");
			assertThat(page.locator("#similar-questions a").first()).containsText("lighthouse keeper");
		}
	}

	@Test
	void worksWithoutScripts(Browser browser) {
		try (var window = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
			var page = signIn(window.newPage(), this.ada);
			open(page, "/questions/" + this.id + "/edit");
			page.locator("#sampleAnswer").fill("Some **bold** words");
			var preview = window.waitForPage(() -> page.locator("[data-preview]").click());
			assertThat(preview.locator(".prose strong")).hasText("bold");
			page.locator(".editor button.primary").click();
			assertThat(page.locator(".notice")).containsText("Saved as version 2");
		}
	}

	@Test
	void everyPageIsFineInEveryLook(Browser browser) {
		var twin = this.world.add(World.question("What does a lighthouse keeper do", "Keep the light."));
		try (var window = browser.newContext(Viewport.still())) {
			var page = signIn(window.newPage(), this.ada);
			var complaints = new ArrayList<String>();
			page.onConsoleMessage((message) -> complaints.add(message.text()));
			page.onPageError(complaints::add);
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
			assertThat(complaints).filteredOn((complaint) -> !complaint.contains("status of 4")).isEmpty();
		}
	}

	/** A script that counts the drafts of the question that the browser keeps. */
	private String drafts() {
		return "Object.keys(localStorage).filter((key) => key.startsWith('draft: " + this.ada.id() + " question "
				+ this.id + " ')).length";
	}

	private Page signIn(Page page, TestAccount person) {
		open(page, "/sign-in");
		page.locator("#email").fill(person.email());
		page.locator("#password").fill(person.password());
		page.locator("main form[method=post] .actions button").first().click();
		assertThat(page.locator("form[action='/sign-out']")).isVisible();
		return page;
	}

	private void open(Page page, String address) {
		page.navigate("http://localhost:" + this.port + address);
	}

	private static void look(Page page, String where) {
		// A page that says how far it has come loads itself again until it is done.
		assertThat(page.locator("progress, :text('Reading questions')")).hasCount(0,
				new HasCountOptions().setTimeout(60_000));
		Viewport.assertFine(page, where);
	}

}
