package questionbank.desk;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.PageTest;
import questionbank.TestAccount;
import questionbank.TestAccounts;
import questionbank.World;
import questionbank.account.Role;
import questionbank.web.BrowserWindow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** An administrator with a browser, and a question to edit. */
@PageTest
@Tag("browser")
@ExtendWith(BrowserWindow.class)
abstract class EditingBrowserFixture {

	@LocalServerPort
	private int port;

	@Autowired
	TestAccounts accounts;

	@Autowired
	World world;

	TestAccount ada;

	long id;

	@BeforeEach
	void addAnAdministratorAndAQuestion() {
		this.ada = this.accounts.add(Role.ADMINISTRATOR);
		this.id = this.world.add(World.question("What does a lighthouse keeper do?", "Keep the light."));
	}

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
