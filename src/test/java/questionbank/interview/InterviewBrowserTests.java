package questionbank.interview;

import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.PageTest;
import questionbank.TestAccount;
import questionbank.web.BrowserWindow;
import questionbank.web.Viewport;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Scoring in a browser. */
@PageTest
@Tag("browser")
@ExtendWith(BrowserWindow.class)
class InterviewBrowserTests extends InterviewFixture {

	@LocalServerPort
	private int port;

	@Test
	void savesWhatIsTypedAndKeepsItThroughALostConnectionAndAReload(Browser browser) {
		try (var context = browser.newContext(Viewport.still())) {
			var page = signIn(context, this.ownerAccount);
			open(page, create() + "/scorecard");
			page.locator("#notes-1").fill("First");
			assertThat(page.locator("[data-status]")).hasText("Saved");
			assertThat(page.locator("[name=version]")).not().hasValue("0");
			context.setOffline(true);
			page.locator("#notes-2").fill("Offline");
			page.locator("[name=rating-1][value='3']").check();
			assertThat(page.locator("[data-status]"))
				.hasText("Not yet saved, 2 changes: you are offline, and they are kept in this browser");
			page.locator("form.scoring button.primary").click();
			assertThat(page.locator("[data-status]")).containsText("nothing is submitted: you are offline");
			context.setOffline(false);
			assertThat(page.locator("[data-status]")).hasText("Saved");
			page.route("**/scorecard", (route) -> {
				if (route.request().method().equals("POST")) {
					route.abort();
				}
				else {
					route.resume();
				}
			});
			page.locator("#notes-3").fill("Before the reload");
			assertThat(page.locator("[data-status]")).hasText("Not yet saved, 1 change");
			page.reload();
			assertThat(page.locator("#notes-3")).hasValue("Before the reload");
			assertThat(page.locator("[data-status]")).hasText("Not yet saved, 1 change");
			page.unroute("**/scorecard");
			page.reload();
			assertThat(page.locator("#notes-3")).hasValue("Before the reload");
			assertThat(page.locator("[data-status]")).hasText("Saved");
			try (var fresh = browser.newContext()) {
				var elsewhere = signIn(fresh, this.ownerAccount);
				elsewhere.navigate(page.url());
				assertThat(elsewhere.locator("#notes-2")).hasValue("Offline");
				assertThat(elsewhere.locator("#notes-3")).hasValue("Before the reload");
				assertThat(elsewhere.locator("[name=rating-1][value='3']")).isChecked();
			}
		}
	}

	@Test
	void savesLongNotesAndSubmitsThem(Browser browser) {
		var notes = "Ж".repeat(5000);
		try (var context = browser.newContext(Viewport.still())) {
			var page = signIn(context, this.ownerAccount);
			var interview = create();
			open(page, interview + "/scorecard");
			context.setOffline(true);
			for (var field : List.of("#notes-1", "#notes-2", "#notes-3", "#reason")) {
				page.locator(field).fill(notes);
			}
			assertThat(page.locator("[data-status]"))
				.hasText("Not yet saved, 4 changes: you are offline, and they are kept in this browser");
			context.setOffline(false);
			assertThat(page.locator("[data-status]")).hasText("Saved");
			page.locator("#notes-1").fill("Short");
			var submission = page.waitForRequest("**/submission",
					() -> page.locator("form.scoring button.primary").click());
			assertThat(submission.postData()).doesNotContain("notes-1", "reason");
			assertThat(page.locator(".missing li")).hasCount(4);
			open(page, interview + "/scorecard");
			assertThat(page.locator("#notes-1")).hasValue("Short");
			assertThat(page.locator("#notes-3")).hasValue(notes);
			assertThat(page.locator("#reason")).hasValue(notes);
		}
	}

	@Test
	void theStatusDoesNotCoverWhatHasTheFocus(Browser browser) {
		try (var context = browser.newContext(Viewport.still())) {
			var page = signIn(context, this.ownerAccount);
			page.setViewportSize(1280, 600);
			open(page, create() + "/scorecard");
			assertThat(page.evaluate("""
					() => {
						scrollTo(0, document.body.scrollHeight);
						const rating = document.querySelector("[name=rating-2]");
						rating.focus();
						return rating.getBoundingClientRect().top
							- document.querySelector(".status").getBoundingClientRect().bottom;
					}""")).satisfies((gap) -> assertThat(((Number) gap).doubleValue()).isPositive());
		}
	}

	@Test
	void sendsWhatWasTypedLastWhenThePageIsLeft(Browser browser) {
		try (var context = browser.newContext(Viewport.still())) {
			var page = signIn(context, this.ownerAccount);
			var interview = create();
			open(page, interview + "/scorecard");
			page.evaluate("""
					() => {
						const notes = document.getElementById("notes-2");
						notes.value = "Last";
						notes.dispatchEvent(new Event("input", { bubbles: true }));
						location.assign("/interviews");
					}""");
			page.waitForURL("**/interviews");
			page.waitForCondition(
					() -> fields(this.owner.open(interview + "/scorecard")).get("notes-2").equals("Last"));
		}
	}

	@Test
	void mergesTwoWindowsAndShowsAConflictAtItsField(Browser browser) {
		try (var context = browser.newContext(Viewport.still()); var other = browser.newContext()) {
			var address = create() + "/scorecard";
			var one = signIn(context, this.ownerAccount);
			var two = signIn(other, this.ownerAccount);
			open(one, address);
			open(two, address);
			one.locator("#notes-1").fill("From one");
			assertThat(one.locator("[name=version]")).hasValue("1");
			two.locator("#notes-2").fill("From two");
			assertThat(two.locator("#notes-1")).hasValue("From one");
			one.locator("#notes-2").fill("Also from one");
			assertThat(one.locator("[data-conflict=notes-2] .typed-lines")).hasText("From two");
			one.locator("form.scoring button.primary").click();
			assertThat(one.locator("[data-status]")).containsText("Not saved: choose a text");
			assertThat(one.locator("[data-conflict=notes-2]")).isFocused();
			assertThat(fields(this.owner.open(address))).containsEntry("notes-2", "From two");
			one.locator("[data-conflict=notes-2] button").first().click();
			assertThat(one.locator("[data-status]")).hasText("Saved");
			two.reload();
			assertThat(two.locator("#notes-2")).hasValue("Also from one");
		}
	}

	/**
	 * The page of a conflict, as it comes without scripts, saves neither text by itself.
	 */
	@Test
	void asksForAChoiceOnAPageThatCameWithAConflict(Browser browser) {
		try (var context = browser.newContext(Viewport.still())) {
			var page = signIn(context, this.ownerAccount);
			var scorecard = create("Kim", this.ownerAccount.email()) + "/scorecard";
			page.route("**/js/scorecard*", (route) -> route.abort());
			open(page, scorecard);
			save(this.owner, this.owner.open(scorecard), "notes-1", "Theirs");
			page.unroute("**/js/scorecard*");
			page.locator("#notes-1").fill("Mine");
			page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
			page.locator("#notes-2").fill("Other");
			assertThat(page.locator("[data-conflict=notes-1]")).containsText("Theirs");
			page.locator("form.scoring button.primary").click();
			assertThat(page.locator("[data-status]")).containsText("choose a text");
			page.getByText("Keep mine").waitFor();
			assertThat(fields(this.owner.open(scorecard))).containsEntry("notes-1", "Theirs");
			page.getByText("Keep mine").click();
			assertThat(page.locator("[data-status]")).hasText("Saved");
			assertThat(fields(this.owner.open(scorecard))).containsEntry("notes-1", "Mine")
				.containsEntry("notes-2", "Other");
		}
	}

	@Test
	void leadsByKeyboardFromPickedQuestionsToTheRecordOfThreeScorecards(Browser browser) {
		try (var one = browser.newContext(Viewport.still());
				var two = browser.newContext(Viewport.still());
				var three = browser.newContext(Viewport.still())) {
			var page = signIn(one, this.ownerAccount);
			makeKitOfSixQuestions(page);
			page.locator("text=Plan an interview").press("Enter");
			page.locator("#candidate").fill("Robin " + this.ownerAccount.email());
			page.locator("#date").fill(this.date.toString());
			page.locator("#panel")
				.fill(String.join("\n", this.ownerAccount.email(), this.otherAccount.email(), "guest@example.org"));
			page.locator("text=Create interview").press("Enter");
			page.locator("form[action$='/link'] button").press("Enter");
			var link = page.locator("code.link").textContent();
			page.locator("text=Open my scorecard").press("Enter");
			score(page, 6, "4");
			var other = signIn(two, this.otherAccount);
			open(other, "/interviews");
			other.locator("text=Open scorecard").press("Enter");
			score(other, 6, "2");
			var guest = three.newPage();
			guest.navigate(link);
			score(guest, 6, "3");
			open(page, "/interviews");
			page.locator(".entries-of-interviews a").first().press("Enter");
			assertThat(page.locator(".matrix thead th")).hasCount(6);
			assertThat(page.locator(".matrix tbody tr")).hasCount(6);
			assertThat(page.locator(".matrix tbody tr").first().locator("td"))
				.hasText(new String[] { "4", "2", "3", "3.0 (n = 3)", "2 ◆ disagreement" });
			page.locator("main a:text-is('Record')").press("Enter");
			assertThat(page.locator(".of-question")).hasCount(6);
			assertThat(page.locator(".of-question").first().locator("h3")).hasCount(3);
			var record = page.url();
			var json = one.request().get(record + ".json").text();
			assertThat(json).contains("\"candidate\":\"Robin ", "\"rating\":2", "\"Because of 3\"");
			assertThat(one.request().get(record + ".csv").text().lines()).hasSize(1 + 3 * 6);
		}
	}

	private void makeKitOfSixQuestions(Page page) {
		open(page, "/questions?sort=number");
		for (int question = 1; question <= 5; question++) {
			page.locator("#pick-" + question + " button").press("Enter");
			assertThat(page.locator("#pick-" + question + " button")).containsText("Remove from kit");
		}
		open(page, "/questions/9");
		page.locator(".pick button").press("Enter");
		page.locator("#basket").press("Enter");
		page.locator("text=Make a kit").first().press("Enter");
		page.locator("#title").fill("Six questions");
		page.locator("#role").fill("Integration engineer");
		page.locator("text=Save kit").press("Enter");
		assertThat(page.locator(".pinned > li")).hasCount(6);
	}

	/** Gives every question the same rating, and submits the scorecard. */
	private static void score(Page page, int questions, String rating) {
		for (int question = 1; question <= questions; question++) {
			page.locator("[name=rating-" + question + "][value='" + rating + "']").press("Space");
		}
		page.locator("[name=recommendation][value='" + rating + "']").press("Space");
		page.locator("#reason").fill("Because of " + rating);
		assertThat(page.locator("[data-status]")).hasText("Saved");
		page.locator("form.scoring button.primary").press("Enter");
		assertThat(page.locator("main > .notice").first()).hasText("Your scorecard is submitted and locked.");
	}

	@Test
	void isScoredByKeyboardAlone(Browser browser) {
		try (var context = browser.newContext(Viewport.still())) {
			var page = signIn(context, this.ownerAccount);
			open(page, create("Kim", this.ownerAccount.email()) + "/scorecard");
			page.locator("[data-clock-toggle]").press("Enter");
			assertThat(page.locator("[data-clock-toggle]")).hasText("Pause clock");
			page.locator("#question-1").focus();
			page.keyboard().press("3");
			page.keyboard().press("n");
			page.keyboard().press("0");
			page.keyboard().press("w");
			assertThat(page.locator("#notes-2")).isFocused();
			page.keyboard().type("12 not a rating");
			page.keyboard().press("Control+Enter");
			page.keyboard().press("4");
			assertThat(page.locator("[name=rating-1][value='3']")).isChecked();
			assertThat(page.locator("[name=rating-2][value='not-asked']")).isChecked();
			assertThat(page.locator("[name=rating-3][value='4']")).isChecked();
			page.keyboard().press("n");
			page.keyboard().press("1");
			assertThat(page.locator("[name=rating-3][value='4']")).isChecked();
			assertThat(page.locator("[name=recommendation][value='1']")).isChecked();
			page.locator("[name=recommendation][value='1']").focus();
			page.keyboard().press("2");
			page.keyboard().press("Tab");
			assertThat(page.locator("#reason")).isFocused();
			assertThat(page.locator("[name=recommendation][value='2']")).isChecked();
			assertThat(page.locator("[data-status]")).hasText("Saved");
			page.reload();
			assertThat(page.locator("[data-clock-toggle]")).hasText("Pause clock");
			page.locator("form.scoring button.primary").press("Enter");
			assertThat(page.locator(".notice")).hasText("Your scorecard is submitted and locked.");
			assertThat(page.locator(".matrix tbody td").first()).hasText("3");
		}
	}

	@Test
	void everyPageIsAccessible(Browser browser) {
		var interview = create("Kim", this.ownerAccount.email(), this.otherAccount.email(), "guest@example.org");
		var link = link(interview, "guest@example.org");
		this.kit = addKit(1, 2, 3);
		var second = create("Kim", this.ownerAccount.email(), this.otherAccount.email(), "guest@example.org");
		submitAll(this.owner, second + "/scorecard", "4");
		submitAll(this.other, second + "/scorecard", "2");
		try (var context = browser.newContext(Viewport.still())) {
			var page = signIn(context, this.ownerAccount);
			for (var address : List.of("/interviews", "/interviews/new", interview, interview + "/scorecard",
					interview + "/edit", interview + "/closing", "/interviews/comparison",
					"/interviews/comparison?kit=" + this.kit, second, second + "/scorecard", second + "/record")) {
				open(page, address);
				page.evaluate("document.querySelectorAll('details').forEach(closed => closed.open = true)");
				Viewport.assertFine(page, address);
			}
			assertThat(page.locator("[data-print]")).isVisible();
			open(page, interview + "/scorecard");
			page.locator("form.scoring button.primary").click();
			assertThat(page.locator(".missing li")).hasCount(4);
			Viewport.assertFine(page, "incomplete");
			open(page, "/interviews/new");
			page.locator("main form .primary").click();
			Viewport.assertFine(page, "refused");
			open(page, "/interviews/new?copy=" + id(second) + "&kit=" + this.kit);
			page.locator("main form .primary").click();
			assertThat(page.locator(".warning li")).hasCount(3);
			Viewport.assertFine(page, "asked before");
		}
		try (var context = browser.newContext(Viewport.still())) {
			var guest = context.newPage();
			open(guest, link);
			Viewport.assertFine(guest, "guest");
			open(guest, "/scorecards/" + "a".repeat(43));
			Viewport.assertFine(guest, "link");
		}
	}

	private Page signIn(BrowserContext context, TestAccount account) {
		var page = context.newPage();
		open(page, "/sign-in");
		page.locator("#email").fill(account.email());
		page.locator("#password").fill(account.password());
		page.locator("main form[method=post] .actions button").first().click();
		assertThat(page.locator("form[action='/sign-out']")).isVisible();
		return page;
	}

	private void open(Page page, String address) {
		page.navigate("http://localhost:" + this.port + address);
	}

}
