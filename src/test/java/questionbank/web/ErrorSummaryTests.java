package questionbank.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.HtmlPage;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccounts;
import questionbank.Visitor;
import questionbank.account.Role;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A form with errors starts with a summary that has the focus. */
@PageTest
class ErrorSummaryTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	/** A form that is bound to an object and posts it. */
	private static final Pattern BOUND = Pattern.compile("<form\\b[^>]*method=\"post\"[^>]*th:object");

	@Autowired
	private Pages pages;

	@Autowired
	private TestAccounts accounts;

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/sign-in                    | form[action='/sign-in']                | email      | x
			/sign-up                    | main > form                            | email      | x
			/account                    | form[action='/account/name']           | name       | ''
			/account                    | form[action='/account/password']       | present    | wrong
			/account                    | form[action='/account/removal']        | confirmation | wrong
			/people                     | form[action='/people/invitations']     | email      | x
			/people/1                   | form[action='/people/1']               | role       | king
			/questions/new              | form.editor                            | prompt     | ''
			/questions/1/edit           | form.editor                            | prompt     | ''
			/questions/topics           | form[action$=renamings]                | to         | ''
			/kits/new                   | form[action='/kits']                   | title      | ''
			/interviews/new             | form[action='/interviews']             | candidate  | ''
			/practice                   | form[action='/practice/plan']          | date       | x
			/practice/sessions          | form:has(input[value=free])            | difficulty | hardest
			/practice/sessions          | form:has(input[value=mock])            | minutes    | x
			/questions/bulk?id=1        | form.editor                            | find       | ''
			""")
	void hasTheFocusOnceAFormIsRefused(String address, String form, String field, String wrong) {
		var visitor = this.pages.visitor();
		var account = this.accounts.add(Role.ADMINISTRATOR);
		if (!address.startsWith("/sign")) {
			visitor.signIn(account);
		}
		var own = address.replace("/people/1", "/people/" + account.id());
		assertHasSummary(visitor.send(visitor.open(own), form.replace("/people/1", own), field, wrong));
	}

	/** The summary names each error of the filters, and links to the field. */
	@ParameterizedTest
	@CsvSource({ "/questions?difficulty=hardest, difficulty", "/questions?topic=nothing, topic",
			"/questions?audience=x, audience", "/questions?sort=x, sort", "/questions?page=0, page",
			"/questions?page=99, page", "/questions?practised=often, practised", "/questions?starred=x, starred",
			"/questions/random?difficulty=x, difficulty", "/questions/desk?status=x, status",
			"/questions/desk?audience=x, audience", "/questions/desk?difficulty=x, difficulty",
			"/questions/desk?topic=nothing, topic", "/questions/desk?without=x, without",
			"/questions/desk?changedSince=x, changedSince", "/questions/desk?by=x, by", "/questions/desk?page=0, page",
			"/kits/composition?minutes=x, minutes" })
	void hasTheFocusOnceAFilterIsRefused(String address, String field) {
		var page = this.pages.open(address, Role.ADMINISTRATOR);
		assertHasSummary(page);
		assertThat(page.links(".summary a")).containsExactly("#" + field);
		assertThat(page.html().getElementById(field)).isNotNull();
	}

	@Test
	void isOneForTheFiltersOfBothKindsAtTheDesk() {
		var page = this.pages.open("/questions/desk?difficulty=x&status=x&page=0", Role.ADMINISTRATOR);
		assertHasSummary(page);
		assertThat(page.links(".summary a")).containsExactlyInAnyOrder("#difficulty", "#page", "#status");
	}

	@Test
	void hasTheFocusOnceASelectionForPracticeIsRefused() {
		assertHasSummary(this.pages.open("/practice/sessions?difficulty=hardest"));
	}

	@Test
	void hasTheFocusOnceNoGradeIsChosen() {
		var visitor = this.pages.visitor();
		var asked = visitor.arrive(visitor.send(visitor.open("/practice"), "form[action$=sessions]"));
		var grading = visitor.arrive(visitor.send(asked, "form.answering", "answer", "Mine"));
		assertHasSummary(visitor.send(grading, "form.grading", "grade", ""));
	}

	@Test
	void hasTheFocusOnceANoteWasChangedInAnotherWindow() {
		var visitor = this.pages.visitor();
		var note = visitor.open("/bookmarks/7");
		visitor.send(note, "form.note", "note", "First");
		assertHasSummary(visitor.send(note, "form.note", "note", "Second"));
		assertHasSummary(visitor.send(visitor.open("/bookmarks/7"), "form.note", "note", "a".repeat(5001)));
	}

	@Test
	void hasTheFocusOnceAReasonOrAConfirmationIsMissing() {
		var visitor = this.pages.visitor();
		visitor.signIn(this.accounts.add(Role.CANDIDATE));
		startSession(visitor);
		assertHasSummary(visitor.send(visitor.open("/practice/progress"), "form[action$=removal]"));
	}

	private static void startSession(Visitor visitor) {
		visitor.arrive(visitor.send(visitor.open("/practice"), "form[action$=sessions]"));
	}

	private static void assertHasSummary(HtmlPage page) {
		assertThat(page.status()).isBetween(400, 422);
		var focused = page.html().select("[autofocus]");
		assertThat(focused).as(page.html().body().html()).hasSize(1);
		assertThat(focused.attr("class")).isEqualTo("summary");
		assertThat(focused.attr("tabindex")).isEqualTo("-1");
		assertThat(focused.text()).isNotEmpty();
	}

	/** Holds for the forms that the table above lacks, too. */
	@Test
	void isPartOfEveryTemplateWithABoundForm() {
		assertThat(templates()).isNotEmpty().allSatisfy((file) -> {
			var template = Files.readString(file);
			if (BOUND.matcher(template).find()) {
				assertThat(template).containsAnyOf("web/input :: mistakes", "web/input :: problems");
			}
		});
	}

	@Test
	void isTheOnlyPlaceOfAlertsInForms() {
		assertThat(templates()).filteredOn((file) -> !file.endsWith("web/input.html") && !file.endsWith("sign-in.html"))
			.allSatisfy(
					(file) -> assertThat(Files.readString(file)).doesNotContain("class=\"mistake\" role=\"alert\""));
	}

	@Test
	@Tag("browser")
	@ExtendWith(BrowserWindow.class)
	void hasTheFocusInABrowser(Browser browser) {
		try (var window = browser.newContext(Viewport.still())) {
			var page = window.newPage();
			for (var address : List.of("/sign-in", "/sign-up")) {
				page.navigate("http://localhost:" + this.port + address);
				page.locator("main form .actions button").first().click();
				assertThat(page.locator(".summary")).isFocused();
			}
		}
	}

	@Test
	@Tag("browser")
	@ExtendWith(BrowserWindow.class)
	void hasTheFocusOnceAFilterIsRefusedInABrowser(Browser browser) {
		try (var window = browser.newContext(Viewport.still())) {
			var page = window.newPage();
			page.navigate("http://localhost:" + this.port + "/questions?difficulty=hardest");
			assertThat(page.locator(".summary")).isFocused();
			page.locator("#difficulty-hard").click();
			assertThat(page.locator(".entry").first()).isVisible();
			assertThat(page.locator(".summary")).hasCount(0);
		}
	}

	/** The note is part of a page that a script completes. */
	@Test
	@Tag("browser")
	@ExtendWith(BrowserWindow.class)
	void hasTheFocusOnceANoteIsRefusedInABrowser(Browser browser) {
		try (var window = browser.newContext(Viewport.still())) {
			var page = window.newPage();
			page.navigate("http://localhost:" + this.port + "/questions/7");
			page.locator("a[data-star]").click();
			page.locator(".own-question summary").last().click();
			var other = window.newPage();
			other.navigate("http://localhost:" + this.port + "/bookmarks/7");
			other.locator(".own-question summary").last().click();
			other.locator("#note").fill("First");
			other.locator(".note button").click();
			assertThat(other.locator(".own-question .notice")).hasText("Your note is saved.");
			page.locator("#note").fill("Second");
			page.locator(".note button").click();
			assertThat(page.locator(".own-question .summary")).isFocused();
			assertThat(page.locator("#note")).hasValue("Second");
		}
	}

	private static List<Path> templates() {
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			return files.filter((file) -> file.toString().endsWith(".html")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
