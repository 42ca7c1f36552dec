package questionbank.question;

import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.PageTest;
import questionbank.web.BrowserWindow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@Tag("browser")
@ExtendWith(BrowserWindow.class)
@TestInstance(Lifecycle.PER_CLASS)
class QuestionBrowserTests {

	private static final Pattern QUESTION_7 = Pattern.compile("/questions/7(\\?.*)?$");

	private BrowserContext visitor;

	private Page page;

	@LocalServerPort
	private int port;

	/**
	 * Opens one browser context for all tests: anonymous readers leave no state in it,
	 * and opening a context takes longer than a test.
	 */
	@BeforeAll
	void open(Browser browser) {
		this.visitor = browser.newContext(options());
		this.page = this.visitor.newPage();
	}

	@AfterEach
	void resetPage() {
		this.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
		this.page.mouse().move(0, 0);
	}

	@AfterAll
	void close() {
		this.visitor.close();
	}

	private Browser.NewContextOptions options() {
		return new Browser.NewContextOptions().setBaseURL("http://localhost:" + this.port);
	}

	@Test
	void searchesWhileTyping() {
		this.page.navigate("/questions");
		var search = this.page.getByRole(AriaRole.SEARCHBOX);
		search.pressSequentially("breaking changes");
		assertThat(this.page.locator(".entry")).hasCount(1);
		assertThat(this.page.getByRole(AriaRole.STATUS)).hasText("1 question");
		assertThat(this.page.locator(".entry mark").first()).isVisible();
		assertThat(search).isFocused();
		assertThat(this.page).hasURL(Pattern.compile("q=breaking(%20|\\+)changes"));
	}

	@Test
	void filtersByACheckbox() {
		this.page.navigate("/questions");
		this.page.getByLabel("hard").check();
		assertThat(this.page.locator(".entry")).hasCount(2);
		assertThat(this.page).hasURL(Pattern.compile("difficulty=hard"));
		assertThat(this.page.getByLabel("hard")).isFocused();
	}

	@Test
	void showsErrorsWhileTyping() {
		this.page.navigate("/questions");
		this.page.getByRole(AriaRole.SEARCHBOX).fill("x".repeat(201));
		assertThat(this.page.locator("#q-mistake")).containsText("at most 200 characters");
		this.page.getByRole(AriaRole.SEARCHBOX).fill("security");
		assertThat(this.page.locator("#q-mistake")).hasCount(0);
		assertThat(this.page.locator(".entry")).not().hasCount(0);
	}

	@Test
	void reportsALostConnectionAndUpdatesTheListLater() {
		this.page.navigate("/questions");
		var search = this.page.getByRole(AriaRole.SEARCHBOX);
		search.fill("security");
		assertThat(this.page.locator(".entry")).not().hasCount(10);
		try {
			this.visitor.setOffline(true);
			search.fill("breaking changes");
			assertThat(this.page.getByRole(AriaRole.STATUS))
				.hasText("You are offline. The list is not updated until you are back.");
		}
		finally {
			this.visitor.setOffline(false);
		}
		assertThat(this.page.getByRole(AriaRole.STATUS)).hasText("1 question");
		assertThat(this.page.locator(".entry")).hasCount(1);
	}

	@Test
	void reportsAConnectionLostBeforeTheFirstSearch() {
		this.page.navigate("/questions");
		try {
			this.visitor.setOffline(true);
			this.page.getByRole(AriaRole.SEARCHBOX).fill("breaking changes");
			assertThat(this.page.getByRole(AriaRole.STATUS)).containsText("You are offline.");
		}
		finally {
			this.visitor.setOffline(false);
		}
		assertThat(this.page.getByRole(AriaRole.STATUS)).hasText("1 question");
	}

	@Test
	void reportsAServerError() {
		this.page.navigate("/questions");
		this.page.getByLabel("hard").check();
		assertThat(this.page.locator(".entry")).hasCount(2);
		var search = Pattern.compile("/questions\\?");
		try {
			this.page.route(search, (route) -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
			this.page.getByLabel("medium").check();
			assertThat(this.page.getByRole(AriaRole.STATUS)).containsText("The list could not be updated.");
		}
		finally {
			this.page.unroute(search);
		}
		this.page.getByLabel("hard").uncheck();
		assertThat(this.page.getByRole(AriaRole.STATUS)).containsText("questions");
	}

	@Test
	void isOperableByKeyboard() {
		this.page.navigate("/");
		this.page.keyboard().press("/");
		assertThat(this.page.getByRole(AriaRole.SEARCHBOX)).isFocused();
		this.page.keyboard().type("breaking changes");
		this.page.keyboard().press("Enter");
		assertThat(this.page.locator(".entry")).hasCount(1);
		this.page.keyboard().press("Escape");
		this.page.locator("body").press("j");
		this.page.keyboard().press("Enter");
		assertThat(this.page).hasURL(QUESTION_7);
		assertThat(this.page.locator(".answer .prose")).isHidden();
		this.page.locator(".answer summary").focus();
		this.page.keyboard().press("Enter");
		assertThat(this.page.locator(".answer .prose")).isVisible();
	}

	@Test
	void navigatesTheListWithJAndK() {
		this.page.navigate("/questions?difficulty=hard");
		this.page.keyboard().press("j");
		this.page.keyboard().press("j");
		this.page.keyboard().press("k");
		this.page.keyboard().press("Enter");
		assertThat(this.page).hasURL(Pattern.compile("/questions/2\\?difficulty=hard$"));
		this.page.keyboard().press("j");
		assertThat(this.page).hasURL(Pattern.compile("/questions/7\\?difficulty=hard$"));
		this.page.keyboard().press("k");
		assertThat(this.page).hasURL(Pattern.compile("/questions/2\\?difficulty=hard$"));
	}

	@Test
	void showsAndHidesTheKeyboardShortcuts() {
		this.page.navigate("/questions/7");
		this.page.keyboard().press("?");
		assertThat(this.page.getByRole(AriaRole.DIALOG)).isVisible();
		this.page.keyboard().press("Escape");
		assertThat(this.page.getByRole(AriaRole.DIALOG)).isHidden();
	}

	@Test
	void ignoresShortcutsInTextFields() {
		this.page.navigate("/questions");
		this.page.getByRole(AriaRole.SEARCHBOX).pressSequentially("j?/k");
		assertThat(this.page.getByRole(AriaRole.SEARCHBOX)).hasValue("j?/k");
		assertThat(this.page.getByRole(AriaRole.DIALOG)).isHidden();
	}

	@Test
	void worksWithoutJavaScript(Browser browser) {
		try (var plain = browser.newContext(options().setJavaScriptEnabled(false))) {
			var reader = plain.newPage();
			reader.navigate("/questions");
			reader.getByRole(AriaRole.SEARCHBOX).fill("secured");
			reader.getByLabel("medium").check();
			reader.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search")).click();
			assertThat(reader.getByLabel("medium")).isChecked();
			assertThat(reader.getByRole(AriaRole.SEARCHBOX)).hasValue("secured");
			reader.locator(".entry h2 a").first().click();
			assertThat(reader).hasURL(Pattern.compile("/questions/6\\?"));
			assertThat(reader.locator(".answer .prose")).isHidden();
			reader.locator(".answer summary").click();
			assertThat(reader.locator(".answer .prose")).isVisible();
		}
	}

	@Test
	void printsAClosedAnswer() {
		this.page.navigate("/questions/7");
		this.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		assertThat(this.page.locator(".answer .prose")).isVisible();
		assertThat(this.page.locator(".masthead nav")).isHidden();
	}

	@Test
	void storesNothingAboutTheReader() {
		for (var address : new String[] { "/", "/questions?q=security", "/questions/random" }) {
			this.page.navigate(address);
		}
		assertThat(this.visitor.cookies()).isEmpty();
		assertThat(this.page.evaluate("localStorage.length")).isEqualTo(0);
	}

}
