package questionbank.account;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.Page;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccount;
import questionbank.TestAccounts;
import questionbank.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/** People add passkeys to their account, and come in by them. */
@PageTest
class PasskeyTests {

	private static final String ADDING = "form[action='/account/passkeys']";

	private static final String COMING = "form[action='/sign-in/passkey']";

	@Autowired
	private Pages pages;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private People people;

	@LocalServerPort
	private int port;

	private TestAccount owner;

	private Visitor visitor;

	private Device device;

	@BeforeEach
	void come() {
		this.owner = this.accounts.add(Role.INTERVIEWER);
		this.visitor = this.pages.visitor();
		this.visitor.signIn(this.owner);
		this.device = new Device("http://localhost:" + this.port);
	}

	@Test
	void aPasskeyOpensTheAccountUntilItIsRemoved() {
		var account = this.visitor.arrive(add("  My phone "));
		assertThat(account.text(".passkeys strong")).isEqualTo("My phone");
		var returning = this.pages.visitor();
		var came = enter(returning, "/account?from=there");
		assertThat(came.header("Location")).isEqualTo("/account?from=there");
		var own = returning.open("/account");
		assertThat(own.text(".own")).isEqualTo(this.owner.name());
		returning.send(own, ".passkeys form");
		assertThat(returning.open("/account").texts(".passkeys")).isEmpty();
		assertThat(enter(this.pages.visitor(), "/").status()).isEqualTo(401);
	}

	@Test
	void nobodyAddsOneInPassing() {
		var account = this.visitor.open("/account");
		var token = account.one(ADDING + " [name=_csrf]").val();
		var refused = this.visitor.post("/account/passkeys/options", Map.of("_csrf", token, "owner", "not it"));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.html().body().text()).isEqualTo("This is not your password.");
		assertThat(this.visitor.send(account, ADDING, "owner", this.owner.password(), "credential", "{}").status())
			.isEqualTo(422);
	}

	@Test
	void areVoidOnceSomebodyWasGivenANewPassword() {
		add("Key");
		var secret = this.people.reset(this.owner.id()).orElseThrow();
		var owner = this.pages.visitor();
		owner.send(owner.open("/resets/" + secret), "main > form", "password", "seven quiet marble harbours 3");
		assertThat(enter(this.pages.visitor(), "/").status()).isEqualTo(401);
	}

	@Test
	void aDeviceOfANewKindIsTaken() {
		var account = this.visitor.open("/account");
		var made = this.device.make(offer(account)).replace("\"internal\"", "\"thought\",\"smart-card\"");
		this.visitor.send(account, ADDING, "label", " \0 My\u202Ephone", "credential", made);
		assertThat(this.visitor.open("/account").text(".passkeys strong")).isEqualTo("My phone");
	}

	@Test
	void aSignatureCountsOnce() {
		add("Key");
		var thief = this.pages.visitor();
		var page = thief.open("/sign-in");
		var signed = this.device.sign(ask(thief, page, COMING, "/sign-in/passkey/options"));
		assertThat(thief.send(page, COMING, "credential", signed).status()).isEqualTo(302);
		thief.post("/sign-out", Map.of("_csrf", thief.open("/account").html().select("[name=_csrf]").first().val()));
		var again = thief.open("/sign-in");
		assertThat(thief.send(again, COMING, "credential", signed).status()).isEqualTo(401);
		ask(thief, again, COMING, "/sign-in/passkey/options");
		assertThat(thief.send(again, COMING, "credential", signed).status()).isEqualTo(401);
	}

	@Test
	void whatAnotherAddressGotSignedOpensNothing() {
		add("Key");
		this.device.show("http://localhost.example:" + this.port);
		assertThat(enter(this.pages.visitor(), "/").status()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "{}", "[]", "null", "{\"id\":\"x\",\"response\":{}}",
			"{\"id\":\"x\",\"rawId\":\"eA\",\"type\":\"public-key\",\"response\":{\"attestationObject\":\"eA\",\"clientDataJSON\":\"eA\"},\"clientExtensionResults\":{}}" })
	void nonsenseIsRefused(String credential) {
		var account = this.visitor.open("/account");
		offer(account);
		var refused = this.visitor.send(account, ADDING, "credential", credential, "label", "My phone");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.text(ADDING + " [role=alert]")).startsWith("No passkey was added");
		assertThat(refused.one("#label").val()).isEqualTo("My phone");
		var stranger = this.pages.visitor();
		var page = stranger.open("/sign-in?to=/questions/7");
		ask(stranger, page, COMING, "/sign-in/passkey/options");
		var closed = stranger.send(page, COMING, "credential", credential);
		assertThat(closed.status()).isEqualTo(401);
		assertThat(closed.one(COMING + " [name=to]").val()).isEqualTo("/questions/7");
	}

	@Test
	void whatSomebodyElseBeganIsNotFinished() {
		var account = this.visitor.open("/account");
		var asked = offer(account);
		var made = this.device.make(asked);
		var other = this.accounts.add(Role.CANDIDATE);
		this.visitor.post("/sign-in", Map.of("_csrf", account.one(ADDING + " [name=_csrf]").val(), "email",
				other.email(), "password", other.password()));
		assertThat(this.visitor.send(this.visitor.open("/account"), ADDING, "credential", made).status())
			.isEqualTo(422);
	}

	@Test
	void nobodyRemovesThePasskeyOfAnother() {
		add("Key");
		var address = this.visitor.open("/account").one(".passkeys form").attr("action");
		var other = this.pages.visitor();
		other.signIn(this.accounts.add(Role.ADMINISTRATOR));
		other.post(address, Map.of("_csrf", other.open("/account").html().select("[name=_csrf]").first().val()));
		assertThat(this.visitor.open("/account").texts(".passkeys strong")).containsExactly("Key");
	}

	@Test
	void aClosedAccountStaysClosed() {
		add("Key");
		this.people.changeAccess(this.owner.id(), Role.INTERVIEWER, false, "1");
		var refused = enter(this.pages.visitor(), "/");
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.text("[role=alert]")).startsWith("This account is disabled");
	}

	@Test
	void theyAreOfferedAtTheProgramsOwnAddressAlone() {
		assertThat(this.pages.open("/sign-in").html().select(COMING)).hasSize(1);
		var elsewhere = new String(this.pages
			.ask("GET", "/sign-in", "X-Forwarded-Host", "elsewhere.example", "X-Forwarded-For", "198.18.0.1")
			.body(), StandardCharsets.UTF_8);
		assertThat(elsewhere).doesNotContain("/sign-in/passkey");
	}

	private Page add(String name) {
		var account = this.visitor.open("/account");
		var asked = offer(account);
		return this.visitor.send(account, ADDING, "label", name, "credential", this.device.make(asked));
	}

	private Page enter(Visitor who, String to) {
		var page = who.open("/sign-in?to=" + to);
		var asked = ask(who, page, COMING, "/sign-in/passkey/options");
		return who.send(page, COMING, "credential", this.device.sign(asked));
	}

	private String offer(Page account) {
		var asked = this.visitor.post("/account/passkeys/options",
				Map.of("_csrf", account.one(ADDING + " [name=_csrf]").val(), "owner", this.owner.password()));
		assertThat(asked.status()).isEqualTo(200);
		return asked.html().body().wholeText();
	}

	/** What the server asks of the browser, as JSON. */
	private static String ask(Visitor who, Page page, String form, String address) {
		var asked = who.post(address, Map.of("_csrf", page.one(form + " [name=_csrf]").val()));
		assertThat(asked.status()).isEqualTo(200);
		return asked.html().body().wholeText();
	}

}
