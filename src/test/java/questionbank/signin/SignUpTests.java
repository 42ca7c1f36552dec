package questionbank.signin;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import questionbank.HtmlPage;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccounts;
import questionbank.Visitor;
import questionbank.account.Role;
import questionbank.ratelimit.RateLimiter;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@ExtendWith(OutputCaptureExtension.class)
class SignUpTests {

	@Autowired
	private Pages pages;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private RateLimiter rateLimiter;

	private Visitor visitor;

	@BeforeEach
	void openBrowser() {
		this.visitor = this.pages.visitor();
	}

	@AfterEach
	void logsNoProblem(CapturedOutput log) {
		assertThat(log).doesNotContain("WARN", "ERROR", "Exception");
	}

	@Test
	void createsACandidateAndSignsIn() {
		var response = signUp("Grace.Hopper@Example.org", "Grace Hopper", TestAccounts.PASSWORD);
		assertThat(response.status()).isEqualTo(302);
		var account = this.visitor.arrive(response);
		assertThat(account.texts("main strong")).containsExactly("grace.hopper@example.org", "candidate");
		assertThat(this.visitor.open("/people").status()).isEqualTo(403);
		assertThat(this.pages.visitor().signIn("grace.hopper@example.org", TestAccounts.PASSWORD).status())
			.isEqualTo(302);
	}

	@Test
	void rejectsAnAddressWithAnAccount() {
		var ada = this.accounts.add(Role.CANDIDATE);
		var page = signUp(ada.email().toUpperCase(Locale.ROOT), "Another Ada", TestAccounts.PASSWORD);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#email-mistake")).startsWith("An account with this e-mail address already exists.");
		assertThat(page.one("#name").val()).isEqualTo("Another Ada");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ada           | Ada | marble otter ferry 7 lanterns | email    | This is not an e-mail address.
			''            | Ada | marble otter ferry 7 lanterns | email    | Please type your e-mail address.
			a@b_c.org     | Ada | marble otter ferry 7 lanterns | email    | This is not an e-mail address.
			a@example.org | \u3164 | marble otter ferry 7 lanterns | name  | Please type a name.
			a@example.org | ''  | marble otter ferry 7 lanterns | name     | Please type a name.
			a@example.org | Ada | short                         | password | A password has at least 12 characters.
			a@example.org | Ada | password1234                  | password | This password is easy to guess.
			""")
	void showsErrorsBesideTheFieldAndKeepsTheInput(String email, String name, String password, String field,
			String message) {
		var page = signUp(email, name, password);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.texts(".mistake")).singleElement().asString().startsWith(message);
		assertThat(page.one("#" + field).attr("aria-invalid")).isEqualTo("true");
		assertThat(page.one("#" + field).attr("aria-describedby")).endsWith(field + "-mistake");
		assertThat(page.one("#email").val()).isEqualTo(email);
		assertThat(page.one("#name").val()).isEqualTo(name);
		assertThat(page.one("#password").val()).isEmpty();
	}

	@Test
	void escapesTheInput() {
		var page = signUp("\"><script>alert(1)</script>", "<b>Ada</b>", "x");
		assertThat(page.html().select("main script, main b")).isEmpty();
		assertThat(page.one("#name").val()).isEqualTo("<b>Ada</b>");
	}

	@Test
	void limitsSignUpsFromOneAddress() {
		signUp("often@example.org", "Ada", "short");
		for (int times = 1; times < 100; times++) {
			this.rateLimiter.consumeSignUp("often" + times + "@example.org", this.visitor.address());
		}
		var limited = signUp("late@example.org", "Late", TestAccounts.PASSWORD);
		assertThat(limited.status()).isEqualTo(429);
		assertThat(limited.header("Retry-After")).isNotNull();
		assertThat(limited.one("#email").val()).isEqualTo("late@example.org");
	}

	@Test
	void limitsSignUpsForOneAccountFromAllAddresses() {
		var ada = this.accounts.add(Role.CANDIDATE);
		for (int times = 0; times < 10; times++) {
			var page = signUp(this.pages.visitor(), ada.email().toUpperCase(Locale.ROOT), "Ada", TestAccounts.PASSWORD);
			assertThat(page.status()).isEqualTo(422);
		}
		var limited = signUp(this.pages.visitor(), ada.email(), "Ada", TestAccounts.PASSWORD);
		assertThat(limited.status()).isEqualTo(429);
		assertThat(limited.text("main form .mistake")).startsWith("Too many attempts.");
		assertThat(signUp("other@example.org", "Other", "short").status()).isEqualTo(422);
		assertThat(this.pages.visitor().signIn(ada).status()).isEqualTo(302);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u00a0", "\u200b", "\ufeff", "\u2060", "\u00ad", "\u200e", "\u202e" })
	void ignoresPastedInvisibleCharacters(String invisible) {
		var ada = this.accounts.add(Role.CANDIDATE);
		assertThat(signUp(ada.email() + invisible, "Ada", TestAccounts.PASSWORD).text("#email-mistake"))
			.startsWith("An account with this e-mail address already exists.");
		var email = "pasted" + System.nanoTime() + "@example.org";
		assertThat(signUp(invisible + email, "Ada", TestAccounts.PASSWORD).status()).isEqualTo(302);
		assertThat(this.pages.visitor().signIn(email, TestAccounts.PASSWORD).status()).isEqualTo(302);
		assertThat(this.pages.visitor().signIn(email + invisible, TestAccounts.PASSWORD).status()).isEqualTo(302);
	}

	@Test
	void treatsPunycodeAndUnicodeDomainsAsEqual() {
		var account = this.visitor.arrive(signUp("idn@xn--exmple-cua.org", "Ada", TestAccounts.PASSWORD));
		assertThat(account.texts("main strong")).contains("idn@exämple.org");
		assertThat(this.pages.visitor().signIn("idn@EXÄMPLE.org", TestAccounts.PASSWORD).status()).isEqualTo(302);
		assertThat(signUp(this.pages.visitor(), "idn@exämple.org", "Ada", TestAccounts.PASSWORD).status())
			.isEqualTo(422);
	}

	@Test
	void returnsToThePageThatAskedForTheSignInByAnyWay() {
		var question = "/questions/7?difficulty=hard&topic=apis";
		var signIn = this.visitor.open(this.visitor.open(question).links("#sign-in").get(0));
		for (var way : List.of("/sign-up", "/resets")) {
			var other = this.visitor.open(link(signIn, way));
			for (var back : List.of("main a[href^='/sign-in']", "#sign-in")) {
				assertThat(this.visitor.open(other.links(back).get(0)).one("form[action='/sign-in'] [name=to]").val())
					.isEqualTo(question);
			}
		}
		var refused = this.visitor.send(this.visitor.open(link(signIn, "/sign-up")), "main > form", "email", "x");
		assertThat(this.visitor.open(refused.links("#sign-in").get(0)).one("form[action='/sign-in'] [name=to]").val())
			.isEqualTo(question);
		assertThat(this.visitor
			.send(refused, "main > form", "email", "away@example.org", "name", "Ada", "password", TestAccounts.PASSWORD)
			.header("Location")).isEqualTo(question);
	}

	@Test
	void keepsNoPageThatIsNotOfThisSite() {
		var signIn = this.visitor.open("/sign-in?to=//evil.example.org/");
		assertThat(signIn.links("main a, #sign-in")).contains("/sign-up", "/resets", "/sign-in")
			.noneMatch((link) -> link.contains("evil"));
	}

	private static String link(HtmlPage page, String path) {
		return page.links("main a").stream().filter((link) -> link.startsWith(path)).findFirst().orElseThrow();
	}

	@Test
	void setsAutocompleteHints() {
		var page = this.visitor.open("/sign-up");
		assertThat(page.one("#email").attr("autocomplete")).isEqualTo("username");
		assertThat(page.one("#name").attr("autocomplete")).isEqualTo("name");
		assertThat(page.one("#password").attr("autocomplete")).isEqualTo("new-password");
		assertThat(page.one("#password").attr("aria-describedby")).isEqualTo("password-hint");
		assertThat(this.visitor.open("/sign-in").one("#password").attr("autocomplete")).isEqualTo("current-password");
	}

	private HtmlPage signUp(String email, String name, String password) {
		return signUp(this.visitor, email, name, password);
	}

	private static HtmlPage signUp(Visitor visitor, String email, String name, String password) {
		return visitor.send(visitor.open("/sign-up"), "main > form", "email", email, "name", name, "password",
				password);
	}

}
