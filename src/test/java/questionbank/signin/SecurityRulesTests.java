package questionbank.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccounts;
import questionbank.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class SecurityRulesTests {

	@Autowired
	private Pages pages;

	@Autowired
	private TestAccounts accounts;

	@ParameterizedTest
	@ValueSource(strings = { "/", "/questions", "/questions?q=integration&difficulty=medium&topic=testing&sort=newest",
			"/questions/6", "/questions/random", "/questions/999", "/questions?page=x", "/nothing", "/favicon.svg",
			"/actuator/health" })
	void setsNoCookieAndCreatesNoSession(String address) {
		for (int times = 0; times < 2; times++) {
			var response = this.pages.ask("GET", address, "Accept", "text/html");
			assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
			assertThat(new String(response.body(), StandardCharsets.UTF_8)).doesNotContainIgnoringCase("jsessionid");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/questions", "/questions/6", "/questions/random", "/questions/999",
			"/questions?difficulty=x", "/nothing", "/favicon.svg" })
	void setsSecurityHeaders(String address) {
		for (int times = 0; times < 2; times++) {
			var headers = this.pages.ask("GET", address, "Accept", "text/html").headers();
			assertThat(headers.allValues("Content-Security-Policy")).singleElement()
				.asString()
				.contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'",
						"base-uri 'none'", "form-action 'self'")
				.doesNotContain("unsafe", "*", "http:", "https:", "data:");
			assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
			assertThat(headers.allValues("Referrer-Policy")).containsExactly("same-origin");
			assertThat(headers.allValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
			assertThat(headers.allValues("Permissions-Policy")).singleElement()
				.asString()
				.contains("camera=()", "microphone=()", "geolocation=()");
			assertThat(headers.firstValue("Server")).isEmpty();
			assertThat(headers.firstValue("X-Powered-By")).isEmpty();
		}
	}

	@Test
	void setsHstsOverHttpsOnly() {
		for (int times = 0; times < 2; times++) {
			assertThat(this.pages.ask("GET", "/questions").headers().firstValue("Strict-Transport-Security")).isEmpty();
			assertThat(this.pages.ask("GET", "/questions", "X-Forwarded-Proto", "https")
				.headers()
				.firstValue("Strict-Transport-Security")).isPresent();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness" })
	void showsHealthWithoutDetails(String address) {
		var response = this.pages.ask("GET", address);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("\"status\":\"UP\"")
			.doesNotContain("components", "H2", "PostgreSQL", "path");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nothing", "/questionsx", "/actuator/env", "/actuator", "/admin", "/error", "/sign-out",
			"/people/x/y" })
	void respondsNotFoundToEveryRoleIfNothingExists(String address) {
		var anonymous = this.pages.open(address);
		assertThat(anonymous.status()).isEqualTo(404);
		assertThat(anonymous.text("h1")).isEqualTo("Page not found");
		for (var role : Role.values()) {
			assertThat(this.pages.open(address, role).status()).isEqualTo(404);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/account", "/people", "/people?q=a%26b", "/people/1" })
	void redirectsAnonymousRequestsToTheSignIn(String address) {
		var response = this.pages.ask("GET", address);
		assertThat(response.statusCode()).isEqualTo(302);
		assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
		assertThat(response.headers().firstValue("Location")).hasValueSatisfying(
				(to) -> assertThat(to).isEqualTo("/sign-in?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8)));
	}

	@Test
	void respondsForbiddenWithoutTheRole() {
		assertThat(this.pages.open("/people", Role.CANDIDATE).status()).isEqualTo(403);
		assertThat(this.pages.open("/people", Role.INTERVIEWER).status()).isEqualTo(403);
		var visitor = this.pages.visitor();
		visitor.signIn(this.accounts.add(Role.CANDIDATE));
		var denied = visitor.open("/people");
		assertThat(denied.status()).isEqualTo(403);
		assertThat(denied.text("h1")).isEqualTo("You don’t have access");
		assertThat(denied.text(".own")).startsWith("TestAccount");
	}

	@Test
	void rejectsFormsWithoutACsrfToken() {
		var visitor = this.pages.visitor();
		visitor.signIn(this.accounts.add(Role.ADMINISTRATOR));
		assertThat(visitor.post("/account/name", Map.of("name", "Mallory", "version", "1")).status()).isEqualTo(403);
		assertThat(visitor.post("/sign-out", Map.of()).status()).isEqualTo(403);
		assertThat(visitor.open("/account").text(".own")).startsWith("TestAccount");
	}

	@Test
	void authorizesMetricsByBearerToken() {
		var read = this.pages.ask("GET", "/actuator/prometheus", "Authorization", "Bearer the token of the tests");
		assertThat(read.statusCode()).isEqualTo(200);
		assertThat(new String(read.body(), StandardCharsets.UTF_8)).contains("http_server_requests_seconds_count",
				"cache_gets_total{cache=\"pages\",result=\"hit\"}");
		for (var wrong : List.of("Bearer the token", "Bearer ", "the token of the tests", "Basic eDp4")) {
			var denied = this.pages.ask("GET", "/actuator/prometheus", "Authorization", wrong);
			assertThat(denied.statusCode()).isEqualTo(401);
			assertThat(denied.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
		}
	}

	@Test
	void respondsUnauthorizedToAnonymousPosts() {
		var visitor = this.pages.visitor();
		var token = visitor.open("/sign-in").one("main > form input[name=_csrf]").val();
		var denied = visitor.post("/account/name", Map.of("name", "Mallory", "_csrf", token));
		assertThat(denied.status()).isEqualTo(401);
		assertThat(denied.text("h1")).isEqualTo("You are signed out");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SESSION=x", "SESSION=AAAA", "SESSION=%00; XSRF-TOKEN=%00; BROWSER=%00",
			"XSRF-TOKEN=; BROWSER=" })
	void ignoresMalformedCookies(String cookies) {
		assertThat(this.pages.ask("GET", "/questions", "Cookie", cookies).statusCode()).isEqualTo(200);
		assertThat(this.pages.ask("GET", "/account", "Cookie", cookies).statusCode()).isEqualTo(302);
		assertThat(this.pages.ask("GET", "/sign-in", "Cookie", cookies).statusCode()).isEqualTo(200);
	}

}
