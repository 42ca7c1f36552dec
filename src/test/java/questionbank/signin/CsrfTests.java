package questionbank.signin;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import questionbank.PageTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Forms with a missing, foreign or stale CSRF token. */
@PageTest
class CsrfTests extends SignInFixture {

	@Test
	void usesAHostOnlyCookieOverTls() {
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
		var response = this.pages.sendInTheRaw("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
				+ "X-Forwarded-Proto: https\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
				+ body.length() + "\r\nCookie: " + cookie + "\r\n\r\n" + body);
		return Integer.parseInt(new String(response, StandardCharsets.UTF_8).substring(9, 12));
	}

	@Test
	void returnsTheInputOfAnExpiredForm() {
		this.visitor.open("/sign-in");
		var rejected = this.visitor.post("/sign-in", Map.of("email", "ada@example.org", "password", "a secret"));
		assertThat(rejected.status()).isEqualTo(403);
		assertThat(rejected.text("h1")).isEqualTo("This form has expired");
		assertThat(rejected.links("main a")).containsExactly("/sign-in");
		assertThat(rejected.text(".sent")).contains("ada@example.org").doesNotContain("a secret");
	}

	@ParameterizedTest
	@CsvSource({ "/sign-in, /sign-in", "/sign-up, /sign-up", "/setup, /setup", "/practice/sessions, /practice/sessions",
			"/practice/plan, /" })
	void asksForCookiesIfTheBrowserSendsNone(String address, String opened) {
		var rejected = this.visitor.post(address,
				Map.of("email", "ada@example.org", "password", "a secret", "_csrf", "from the page"));
		assertThat(rejected.status()).isEqualTo(403);
		assertThat(rejected.text("h1")).isEqualTo("Cookies are needed");
		assertThat(rejected.text("main")).contains("allow them for this site");
		assertThat(rejected.links("main a")).containsExactly(opened);
		assertThat(rejected.text(".sent")).contains("ada@example.org").doesNotContain("a secret");
	}

	@ParameterizedTest
	@ValueSource(strings = { "present", "password", "owner", "confirmation", "credential", "token", "_csrf" })
	void returnsNoSecretInput(String field) {
		var rejected = this.visitor.post("/account/password", Map.of(field, "a secret", "name", "Ada"));
		assertThat(rejected.status()).isEqualTo(403);
		assertThat(rejected.text(".sent")).contains("Ada");
		assertThat(rejected.html().text()).doesNotContain("a secret");
	}

	@Test
	void acceptsASecondSignOut() {
		this.visitor.signIn(this.ada);
		var stale = this.visitor.open("/questions");
		this.visitor.send(this.visitor.open("/questions"), "form[action='/sign-out']");
		var again = this.visitor.send(stale, "form[action='/sign-out']");
		assertThat(this.visitor.arrive(again).text(".notice")).isEqualTo("You are signed out.");
		assertThat(this.visitor.arrive(this.visitor.post("/sign-out", Map.of())).text(".notice"))
			.isEqualTo("You are signed out.");
	}

	@ParameterizedTest
	@CsvSource({ "same-origin, 302", "same-site, 403", "cross-site, 403", "none, 403", "'', 403" })
	void acceptsAStaleTokenAtSignOutFromTheSameOrigin(String site, int status) {
		this.visitor.signIn(this.ada);
		var headers = site.isEmpty() ? new String[0] : new String[] { "Sec-Fetch-Site", site };
		assertThat(this.visitor.post("/sign-out", Map.of("_csrf", "of another sign-in"), headers).status())
			.isEqualTo(status);
		assertThat(this.visitor.open("/account").status()).isEqualTo((status == 302) ? 302 : 200);
	}

}
