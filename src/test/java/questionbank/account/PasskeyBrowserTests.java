package questionbank.account;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.PageTest;
import questionbank.TestAccount;
import questionbank.TestAccounts;
import questionbank.web.BrowserWindow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Passkeys in a real browser with a virtual authenticator. */
@PageTest
@Tag("browser")
@ExtendWith(BrowserWindow.class)
class PasskeyBrowserTests {

	private static final String DEVICE = """
			{"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": true,
			"hasUserVerification": true, "isUserVerified": true, "automaticPresenceSimulation": true}}""";

	@LocalServerPort
	private int port;

	@Autowired
	private TestAccounts accounts;

	@Test
	void registersAPasskeyAndSignsInWithIt(Browser browser) {
		var person = this.accounts.add(Role.CANDIDATE);
		try (var window = browser.newContext()) {
			var page = window.newPage();
			var device = addAuthenticator(page);
			signIn(page, person);
			page.locator("#label").fill("My phone");
			page.locator("#owner").fill("not it");
			page.locator("form[action='/account/passkeys'] button").click();
			assertThat(page.locator("form[action='/account/passkeys'] [role=alert]"))
				.hasText("This is not your password.");
			page.locator("#owner").fill(person.password());
			page.locator("form[action='/account/passkeys'] button").click();
			assertThat(page.locator(".passkeys strong")).hasText("My phone");
			page.locator("#owner").fill(person.password());
			page.locator("form[action='/account/passkeys'] button").click();
			assertThat(page.locator("form[action='/account/passkeys'] [role=alert]"))
				.hasText("This device already has a passkey for your account.");
			page.locator("form[action='/sign-out'] button").click();
			open(page, "/sign-in?to=/account");
			page.locator("form[action='/sign-in/passkey'] button").click();
			assertThat(page.locator(".own")).hasText(person.name());
			page.locator(".passkeys button").click();
			assertThat(page.locator(".passkeys")).hasCount(0);
			page.locator("form[action='/sign-out'] button").click();
			open(page, "/sign-in");
			page.locator("form[action='/sign-in/passkey'] button").click();
			assertThat(page.locator("[role=alert]")).hasText("No account here has this passkey. Sign in another way.");
			device.run();
			page.locator("form[action='/sign-in/passkey'] button").click();
			assertThat(page.locator("form[action='/sign-in/passkey'] [role=alert]"))
				.hasText("Cancelled or timed out. Nothing has changed.");
		}
	}

	private void signIn(Page page, TestAccount person) {
		open(page, "/sign-in?to=/account");
		page.locator("#email").fill(person.email());
		page.locator("#password").fill(person.password());
		page.locator("main > form button").click();
	}

	private void open(Page page, String address) {
		page.navigate("http://localhost:" + this.port + address);
	}

	/**
	 * @return an action after which user verification fails
	 */
	private static Runnable addAuthenticator(Page page) {
		var devices = page.context().newCDPSession(page);
		devices.send("WebAuthn.enable");
		var added = devices.send("WebAuthn.addVirtualAuthenticator", JsonParser.parseString(DEVICE).getAsJsonObject());
		var unknown = new JsonObject();
		unknown.add("authenticatorId", added.get("authenticatorId"));
		unknown.addProperty("isUserVerified", false);
		return () -> devices.send("WebAuthn.setUserVerified", unknown);
	}

}
