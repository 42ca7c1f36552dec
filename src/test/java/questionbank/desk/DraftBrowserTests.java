package questionbank.desk;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Unsaved drafts in the local storage of a browser. */
class DraftBrowserTests extends EditingBrowserFixture {

	@Test
	void restoresAnUnsavedDraft(Browser browser) {
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

	/** Returns a script that counts the stored drafts of the question. */
	private String drafts() {
		return "Object.keys(localStorage).filter((key) => key.startsWith('draft: " + this.ada.id() + " question "
				+ this.id + " ')).length";
	}

}
