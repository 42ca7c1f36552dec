package questionbank.signin;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import questionbank.HtmlPage;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccount;
import questionbank.TestAccounts;
import questionbank.Visitor;
import questionbank.account.Role;
import questionbank.ratelimit.RateLimiter;
import questionbank.web.BaseUrl;

import static org.assertj.core.api.Assertions.assertThat;

/** Sign-in by OpenID Connect against a real provider. */
@PageTest
class ProviderSignInTests {

	private static final Provider acme = Provider.start();

	@Autowired
	private RateLimiter rateLimiter;

	@Autowired
	private Pages pages;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private JdbcClient database;

	@Autowired
	private BaseUrl baseUrl;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void configure(DynamicPropertyRegistry settings) {
		settings.add("spring.security.oauth2.client.registration.acme.client-id", () -> Provider.CLIENT);
		settings.add("spring.security.oauth2.client.registration.acme.client-secret", () -> Provider.SECRET);
		settings.add("spring.security.oauth2.client.registration.acme.client-name", () -> "Acme");
		settings.add("spring.security.oauth2.client.provider.acme.issuer-uri", acme::address);
		settings.add("spring.security.oauth2.client.registration.zenith.client-id", () -> "nobody");
		settings.add("spring.security.oauth2.client.registration.zenith.client-name", () -> "Zenith");
		settings.add("spring.security.oauth2.client.provider.zenith.issuer-uri", () -> "http://localhost:1");
	}

	@AfterAll
	static void close() {
		acme.close();
	}

	@BeforeEach
	void register() {
		acme.register("http://localhost:" + this.port + "/login/oauth2/code/acme");
	}

	@Test
	void createsACandidateAndRedirectsToTheTarget() {
		acme.add("grace", Map.of("email", "Grace@acme.example", "email_verified", true, "name", "Grace Hopper"));
		var visitor = this.pages.visitor();
		var callback = signInAs(visitor, "grace", "/account?from=a&there=b");
		assertThat(callback.header("Location")).isEqualTo("/account?from=a&there=b");
		var account = visitor.visit("/account");
		assertThat(account.text(".own")).isEqualTo("Grace Hopper");
		assertThat(account.texts("strong")).contains("grace@acme.example", "candidate");
		acme.changeClaims("grace", Map.of("email", "hopper@acme.example", "email_verified", true));
		var again = this.pages.visitor();
		signInAs(again, "grace", "/");
		assertThat(again.open("/account").texts("strong")).contains("grace@acme.example");
		assertThat(find("hopper@acme.example")).isEmpty();
	}

	@Test
	void rejectsAnUnverifiedAddress() {
		acme.add("mallory", Map.of("email", this.accounts.add(Role.CANDIDATE).email(), "email_verified", false));
		acme.add("nameless", Map.of("name", "Nameless"));
		for (var name : new String[] { "mallory", "nameless" }) {
			var visitor = this.pages.visitor();
			var rejected = visitor.arrive(signInAs(visitor, name, "/account"));
			assertThat(rejected.text("[role=alert]")).contains("did not confirm your e-mail address");
			assertThat(rejected.one("main > form [name=to]").val()).isEqualTo("/account");
			assertThat(visitor.open("/account").status()).isEqualTo(302);
		}
	}

	@Test
	void linksAnInvitedAccountAndKeepsItsPassword() {
		var invited = this.accounts.add(Role.ADMINISTRATOR);
		addIdentity(invited);
		var visitor = this.pages.visitor();
		assertThat(visitor.arrive(signInAs(visitor, invited.email(), "/people")).text("h1")).isEqualTo("People");
		assertThat(visitor.open("/account").texts(".own")).containsExactly(invited.name());
		assertThat(this.pages.visitor().signIn(invited).status()).isEqualTo(302);
	}

	@Test
	void takesOverAnAccountCreatedWithAnUnverifiedAddress() {
		var other = this.pages.visitor();
		other.send(other.open("/sign-up"), "main > form", "email", "victim@acme.example", "name", "Not the victim",
				"password", TestAccounts.PASSWORD);
		assertThat(other.open("/account").status()).isEqualTo(200);
		acme.add("victim", Map.of("email", "victim@acme.example", "email_verified", true));
		var victim = this.pages.visitor();
		var account = victim.arrive(signInAs(victim, "victim", "/"));
		assertThat(account.text("[role=status]")).contains("no longer work");
		assertThat(other.open("/account").status()).isEqualTo(302);
		assertThat(other.signIn("victim@acme.example", TestAccounts.PASSWORD).status()).isEqualTo(401);
	}

	@Test
	void deletesAnAccountWithoutPasswordByItsAddress() {
		acme.add("linus", Map.of("email", "linus@acme.example", "email_verified", true));
		var visitor = this.pages.visitor();
		signInAs(visitor, "linus", "/");
		var removal = "form[action='/account/removal']";
		var account = visitor.open("/account");
		assertThat(account.texts("form[action='/account/password']")).isEmpty();
		var rejected = visitor.send(account, removal, "confirmation", "linus");
		assertThat(rejected.status()).isEqualTo(422);
		assertThat(rejected.text("#confirmation-mistake")).contains("linus@acme.example");
		assertThat(rejected.one("#confirmation").val()).isEqualTo("linus");
		visitor.send(rejected, removal, "confirmation", " Linus@acme.example");
		assertThat(find("linus@acme.example")).isEmpty();
		signInAs(visitor, "linus", "/");
		assertThat(visitor.open("/account").text(".own")).isEqualTo("linus");
	}

	@Test
	void keepsAPasswordChosenAfterTheAddressWasProved() {
		acme.add("edsger", Map.of("email", "edsger@acme.example", "email_verified", true));
		acme.add("edsger again", Map.of("email", "edsger@acme.example", "email_verified", true));
		signInAs(this.pages.visitor(), "edsger", "/");
		var person = find("edsger@acme.example").orElseThrow();
		var link = this.pages.submit("/people/" + person + "/reset", Role.ADMINISTRATOR).text(".link");
		var visitor = this.pages.visitor();
		visitor.send(visitor.open(URI.create(link).getPath()), "main > form", "password", TestAccounts.PASSWORD);
		assertThat(signInAs(this.pages.visitor(), "edsger again", "/").header("Location")).isEqualTo("/");
		assertThat(this.pages.visitor().signIn("edsger@acme.example", TestAccounts.PASSWORD).status()).isEqualTo(302);
	}

	@Test
	void doesNotSwitchASignedInUserToAnotherAccount() {
		var visitor = this.pages.visitor();
		visitor.signIn(this.accounts.add(Role.ADMINISTRATOR));
		assertThat(visitor.open("/oauth2/authorization/acme?to=/people").header("Location")).isEqualTo("/people");
		assertThat(visitor.open("/login/oauth2/code/acme?error=x&state=x").header("Location")).isEqualTo("/");
		assertThat(visitor.open("/people").status()).isEqualTo(200);
	}

	@Test
	void limitsAuthorizationRequests() {
		var visitor = this.pages.visitor();
		visitor.open("/oauth2/authorization/acme");
		for (int times = 1; times < 100; times++) {
			this.rateLimiter.consumeAnonymous(visitor.address());
		}
		assertThat(visitor.visit("/oauth2/authorization/acme").text("[role=alert]")).startsWith("Too many attempts.");
	}

	@Test
	void rejectsADisabledAccount() {
		var person = this.accounts.add(Role.INTERVIEWER);
		addIdentity(person);
		this.pages.submit("/people/" + person.id(), Role.ADMINISTRATOR, "role", "interviewer", "enabled", "false",
				"version", "1");
		var visitor = this.pages.visitor();
		assertThat(visitor.arrive(signInAs(visitor, person.email(), "/")).text("[role=alert]")).contains("disabled");
	}

	@Test
	void rejectsAForgedCallback() {
		for (var forged : new String[] { "?error=access_denied&state=x", "?code=x&state=x", "", "?error=%0d%0ax" }) {
			var response = this.pages.visitor().visit("/login/oauth2/code/acme" + forged);
			assertThat(response.text("[role=alert]")).startsWith("The sign-in was cancelled or failed");
		}
		assertThat(this.pages.open("/oauth2/authorization/nowhere").status()).isEqualTo(404);
	}

	@Test
	void showsAnErrorIfTheProviderIsDown() {
		var visitor = this.pages.visitor();
		var offered = visitor.open("/sign-in?to=/account");
		assertThat(offered.texts(".ways a")).containsExactly("Sign in with Acme", "Sign in with Zenith");
		var down = visitor.visit("/oauth2/authorization/zenith?to=/account");
		assertThat(down.text("[role=alert]")).startsWith("The sign-in was cancelled or failed");
	}

	@Test
	void aProviderThatDoesNotAnswerDelaysNoOther() throws IOException {
		var settings = new OAuth2ClientProperties();
		CompletableFuture<Void> waiting;
		try (var silent = new ServerSocket(0)) {
			add(settings, "silent", "http://localhost:" + silent.getLocalPort());
			add(settings, "acme", acme.address());
			var providers = new Providers(settings, this.baseUrl);
			waiting = CompletableFuture.runAsync(() -> providers.find("silent"), (task) -> new Thread(task).start());
			try (var asked = silent.accept()) {
				assertThat(providers.find("acme")).isNotNull();
				assertThat(waiting).isNotDone();
			}
		}
		// Closed, so that the test need not wait until each attempt times out.
		assertThat(waiting).failsWithin(Duration.ofMinutes(1));
	}

	private static void add(OAuth2ClientProperties settings, String id, String issuer) {
		var registration = new OAuth2ClientProperties.Registration();
		registration.setClientId(Provider.CLIENT);
		registration.setClientSecret(Provider.SECRET);
		settings.getRegistration().put(id, registration);
		var provider = new OAuth2ClientProperties.Provider();
		provider.setIssuerUri(issuer);
		settings.getProvider().put(id, provider);
	}

	/** Signs in by the provider, and returns the response to its callback. */
	private HtmlPage signInAs(Visitor visitor, String name, String to) {
		var redirect = visitor.open(visitor.open("/sign-in?to=" + to.replace("&", "%26")).links(".ways a").get(0));
		var back = acme.signIn(name, redirect.header("Location"));
		return visitor.open(back.replace("http://localhost:" + this.port, ""));
	}

	private Optional<Long> find(String email) {
		return this.database.sql("select id from person where email = ?").param(email).query(Long.class).optional();
	}

	private static void addIdentity(TestAccount person) {
		acme.add(person.email(),
				Map.of("email", person.email(), "email_verified", true, "name", "Name from the provider"));
	}

}
