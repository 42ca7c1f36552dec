package questionbank.account;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.HtmlPage;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccount;
import questionbank.TestAccounts;
import questionbank.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/** Registration of passkeys, and sign-in with them. */
@PageTest
class PasskeyTests {

	private static final String REGISTRATION = "form[action='/account/passkeys']";

	private static final String SIGN_IN = "form[action='/sign-in/passkey']";

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
	void signIn() {
		this.owner = this.accounts.add(Role.INTERVIEWER);
		this.visitor = this.pages.visitor();
		this.visitor.signIn(this.owner);
		this.device = new Device("http://localhost:" + this.port);
	}

	@Test
	void signsInUntilThePasskeyIsRemoved() {
		var account = this.visitor.arrive(register("  My phone "));
		assertThat(account.text(".passkeys strong")).isEqualTo("My phone");
		var returning = this.pages.visitor();
		var signedIn = signInByPasskey(returning, "/account?from=there");
		assertThat(signedIn.header("Location")).isEqualTo("/account?from=there");
		var own = returning.open("/account");
		assertThat(own.text(".own")).isEqualTo(this.owner.name());
		returning.send(own, ".passkeys form");
		assertThat(returning.open("/account").texts(".passkeys")).isEmpty();
		assertThat(signInByPasskey(this.pages.visitor(), "/").status()).isEqualTo(401);
	}

	@Test
	void requiresThePasswordToRegister() {
		var account = this.visitor.open("/account");
		var token = account.one(REGISTRATION + " [name=_csrf]").val();
		var rejected = this.visitor.post("/account/passkeys/options", Map.of("_csrf", token, "owner", "not it"));
		assertThat(rejected.status()).isEqualTo(422);
		assertThat(rejected.html().body().text()).isEqualTo("This is not your password.");
		assertThat(
				this.visitor.send(account, REGISTRATION, "owner", this.owner.password(), "credential", "{}").status())
			.isEqualTo(422);
	}

	@Test
	void revokesPasskeysAtAPasswordReset() {
		register("Key");
		var secret = this.people.reset(this.owner.id(), Viewer.ANONYMOUS).orElseThrow().token();
		var owner = this.pages.visitor();
		owner.send(owner.open("/resets/" + secret), "main > form", "password", "seven quiet marble harbours 3");
		assertThat(signInByPasskey(this.pages.visitor(), "/").status()).isEqualTo(401);
	}

	@Test
	void acceptsUnknownTransports() {
		var account = this.visitor.open("/account");
		var made = this.device.register(startRegistration(account))
			.replace("\"internal\"", "\"thought\",\"smart-card\"");
		this.visitor.send(account, REGISTRATION, "label", " \0 My\u202Ephone", "credential", made);
		assertThat(this.visitor.open("/account").text(".passkeys strong")).isEqualTo("My phone");
	}

	@Test
	void rejectsAReplayedSignature() {
		register("Key");
		var attacker = this.pages.visitor();
		var page = attacker.open("/sign-in");
		var assertion = this.device.sign(fetchOptions(attacker, page, SIGN_IN, "/sign-in/passkey/options"));
		assertThat(attacker.send(page, SIGN_IN, "credential", assertion).status()).isEqualTo(302);
		attacker.post("/sign-out",
				Map.of("_csrf", attacker.open("/account").html().select("[name=_csrf]").first().val()));
		var again = attacker.open("/sign-in");
		assertThat(attacker.send(again, SIGN_IN, "credential", assertion).status()).isEqualTo(401);
		fetchOptions(attacker, again, SIGN_IN, "/sign-in/passkey/options");
		assertThat(attacker.send(again, SIGN_IN, "credential", assertion).status()).isEqualTo(401);
	}

	@Test
	void rejectsASignatureForAnotherOrigin() {
		register("Key");
		this.device.openOrigin("http://localhost.example:" + this.port);
		assertThat(signInByPasskey(this.pages.visitor(), "/").status()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "{}", "[]", "null", "{\"id\":\"x\",\"response\":{}}",
			"{\"id\":\"x\",\"rawId\":\"eA\",\"type\":\"public-key\",\"response\":{\"attestationObject\":\"eA\",\"clientDataJSON\":\"eA\"},\"clientExtensionResults\":{}}" })
	void rejectsMalformedCredentials(String credential) {
		var account = this.visitor.open("/account");
		startRegistration(account);
		var rejected = this.visitor.send(account, REGISTRATION, "credential", credential, "label", "My phone");
		assertThat(rejected.status()).isEqualTo(422);
		assertThat(rejected.text(REGISTRATION + " [role=alert]")).startsWith("No passkey was added");
		assertThat(rejected.one("#label").val()).isEqualTo("My phone");
		var anonymous = this.pages.visitor();
		var page = anonymous.open("/sign-in?to=/questions/7");
		fetchOptions(anonymous, page, SIGN_IN, "/sign-in/passkey/options");
		var signIn = anonymous.send(page, SIGN_IN, "credential", credential);
		assertThat(signIn.status()).isEqualTo(401);
		assertThat(signIn.one(SIGN_IN + " [name=to]").val()).isEqualTo("/questions/7");
	}

	@Test
	void rejectsARegistrationStartedByAnotherAccount() {
		var account = this.visitor.open("/account");
		var options = startRegistration(account);
		var made = this.device.register(options);
		var other = this.accounts.add(Role.CANDIDATE);
		this.visitor.post("/sign-in", Map.of("_csrf", account.one(REGISTRATION + " [name=_csrf]").val(), "email",
				other.email(), "password", other.password()));
		assertThat(this.visitor.send(this.visitor.open("/account"), REGISTRATION, "credential", made).status())
			.isEqualTo(422);
	}

	@Test
	void doesNotRemoveAnotherPersonsPasskey() {
		register("Key");
		var address = this.visitor.open("/account").one(".passkeys form").attr("action");
		var other = this.pages.visitor();
		other.signIn(this.accounts.add(Role.ADMINISTRATOR));
		other.post(address, Map.of("_csrf", other.open("/account").html().select("[name=_csrf]").first().val()));
		assertThat(this.visitor.open("/account").texts(".passkeys strong")).containsExactly("Key");
	}

	@Test
	void rejectsADisabledAccount() {
		register("Key");
		this.people.changeAccess(this.owner.id(), Role.INTERVIEWER, false, "1");
		var rejected = signInByPasskey(this.pages.visitor(), "/");
		assertThat(rejected.status()).isEqualTo(401);
		assertThat(rejected.text("[role=alert]")).startsWith("This account is disabled");
	}

	@Test
	void offersPasskeysAtTheConfiguredOriginOnly() {
		assertThat(this.pages.open("/sign-in").html().select(SIGN_IN)).hasSize(1);
		var elsewhere = new String(this.pages
			.ask("GET", "/sign-in", "X-Forwarded-Host", "elsewhere.example", "X-Forwarded-For", "198.18.0.1")
			.body(), StandardCharsets.UTF_8);
		assertThat(elsewhere).doesNotContain("/sign-in/passkey");
	}

	private HtmlPage register(String name) {
		var account = this.visitor.open("/account");
		var options = startRegistration(account);
		return this.visitor.send(account, REGISTRATION, "label", name, "credential", this.device.register(options));
	}

	private HtmlPage signInByPasskey(Visitor browser, String to) {
		var page = browser.open("/sign-in?to=" + to);
		var options = fetchOptions(browser, page, SIGN_IN, "/sign-in/passkey/options");
		return browser.send(page, SIGN_IN, "credential", this.device.sign(options));
	}

	private String startRegistration(HtmlPage account) {
		var options = this.visitor.post("/account/passkeys/options",
				Map.of("_csrf", account.one(REGISTRATION + " [name=_csrf]").val(), "owner", this.owner.password()));
		assertThat(options.status()).isEqualTo(200);
		return options.html().body().wholeText();
	}

	/** Fetches the options of a ceremony, as JSON. */
	private static String fetchOptions(Visitor browser, HtmlPage page, String form, String address) {
		var options = browser.post(address, Map.of("_csrf", page.one(form + " [name=_csrf]").val()));
		assertThat(options.status()).isEqualTo(200);
		return options.html().body().wholeText();
	}

}
