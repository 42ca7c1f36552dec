package questionbank.desk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import org.junit.jupiter.api.Test;

import questionbank.World;
import questionbank.account.Role;
import questionbank.question.Difficulty;
import questionbank.web.Viewport;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Editing in a browser. */
class EditingBrowserTests extends EditingBrowserFixture {

	@Test
	void mergesConcurrentEditsWithoutLoss(Browser browser) {
		try (var one = browser.newContext(Viewport.still()); var other = browser.newContext()) {
			var grace = this.accounts.add(Role.ADMINISTRATOR);
			var mine = signIn(one.newPage(), this.ada);
			var theirs = signIn(other.newPage(), grace);
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
	void previewsTheAnswerAndShowsSimilarQuestions(Browser browser) {
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
	void suggestsTopicsAndReportsNewOnes(Browser browser) {
		this.world.add(World.question("What is an api?", Difficulty.EASY, "A contract.", "rest-apis"));
		try (var window = browser.newContext()) {
			var page = signIn(window.newPage(), this.ada);
			page.onDialog(Dialog::accept);
			open(page, "/questions/" + this.id + "/edit");
			page.locator("#topics").fill("security, rest");
			assertThat(page.locator("#topics-suggestions option")).hasAttribute("value", "security, rest apis");
			page.locator("#topics").fill("security, rest api");
			assertThat(page.locator("#topic-hint")).hasText("New topic: rest api. Did you mean rest apis?");
			page.locator("#topics").fill("security, rest apis");
			assertThat(page.locator("#topic-hint")).isEmpty();
		}
	}

	@Test
	void countsTheSelectionInABarThatStaysInView(Browser browser) {
		try (var window = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 500))) {
			var page = signIn(window.newPage(), this.ada);
			open(page, "/questions/desk");
			var boxes = page.locator("td.pick input[name=id]");
			boxes.nth(0).check();
			boxes.nth(1).check();
			assertThat(page.locator(".selection-bar")).containsText("2 selected: Change …");
			page.evaluate("scrollTo(0, 0)");
			assertThat(page.locator(".selection-bar")).isInViewport();
			page.locator("[data-select-all]").check();
			assertThat(page.locator("[data-selected]")).hasText(boxes.count() + " selected:");
			page.locator("[data-select-all]").uncheck();
			assertThat(page.locator("[data-selected]")).hasText("None selected");
			boxes.nth(2).check();
			page.locator("[data-change]").click();
			assertThat(page.locator("h1")).hasText("Change 1 question");
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

}
