package questionbank;

import java.net.URI;
import java.util.Map;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import questionbank.web.BrowserWindow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The program under a context path, and behind a reverse proxy under another path: every
 * link starts with that path.
 */
class ContextPathTests {

	private static final String CONTEXT = "/bank";

	private static final String PREFIX = "/public/questions";

	private static ConfigurableApplicationContext program;

	private static PrefixProxy proxy;

	@BeforeAll
	static void start() {
		program = new SpringApplicationBuilder(QuestionBankApplication.class, QuickPasswords.class)
			.initializers(new TestDatabase())
			.run("--server.port=0", "--server.servlet.context-path=" + CONTEXT,
					"--questionbank.admin.email=root@example.org",
					"--questionbank.admin.password=" + TestAccounts.PASSWORD,
					"--spring.security.oauth2.client.registration.acme.client-id=bank",
					"--spring.security.oauth2.client.registration.acme.client-secret=secret",
					"--spring.security.oauth2.client.registration.acme.authorization-grant-type=authorization_code",
					"--spring.security.oauth2.client.registration.acme.redirect-uri={baseUrl}/login/oauth2/code/{registrationId}",
					"--spring.security.oauth2.client.provider.acme.authorization-uri=https://login.acme.example/start",
					"--spring.security.oauth2.client.provider.acme.token-uri=https://login.acme.example/token",
					"--spring.security.oauth2.client.provider.acme.jwk-set-uri=https://login.acme.example/keys");
		proxy = new PrefixProxy("http://localhost:" + port() + CONTEXT, PREFIX);
	}

	@AfterAll
	static void stop() {
		proxy.close();
		program.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { CONTEXT, PREFIX, CONTEXT })
	void everyLinkForAnonymousReadersHasThePath(String path) {
		var visitor = visitor(path);
		assertThat(new Crawl(visitor, path).from(path + "/").paths()).contains(path + "/questions/N",
				path + "/practice/sessions", path + "/sign-in", path + "/sign-up");
		assertThat(visitor.open(path + "/questions/").header("Location")).isEqualTo(path + "/questions");
		assertThat(visitor.open(path + "/account").header("Location")).isEqualTo(path + "/sign-in?to=%2Faccount");
		assertThat(visitor.open(path + "/questions/999").links("main a")).containsOnly(path + "/questions");
		assertThat(visitor.post(path + "/sign-in", Map.of()).links("main a")).containsExactly(path + "/sign-in");
	}

	@ParameterizedTest
	@ValueSource(strings = { CONTEXT, PREFIX })
	void everyLinkForCandidatesHasThePath(String path) {
		var visitor = visitor(path);
		var home = visitor.arrive(visitor.send(visitor.open(path + "/sign-up"), "main > form", "email",
				"cara" + path.length() + "@example.org", "name", "Cara", "password", TestAccounts.PASSWORD));
		assertThat(home.text(".own")).isEqualTo("Cara");
		var session = visitor.arrive(
				visitor.send(visitor.open(path + "/practice/sessions?question=7"), "main form", "answer", "Retries."));
		assertThat(session.text("h1")).isNotBlank();
		assertThat(new Crawl(visitor, path).from(path + "/practice").paths()).contains(path + "/practice/sessions/N",
				path + "/practice/progress", path + "/account", path + "/account/removal");
		assertThat(visitor.send(session, "form[action$='/sign-out']").header("Location"))
			.isEqualTo(path + "/sign-in?said=signed-out");
		assertThat(visitor.visit(path + "/practice").html().select(".own")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { CONTEXT, PREFIX })
	void everyLinkForAdministratorsHasThePath(String path) {
		var visitor = visitor(path);
		var answer = visitor.send(visitor.visit(path + "/people"), "main > form", "email", "root@example.org",
				"password", TestAccounts.PASSWORD);
		assertThat(answer.header("Location")).isEqualTo(path + "/people");
		var edit = visitor.open(path + "/questions/7/edit");
		assertThat(visitor.send(edit, "form.editor", "reason", "Another source", "source", "Path " + path)
			.header("Location")).isEqualTo(path + "/questions/7");
		assertThat(new Crawl(visitor, path).from(path + "/questions/7/revisions").paths()).contains(
				path + "/questions/N/edit", path + "/questions/N/revisions/N", path + "/questions/N/revisions/N..N",
				path + "/questions/bulk", path + "/questions/duplicates", path + "/questions/topics",
				path + "/people/N");
		var invited = visitor.send(visitor.open(path + "/people"), "form[action$='/invitations']", "email",
				"ian" + path.length() + "@example.org", "role", "interviewer");
		assertThat(URI.create(invited.text("main .link")).getPath()).startsWith(path + "/invitations/");
	}

	@ParameterizedTest
	@ValueSource(strings = { CONTEXT, PREFIX })
	void cookiesHaveThePath(String path) {
		var visitor = visitor(path);
		visitor.open(path + "/sign-in");
		assertThat(visitor.cookie("XSRF-TOKEN").orElseThrow().getPath()).isEqualTo(path);
		visitor.signIn(path, "root@example.org", TestAccounts.PASSWORD);
		assertThat(visitor.cookie("SESSION").orElseThrow().getPath()).isEqualTo(path);
		assertThat(visitor.cookie("BROWSER").orElseThrow().getPath()).isEqualTo(path + "/sign-in");
	}

	@ParameterizedTest
	@ValueSource(strings = { CONTEXT, PREFIX })
	void redirectUrisOfProvidersHaveThePath(String path) {
		var redirect = visitor(path).open(path + "/oauth2/authorization/acme");
		assertThat(redirect.header("Location")).startsWith("https://login.acme.example/start?")
			.contains("/" + path.substring(1) + "/login/oauth2/code/acme");
		assertThat(visitor(path).open(path + "/login/oauth2/code/acme?error=x&state=y").header("Location"))
			.startsWith(path + "/sign-in?said=provider");
	}

	@Test
	void linksOfTheFallbackErrorPageHaveThePath() {
		assertThat(visitor(CONTEXT).open("/elsewhere").links("main a")).containsExactly(CONTEXT + "/");
	}

	@ParameterizedTest
	@ValueSource(strings = { CONTEXT, PREFIX })
	@Tag("browser")
	@ExtendWith(BrowserWindow.class)
	void requestsOfScriptsHaveThePath(String path, Browser browser) {
		try (var window = browser
			.newContext(new Browser.NewContextOptions().setBaseURL("http://localhost:" + port(path)))) {
			var page = window.newPage();
			page.navigate(path + "/sign-in?to=/questions/7/edit");
			page.locator("#email").fill("root@example.org");
			page.locator("#password").fill(TestAccounts.PASSWORD);
			page.locator("main > form button").first().click();
			page.locator("#sampleAnswer").fill("**Retry** with a limit.");
			page.locator("[data-preview]").click();
			assertThat(page.locator("#previewed strong")).hasText("Retry");
			page.onDialog((dialog) -> dialog.accept());
			page.navigate(path + "/account");
			page.keyboard().press("/");
			page.waitForURL("**" + path + "/questions#q");
			page.locator("#q").fill("monitoring");
			page.waitForURL("**" + path + "/questions?q=monitoring");
			assertThat(page.locator(".entry").first()).containsText("monitoring");
		}
	}

	private static Visitor visitor(String path) {
		return new Visitor(port(path));
	}

	private static int port(String path) {
		return path.equals(PREFIX) ? proxy.port() : port();
	}

	private static int port() {
		return program.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

}
