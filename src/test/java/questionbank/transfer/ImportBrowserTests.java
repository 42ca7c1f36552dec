package questionbank.transfer;

import java.nio.charset.StandardCharsets;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.PageTest;
import questionbank.TestAccounts;
import questionbank.account.Role;
import questionbank.question.Words;
import questionbank.web.BrowserWindow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Imports in a browser, with and without scripts. */
@PageTest
@Tag("browser")
@ExtendWith(BrowserWindow.class)
class ImportBrowserTests {

	@LocalServerPort
	private int port;

	@Autowired
	private TestAccounts accounts;

	private final String word = Words.unheard();

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void pastesFixesARowAppliesAndUndoes(boolean scripts, Browser browser) {
		try (var window = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(scripts))) {
			var page = signIn(window.newPage());
			page.locator("#text")
				.fill("id,question,difficulty,answer\n%1$s,What is a %1$s?,gigantic,A thing.\n".formatted(this.word));
			if (scripts) {
				assertThat(page.locator(".live .kind")).hasText("Error");
			}
			page.locator("main form button.primary").click();
			assertThat(page.locator("#row-1 .kind")).hasText("Error");
			page.locator("#difficulty-1").selectOption("hard");
			page.locator(".apply-bar button").first().click();
			assertThat(page.locator("#row-1 .kind")).hasText("New");
			page.locator(".apply-bar button.primary").click();
			assertThat(page.locator(".notice").first()).containsText("Applied: 1 new question and 0 changes.");
			page.locator("form[action$='/undo'] button").click();
			assertThat(page.locator(".notice").first()).containsText("The import is undone in 1 question.");
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void uploadsAFile(boolean scripts, Browser browser) {
		try (var window = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(scripts))) {
			var page = signIn(window.newPage());
			page.locator("#file")
				.setInputFiles(new FilePayload("häufige fragen.json", "application/json",
						"[{\"prompt\": \"What is a %s?\", \"difficulty\": \"easy\"}]".formatted(this.word)
							.getBytes(StandardCharsets.UTF_8)));
			page.locator("main form button.primary").click();
			assertThat(page.locator("h1")).hasText("Import of häufige fragen.json");
			assertThat(page.locator("#row-1 h2 bdi")).hasText("What is a " + this.word + "?");
		}
	}

	private Page signIn(Page page) {
		var ada = this.accounts.add(Role.ADMINISTRATOR);
		page.navigate("http://localhost:" + this.port + "/sign-in?to=/import");
		page.locator("#email").fill(ada.email());
		page.locator("#password").fill(ada.password());
		page.locator("main form[method=post] .actions button").first().click();
		assertThat(page.locator("form[action='/sign-out']")).isVisible();
		page.navigate("http://localhost:" + this.port + "/import");
		return page;
	}

}
