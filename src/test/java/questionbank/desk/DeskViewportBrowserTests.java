package questionbank.desk;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import org.junit.jupiter.api.Test;

import questionbank.World;
import questionbank.question.Difficulty;
import questionbank.web.Viewport;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The pages of the desk in every viewport. */
class DeskViewportBrowserTests extends EditingBrowserFixture {

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
					"/questions/topics", "/questions/duplicates", "/questions/changes")) {
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

	@Test
	void aLaptopShowsEightQuestionsOfTheDesk(Browser browser) {
		for (var number = 1; number <= 8; number++) {
			this.world.add(World.question(
					"How do you keep the lamp of lighthouse %d burning in a storm of three nights, ".formatted(number)
							+ "when the boat with the oil cannot land at the rock?",
					Difficulty.MEDIUM, "By hand.", "light-maintenance", "storm-preparation", "oil-supply",
					"keepers-of-the-light"));
		}
		try (var window = browser.newContext(Viewport.still())) {
			var page = signIn(window.newPage(), this.ada);
			page.setViewportSize(1280, 800);
			open(page, "/questions/desk?by=-number");
			assertThat(page.evaluate("""
					() => [...document.querySelectorAll('.desk tbody tr')].filter((row) =>
						row.getBoundingClientRect().bottom
							<= document.querySelector('.selection-bar').getBoundingClientRect().top + 1).length"""))
				.satisfies((rows) -> assertThat((Integer) rows).isGreaterThanOrEqualTo(8));
			assertThat(page.evaluate(
					"""
							() => { const box = document.querySelector('.desk .scroll'); return box.scrollWidth - box.clientWidth; }"""))
				.isEqualTo(0);
		}
	}

	@Test
	void aPhoneShowsTheFirstQuestionOfTheDeskWithoutScrolling(Browser browser) {
		try (var window = browser.newContext(Viewport.still())) {
			var page = signIn(window.newPage(), this.ada);
			page.setViewportSize(390, 844);
			open(page, "/questions/desk");
			assertThat(page.locator("tbody tr").first().locator(".prompt a")).isInViewport();
			assertThat(page.locator(".selection-bar")).not().isInViewport();
			page.locator("tbody input[type=checkbox]").first().check();
			assertThat(page.locator(".selection-bar")).isInViewport();
		}
	}

	@Test
	void theNavigationOfAdministratorsIsBesideTheName(Browser browser) {
		try (var window = browser.newContext(Viewport.still())) {
			var page = signIn(window.newPage(), this.ada);
			page.setViewportSize(1280, 800);
			open(page, "/");
			assertThat(rowsOfTheMasthead(page)).isEqualTo(1);
			page.setViewportSize(390, 844);
			assertThat(rowsOfTheMasthead(page)).isEqualTo(3);
		}
	}

	private static Object rowsOfTheMasthead(Page page) {
		return page.evaluate(
				"""
						() => new Set([...document.querySelectorAll('.masthead a, .masthead button')].map((one) => one.getBoundingClientRect())
							.map((box) => Math.round((box.top + box.bottom) / 2 / 10))).size""");
	}

	/** Of a list on one page: the count of a longer one takes a row more. */
	@Test
	void theToolsOfTheListTakeTwoRowsOnAPhone(Browser browser) {
		try (var window = browser.newContext(Viewport.still())) {
			var page = signIn(window.newPage(), this.ada);
			page.setViewportSize(390, 844);
			open(page, "/questions?q=overnight+order");
			assertThat(page.locator("[data-view-choice]")).isVisible();
			assertThat(page.locator(".list-fragments")).containsText("Export");
			assertThat(page.evaluate("""
					() => { const tops = [...document.querySelectorAll(
							'.tally > :not(.list-fragments), .list-fragments > *, .list-fragments .button')]
						.filter((tool) => tool.offsetHeight > 0)
						.map((tool) => tool.getBoundingClientRect()).map((box) => box.top + box.height / 2)
						.sort((one, other) => one - other);
						return tops.filter((top, at) => at === 0 || top - tops[at - 1] > 12).length; }"""))
				.isEqualTo(2);
		}
	}

	private static void look(Page page, String name) {
		// The page of near-duplicates reloads itself until the scan is done.
		assertThat(page.locator("progress, :text('Reading questions')")).hasCount(0,
				new HasCountOptions().setTimeout(60_000));
		Viewport.assertFine(page, name);
	}

}
