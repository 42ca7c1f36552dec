package questionbank.signin;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.PageTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The session and its cookie, from sign-in to sign-out. */
@PageTest
class SessionCookieTests extends SignInFixture {

	@Autowired
	private JdbcClient database;

	@Test
	void rotatesTheSessionId() {
		this.visitor.signIn(this.ada);
		var planted = this.visitor.cookie("SESSION").orElseThrow();
		var token = this.visitor.open("/account").html().select("input[name=_csrf]").first().val();
		var response = this.visitor.post("/sign-in",
				Map.of("email", this.ada.email(), "password", this.ada.password(), "_csrf", token));
		assertThat(response.status()).isEqualTo(302);
		assertThat(this.visitor.cookie("SESSION").orElseThrow().getValue()).isNotEqualTo(planted.getValue());
		var other = this.pages.visitor();
		other.keep(planted);
		assertThat(other.open("/account").status()).isEqualTo(302);
	}

	@Test
	void setsHttpOnlySameSiteCookies() {
		var page = this.visitor.open("/sign-in");
		var response = this.visitor.send(page, "main > form", "email", this.ada.email(), "password",
				this.ada.password());
		assertThat(page.headers().get("Set-Cookie")).hasSize(1);
		assertThat(response.headers().get("Set-Cookie")).hasSizeGreaterThan(1);
		assertThat(
				Stream.concat(page.headers().get("Set-Cookie").stream(), response.headers().get("Set-Cookie").stream()))
			.allSatisfy((cookie) -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure"));
	}

	@Test
	void setsSecureCookiesOverHttps() {
		assertThat(this.pages.ask("GET", "/sign-in", "X-Forwarded-Proto", "https").headers().allValues("Set-Cookie"))
			.isNotEmpty()
			.allSatisfy((cookie) -> assertThat(cookie).contains("Secure"));
	}

	@Test
	void endsWithTheBrowserUnlessRemembered() {
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
	void invalidatesTheSessionAtSignOut() {
		this.visitor.signIn(this.ada);
		var stolen = this.pages.visitor();
		stolen.keep(this.visitor.cookie("SESSION").orElseThrow());
		assertThat(stolen.open("/account").status()).isEqualTo(200);
		var out = this.visitor.send(this.visitor.open("/questions"), "form[action='/sign-out']");
		assertThat(this.visitor.arrive(out).links("nav a")).contains("/sign-in");
		assertThat(this.visitor.open("/account").status()).isEqualTo(302);
		assertThat(stolen.open("/account").status()).isEqualTo(302);
	}

}
