package questionbank.signin;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccount;
import questionbank.TestAccounts;
import questionbank.Visitor;
import questionbank.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@ExtendWith(OutputCaptureExtension.class)
class SignInTests {

	@Autowired
	private Pages pages;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private MovingClock clock;

	@Autowired
	private JdbcClient database;

	private TestAccount ada;

	private Visitor visitor;

	@BeforeEach
	void come() {
		this.ada = this.accounts.add(Role.CANDIDATE);
		this.visitor = this.pages.visitor();
	}

	@AfterEach
	void logsNothing(CapturedOutput log) {
		assertThat(log).doesNotContain("WARN", "ERROR", "Exception");
	}

	@Test
	void bringsOneBackToWhereOneWas() {
		var closed = this.visitor.arrive(this.visitor.open("/account?x=a%26b"));
		assertThat(closed.text("h1")).isEqualTo("Sign in");
		var answer = this.visitor.send(closed, "main > form", "email", this.ada.email(), "password",
				this.ada.password());
		assertThat(answer.status()).isEqualTo(302);
		assertThat(answer.header("Location")).isEqualTo("/account?x=a%26b");
		assertThat(this.visitor.arrive(answer).text(".own")).isEqualTo(this.ada.name());
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "//evil.example", "/\\evil.example", "\\evil.example", "x",
			"javascript:alert(1)", "/a\\..\\b", "" })
	void leadsNowhereElse(String address) {
		var answer = this.visitor.send(this.visitor.open("/sign-in"), "main > form", "email", this.ada.email(),
				"password", this.ada.password(), "to", address);
		assertThat(answer.header("Location")).isEqualTo("/");
	}

	@ParameterizedTest
	@CsvSource({ "/\u2028, /%E2%80%A8", "/\u2029x, /%E2%80%A9x", "/\u00a0\ufeff, /%C2%A0%EF%BB%BF",
			"/questions?q=\u00fc \ud83d\ude42, /questions?q=%C3%BC%20%F0%9F%99%82",
			"/questions?q=a%26b&topic={x}, /questions?q=a%26b&topic=%7Bx%7D",
			"/questions/3#\"<>^`|, /questions/3#%22%3C%3E%5E%60%7C" })
	void leadsToAnyAddressOfOursInCharactersThatAHeaderCanCarry(String address, String location) {
		var answer = this.visitor.send(this.visitor.open("/sign-in"), "main > form", "email", this.ada.email(),
				"password", this.ada.password(), "to", address);
		assertThat(answer.header("Location")).isEqualTo(location);
	}

	@Test
	void overTlsTakesFormsByACookieThatNoOtherHostCanSet() {
		var form = this.pages.ask("GET", "/sign-in", "X-Forwarded-Proto", "https");
		var cookie = form.headers().firstValue("Set-Cookie").orElseThrow();
		assertThat(cookie).startsWith("__Host-XSRF-TOKEN=")
			.contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax")
			.doesNotContain("Domain");
		var token = Jsoup.parse(new String(form.body(), StandardCharsets.UTF_8)).select("[name=_csrf]").first().val();
		var secret = cookie.replaceFirst("^[^=]*=([^;]*).*", "$1");
		assertThat(status(token, "__Host-XSRF-TOKEN=" + secret)).isEqualTo(422);
		assertThat(status(token, "XSRF-TOKEN=" + secret)).isEqualTo(403);
	}

	private int status(String token, String cookie) {
		var body = "_csrf=" + token;
		var answer = this.pages.sendInTheRaw("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
				+ "X-Forwarded-Proto: https\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
				+ body.length() + "\r\nCookie: " + cookie + "\r\n\r\n" + body);
		return Integer.parseInt(new String(answer, StandardCharsets.UTF_8).substring(9, 12));
	}

	@Test
	void takesAnAddressHoweverItIsTyped() {
		assertThat(this.visitor.signIn("  " + this.ada.email().toUpperCase(Locale.ROOT) + " ", this.ada.password())
			.status()).isEqualTo(302);
	}

	@Test
	void saysTheSameOfAWrongPasswordAndOfNobody() {
		var wrong = this.visitor.signIn(this.ada.email(), "not the password at all");
		var nobody = this.visitor.signIn("nobody@example.org", "not the password at all");
		assertThat(wrong.status()).isEqualTo(401).isEqualTo(nobody.status());
		assertThat(wrong.text("#password-mistake")).isEqualTo("The e-mail address or the password is wrong.")
			.isEqualTo(nobody.text("#password-mistake"));
		assertThat(wrong.one("#password").attr("aria-invalid")).isEqualTo("true");
		assertThat(wrong.one("#password").attr("aria-describedby")).isEqualTo("password-mistake");
		assertThat(wrong.one("#password").val()).isEmpty();
		assertThat(wrong.one("#email").val()).isEqualTo(this.ada.email());
		assertThat(this.visitor.open("/account").status()).isEqualTo(302);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			email= & password=             | email    | Please type your e-mail address.
			email=ada & password=x         | email    | This is not an e-mail address.
			email=a%00@b.c & password=x    | email    | This is not an e-mail address.
			email=a@b.c                    | password | Please type your password.
			email[0]=a & email.x=b         | email    | Please type your e-mail address.
			""")
	void saysWhatIsWrongBesideTheField(String typed, String field, String message) {
		var form = new LinkedHashMap<String, String>();
		form.put("_csrf", this.visitor.open("/sign-in").one("main > form input[name=_csrf]").val());
		for (var part : typed.split(" & ")) {
			form.put(part.split("=", 2)[0], part.split("=", 2)[1].strip().replace("%00", "\0"));
		}
		var page = this.visitor.post("/sign-in", form);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#" + field + "-mistake")).startsWith(message);
	}

	@Test
	void givesTheSessionAnotherName() {
		this.visitor.signIn(this.ada);
		var planted = this.visitor.cookie("SESSION").orElseThrow();
		var token = this.visitor.open("/account").html().select("input[name=_csrf]").first().val();
		var answer = this.visitor.post("/sign-in",
				Map.of("email", this.ada.email(), "password", this.ada.password(), "_csrf", token));
		assertThat(answer.status()).isEqualTo(302);
		assertThat(this.visitor.cookie("SESSION").orElseThrow().getValue()).isNotEqualTo(planted.getValue());
		var other = this.pages.visitor();
		other.keep(planted);
		assertThat(other.open("/account").status()).isEqualTo(302);
	}

	@Test
	void leavesCookiesThatNoScriptReadsAndNoOtherSiteSends() {
		var page = this.visitor.open("/sign-in");
		var answer = this.visitor.send(page, "main > form", "email", this.ada.email(), "password", this.ada.password());
		assertThat(page.headers().get("Set-Cookie")).hasSize(1);
		assertThat(answer.headers().get("Set-Cookie")).hasSizeGreaterThan(1);
		assertThat(
				Stream.concat(page.headers().get("Set-Cookie").stream(), answer.headers().get("Set-Cookie").stream()))
			.allSatisfy((cookie) -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure"));
	}

	@Test
	void leavesCookiesOnlyForHttpsWhereItIsUsed() {
		assertThat(this.pages.ask("GET", "/sign-in", "X-Forwarded-Proto", "https").headers().allValues("Set-Cookie"))
			.isNotEmpty()
			.allSatisfy((cookie) -> assertThat(cookie).contains("Secure"));
	}

	@Test
	void isForgottenWhenTheBrowserIsClosedUnlessItIsAskedToRemember() {
		this.visitor.signIn(this.ada);
		assertThat(this.visitor.reopen().open("/account").status()).isEqualTo(302);
		this.visitor.send(this.visitor.open("/sign-in"), "main > form", "email", this.ada.email(), "password",
				this.ada.password(), "remember", "true");
		assertThat(this.visitor.reopen().open("/account").status()).isEqualTo(200);
		assertThat(this.visitor.cookie("SESSION").orElseThrow().getMaxAge()).isEqualTo(30 * 24 * 60 * 60);
		assertThat(this.database.sql("select max_inactive_interval from spring_session where principal_name = :email")
			.param("email", this.ada.email())
			.query(Integer.class)
			.list()).contains(30 * 24 * 60 * 60, 8 * 60 * 60);
	}

	@Test
	void endsWithTheSignOut() {
		this.visitor.signIn(this.ada);
		var stolen = this.pages.visitor();
		stolen.keep(this.visitor.cookie("SESSION").orElseThrow());
		assertThat(stolen.open("/account").status()).isEqualTo(200);
		var out = this.visitor.send(this.visitor.open("/questions"), "form[action='/sign-out']");
		assertThat(this.visitor.arrive(out).links("nav a")).contains("/sign-in");
		assertThat(this.visitor.open("/account").status()).isEqualTo(302);
		assertThat(stolen.open("/account").status()).isEqualTo(302);
	}

	@Test
	void leadsBackToThePageThatSomebodyRead() {
		var read = this.visitor.open("/questions/3?q=a%26b");
		assertThat(read.links("nav a")).contains("/sign-in?to=%2Fquestions%2F3%3Fq%3Da%2526b");
		var form = this.visitor.open("/sign-in?to=%2Fquestions%2F3%3Fq%3Da%2526b");
		var next = this.visitor.send(form, "form[action='/sign-in']", "email", this.ada.email(), "password",
				TestAccounts.PASSWORD);
		assertThat(next.header("Location")).isEqualTo("/questions/3?q=a%26b");
	}

	@Test
	void givesBackWhatWasTypedIntoAFormThatIsOutOfDate() {
		this.visitor.open("/sign-in");
		var refused = this.visitor.post("/sign-in", Map.of("email", "ada@example.org", "password", "a secret"));
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.text("h1")).isEqualTo("This form is out of date");
		assertThat(refused.links("main a")).containsExactly("/sign-in");
		assertThat(refused.text(".sent")).contains("ada@example.org").doesNotContain("a secret");
	}

	@ParameterizedTest
	@CsvSource({ "/sign-in, /sign-in", "/sign-up, /sign-up", "/setup, /setup", "/practice/sessions, /practice/sessions",
			"/practice/plan, /" })
	void saysThatItNeedsCookiesWhereTheBrowserSendsNone(String address, String opened) {
		var refused = this.visitor.post(address,
				Map.of("email", "ada@example.org", "password", "a secret", "_csrf", "from the page"));
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.text("h1")).isEqualTo("This needs cookies");
		assertThat(refused.text("main")).contains("allow them for this site");
		assertThat(refused.links("main a")).containsExactly(opened);
		assertThat(refused.text(".sent")).contains("ada@example.org").doesNotContain("a secret");
	}

	@ParameterizedTest
	@ValueSource(strings = { "present", "password", "owner", "confirmation", "credential", "token", "_csrf" })
	void givesBackNothingThatMayBeSecret(String field) {
		var refused = this.visitor.post("/account/password", Map.of(field, "a secret", "name", "Ada"));
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.text(".sent")).contains("Ada");
		assertThat(refused.html().text()).doesNotContain("a secret");
	}

	@Test
	void leadsToTheSignedOutPageWhereOneIsSignedOutAlready() {
		this.visitor.signIn(this.ada);
		var stale = this.visitor.open("/questions");
		this.visitor.send(this.visitor.open("/questions"), "form[action='/sign-out']");
		var again = this.visitor.send(stale, "form[action='/sign-out']");
		assertThat(this.visitor.arrive(again).text(".said")).isEqualTo("You are signed out.");
		assertThat(this.visitor.arrive(this.visitor.post("/sign-out", Map.of())).text(".said"))
			.isEqualTo("You are signed out.");
	}

	@ParameterizedTest
	@CsvSource({ "same-origin, 302", "same-site, 403", "cross-site, 403", "none, 403", "'', 403" })
	void endsByAFormOfAnotherSignInWhereTheBrowserTellsThatItIsOurs(String site, int status) {
		this.visitor.signIn(this.ada);
		var headers = site.isEmpty() ? new String[0] : new String[] { "Sec-Fetch-Site", site };
		assertThat(this.visitor.post("/sign-out", Map.of("_csrf", "of another sign-in"), headers).status())
			.isEqualTo(status);
		assertThat(this.visitor.open("/account").status()).isEqualTo((status == 302) ? 302 : 200);
	}

	@Test
	void keepsNoPageOfAnybody() {
		this.visitor.signIn(this.ada);
		for (var address : new String[] { "/", "/questions", "/questions/6" }) {
			var own = this.visitor.open(address);
			assertThat(own.text(".own")).isEqualTo(this.ada.name());
			assertThat(own.header("Cache-Control")).isEqualTo("no-store");
			var stranger = this.pages.open(address);
			assertThat(stranger.html().html()).doesNotContain(this.ada.name());
			assertThat(stranger.header("Set-Cookie")).isNull();
			assertThat(stranger.links("nav a")).anyMatch((link) -> link.startsWith("/sign-in"));
		}
	}

	@Test
	void isSlowedForWhoGuesses() {
		for (int times = 0; times < 10; times++) {
			assertThat(this.visitor.signIn(this.ada.email(), "guess number " + times).status()).isEqualTo(401);
		}
		var slowed = this.visitor.signIn(this.ada);
		assertThat(slowed.status()).isEqualTo(429);
		assertThat(Integer.parseInt(slowed.header("Retry-After"))).isBetween(1, 15 * 60);
		assertThat(slowed.text("main form .mistake")).startsWith("Too many attempts.");
		assertThat(slowed.one("#email").val()).isEqualTo(this.ada.email());
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(this.visitor.signIn(this.ada).status()).isEqualTo(302);
	}

	@Test
	void isOpenToItsOwnerWhateverOthersTry() {
		this.visitor.signIn(this.ada);
		this.visitor.send(this.visitor.open("/account"), "form[action='/sign-out']");
		var attacker = this.pages.visitor().beside(this.visitor);
		for (int times = 0; times < 50; times++) {
			attacker.signIn(this.ada.email(), "guess number " + times);
		}
		assertThat(attacker.signIn(this.ada).status()).isEqualTo(429);
		assertThat(this.visitor.signIn(this.ada).status()).isEqualTo(302);
	}

	@Test
	void isSlowedForAnAddressThatTriesManyAccounts() {
		// On a slow machine, an attempt comes back now and then.
		var times = 0;
		while (times < 60 && this.visitor.signIn("nobody" + times + "@example.org", "Winter2026!!").status() != 429) {
			times++;
		}
		assertThat(times).isBetween(40, 59);
		assertThat(this.visitor.signIn(this.ada).status()).isEqualTo(429);
		assertThat(this.pages.visitor().signIn(this.ada).status()).isEqualTo(302);
	}

	@Test
	void keepsAnewWhatWasKeptInAnOlderWay() {
		this.database.sql("update person set password = :old where id = :id")
			.param("old", "{bcrypt}" + new BCryptPasswordEncoder(4).encode("an old password of ada"))
			.param("id", this.ada.id())
			.update();
		assertThat(this.visitor.signIn(this.ada.email(), "an old password of ada").status()).isEqualTo(302);
		assertThat(this.database.sql("select password from person where id = :id")
			.param("id", this.ada.id())
			.query(String.class)
			.single()).startsWith("{argon2id}$argon2id$");
		assertThat(this.pages.visitor().signIn(this.ada.email(), "an old password of ada").status()).isEqualTo(302);
	}

}
