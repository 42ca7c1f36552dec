package questionbank.desk;

import com.microsoft.playwright.Page;

import questionbank.TestAccount;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Opens pages in a browser, as a signed-in administrator. */
record AdministratorBrowser(int port) {

	Page signIn(Page page, TestAccount account) {
		open(page, "/sign-in");
		page.locator("#email").fill(account.email());
		page.locator("#password").fill(account.password());
		page.locator("main form[method=post] .actions button").first().click();
		assertThat(page.locator("form[action='/sign-out']")).isVisible();
		return page;
	}

	void open(Page page, String address) {
		page.navigate("http://localhost:" + this.port + address);
	}

}
