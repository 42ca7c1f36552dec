package questionbank.account;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.PageTest;
import questionbank.Pages;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class SecurityRulesTests {

	@Autowired
	private Pages pages;

	@ParameterizedTest
	@ValueSource(strings = { "/", "/questions", "/questions?q=integration&difficulty=medium&topic=testing&sort=newest",
			"/questions/6", "/questions/random", "/questions/999", "/questions?page=x", "/nothing", "/favicon.svg",
			"/actuator/health" })
	void leavesNoCookieAndStartsNoSession(String address) {
		for (int times = 0; times < 2; times++) {
			var answer = this.pages.ask("GET", address, "Accept", "text/html");
			assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
			assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContainIgnoringCase("jsessionid");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/questions", "/questions/6", "/questions/random", "/questions/999",
			"/questions?difficulty=x", "/nothing", "/favicon.svg" })
	void tellsTheBrowserWhatAPageMayDo(String address) {
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
	void insistsOnHttpsOnlyWhereItIsUsed() {
		for (int times = 0; times < 2; times++) {
			assertThat(this.pages.ask("GET", "/questions").headers().firstValue("Strict-Transport-Security")).isEmpty();
			assertThat(this.pages.ask("GET", "/questions", "X-Forwarded-Proto", "https")
				.headers()
				.firstValue("Strict-Transport-Security")).isPresent();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness" })
	void opensHealthWithoutDetails(String address) {
		var answer = this.pages.ask("GET", address);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"status\":\"UP\"")
			.doesNotContain("components", "H2", "PostgreSQL", "path");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nothing", "/questionsx", "/actuator/env", "/actuator", "/admin", "/error" })
	void closesWhatIsNotNamed(String address) {
		var stranger = this.pages.open(address);
		assertThat(stranger.status()).isEqualTo(404);
		assertThat(stranger.text("h1")).isEqualTo("There is nothing here");
		assertThat(this.pages.open(address, Role.CANDIDATE).status()).isEqualTo(403);
		assertThat(this.pages.open(address, Role.INTERVIEWER).status()).isEqualTo(403);
	}

}
