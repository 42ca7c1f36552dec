package questionbank.web;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.PageTest;
import questionbank.TestAccounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Double clicks in a browser, which cancels the first request and discards its response.
 */
@PageTest
@Tag("browser")
@ExtendWith(BrowserWindow.class)
class DoubleSubmissionBrowserTests {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient database;

	@Test
	void aDoubleClickOnSignUpEndsSignedIn(Browser browser) {
		try (var window = browser.newContext()) {
			var page = window.newPage();
			page.navigate("http://localhost:" + this.port + "/sign-up");
			page.locator("#email").fill("double.click@example.org");
			page.locator("#name").fill("Double Click");
			page.locator("#password").fill(TestAccounts.PASSWORD);
			page.locator("main > form button.primary").dblclick();
			assertThat(page.locator(".masthead .own")).hasText("Double Click");
			assertThat(this.database.sql("select count(*) from person where email = 'double.click@example.org'")
				.query(Long.class)
				.single()).isOne();
		}
	}

}
