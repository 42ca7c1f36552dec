package questionbank.question;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
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
		this.page.setViewportSize(1280, 720);
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
	void updatesChipsAndHeadingWhileFiltering() {
		this.page.navigate("/questions");
		this.page.setViewportSize(1280, 800);
		this.page.locator(".facets").getByLabel("security").check();
		var chips = this.page.locator(".chip");
		assertThat(chips).hasCount(1);
		assertThat(this.page.locator("h1")).hasText("Questions about security");
		assertThat(this.page).hasTitle("Questions about security – Question Bank");
		this.page.locator(".facets").getByLabel("hard").check();
		assertThat(chips).hasCount(2);
		assertThat(this.page.locator("h1")).hasText("Questions");
		this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Remove the filter security")).click();
		assertThat(this.page).hasURL(Pattern.compile("/questions\\?difficulty=hard$"));
		assertThat(this.page.locator(".entry")).hasCount(2);
		this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Clear all")).click();
		assertThat(this.page).hasURL(Pattern.compile("/questions$"));
		assertThat(chips).hasCount(0);
	}

	@Test
	void showsTenQuestionsOnALaptopWithTheFacetsBesideThem() {
		this.page.setViewportSize(1280, 800);
		this.page.navigate("/questions");
		var facets = this.page.locator("#facets").boundingBox();
		var results = this.page.locator("#results").boundingBox();
		assertThat(facets.x + facets.width).isLessThanOrEqualTo(results.x);
		assertThat(facets.y).isLessThan(results.y + 50);
		assertThat(this.page.locator("#by-topic")).isVisible();
		var last = this.page.locator(".entry h2").nth(9).boundingBox();
		assertThat(last.y + last.height).isLessThanOrEqualTo(800);
		this.page.setViewportSize(820, 800);
		assertThat(this.page.locator("#facets").boundingBox().y)
			.isLessThan(this.page.locator("#results").boundingBox().y);
	}

	@Test
	void remembersTheCompactViewInTheBrowserAlone(Browser browser) {
		try (var own = browser.newContext(options())) {
			var reader = own.newPage();
			reader.navigate("/questions");
			var compact = reader.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Compact"));
			assertThat(compact).hasAttribute("aria-pressed", "false");
			var before = reader.locator(".entries").boundingBox().height;
			compact.click();
			assertThat(compact).hasAttribute("aria-pressed", "true");
			assertThat(reader.locator(".entries").boundingBox().height).isLessThan(before);
			// Before the first paint: while the page is parsed, the root has the
			// attribute already.
			reader.addInitScript("new MutationObserver((all, observer) => { if (document.body) {"
					+ "window.atBody = document.documentElement.dataset.view; observer.disconnect(); } })"
					+ ".observe(document, { childList: true, subtree: true })");
			reader.navigate("/questions?difficulty=medium");
			assertThat(reader.evaluate("window.atBody")).isEqualTo("compact");
			assertThat(compact).hasAttribute("aria-pressed", "true");
			compact.click();
			reader.reload();
			assertThat(compact).hasAttribute("aria-pressed", "false");
			assertThat(own.cookies()).isEmpty();
			assertThat(reader.evaluate("localStorage.length")).isEqualTo(0);
		}
	}

	@Test
	void switchesBetweenLightDarkAndTheSystem(Browser browser) {
		try (var own = browser.newContext(options().setColorScheme(ColorScheme.LIGHT))) {
			var reader = own.newPage();
			reader.navigate("/");
			var body = reader.locator("body");
			var light = "rgb(251, 250, 247)";
			var dark = "rgb(20, 23, 26)";
			assertThat(body).hasCSS("background-color", light);
			reader.getByLabel("Theme").selectOption("dark");
			assertThat(body).hasCSS("background-color", dark);
			reader.navigate("/questions/7");
			assertThat(body).hasCSS("background-color", dark);
			assertThat(reader.getByLabel("Theme")).hasValue("dark");
			reader.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
			assertThat(body).hasCSS("background-color", "rgb(255, 255, 255)");
			reader.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setColorScheme(ColorScheme.DARK));
			reader.getByLabel("Theme").selectOption("light");
			assertThat(body).hasCSS("background-color", light);
			reader.getByLabel("Theme").selectOption("");
			assertThat(body).hasCSS("background-color", dark);
			assertThat(own.cookies()).isEmpty();
			assertThat(reader.evaluate("localStorage.length")).isEqualTo(0);
		}
	}

	@Test
	void copiesTheLinkOfAQuestionAndPrintsIt(Browser browser) {
		var permissions = options().setPermissions(List.of("clipboard-read", "clipboard-write"));
		try (var own = browser.newContext(permissions)) {
			var reader = own.newPage();
			reader.addInitScript("window.print = () => document.title = 'printed'");
			reader.navigate("/questions/7?difficulty=hard");
			reader.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy link")).click();
			assertThat(reader.locator(".share-tools [role=status]")).hasText("Copied");
			assertThat(reader.evaluate("navigator.clipboard.readText()"))
				.isEqualTo("http://localhost:" + this.port + "/questions/7");
			reader.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Print")).click();
			assertThat(reader).hasTitle("printed");
		}
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
	void helpsWithTheShortcutsThatWorkOnThePage() {
		assertShortcuts("/", "/", "?");
		assertShortcuts("/questions", "/", "j", "k", "Enter", "?");
		assertShortcuts("/questions/7", "/", "j", "k", "Enter", "?");
	}

	private void assertShortcuts(String address, String... keys) {
		this.page.navigate(address);
		this.page.keyboard().press("?");
		assertThat(this.page.locator("#keys dt:visible")).hasText(keys);
		this.page.keyboard().press("Escape");
	}

	@Test
	void showsNoTopicsWhereNothingIsFound() {
		this.page.setViewportSize(1280, 800);
		this.page.navigate("/questions");
		this.page.locator("#q").fill("xqzwv");
		assertThat(this.page.locator(".no-results")).isVisible();
		assertThat(this.page.locator("#topic")).hasCount(0);
		this.page.locator("#q").fill("");
		assertThat(this.page.locator(".entry")).hasCount(10);
		assertThat(this.page.locator("#by-topic")).isVisible();
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
