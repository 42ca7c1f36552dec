package questionbank.signin;

import java.util.LinkedHashMap;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import questionbank.PageTest;
import questionbank.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class SignInTests extends SignInFixture {

	@Autowired
	private JdbcClient database;

	@Test
	void redirectsToTheRequestedPage() {
		var page = this.visitor.arrive(this.visitor.open("/account?x=a%26b"));
		assertThat(page.text("h1")).isEqualTo("Sign in");
		var response = this.visitor.send(page, "main > form", "email", this.ada.email(), "password",
				this.ada.password());
		assertThat(response.status()).isEqualTo(302);
		assertThat(response.header("Location")).isEqualTo("/account?x=a%26b");
		assertThat(this.visitor.arrive(response).text(".own")).isEqualTo(this.ada.name());
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "//evil.example", "/\\evil.example", "\\evil.example", "x",
			"javascript:alert(1)", "/a\\..\\b", "" })
	void redirectsToNoOtherOrigin(String address) {
		var response = this.visitor.send(this.visitor.open("/sign-in"), "main > form", "email", this.ada.email(),
				"password", this.ada.password(), "to", address);
		assertThat(response.header("Location")).isEqualTo("/");
	}

	@ParameterizedTest
	@CsvSource({ "/\u2028, /%E2%80%A8", "/\u2029x, /%E2%80%A9x", "/\u00a0\ufeff, /%C2%A0%EF%BB%BF",
			"/questions?q=\u00fc \ud83d\ude42, /questions?q=%C3%BC%20%F0%9F%99%82",
			"/questions?q=a%26b&topic={x}, /questions?q=a%26b&topic=%7Bx%7D",
			"/questions/3#\"<>^`|, /questions/3#%22%3C%3E%5E%60%7C" })
	void encodesTheTargetForTheLocationHeader(String address, String location) {
		var response = this.visitor.send(this.visitor.open("/sign-in"), "main > form", "email", this.ada.email(),
				"password", this.ada.password(), "to", address);
		assertThat(response.header("Location")).isEqualTo(location);
	}

	@Test
	void redirectsToThePageWithTheSignInLink() {
		var read = this.visitor.open("/questions/3?q=a%26b");
		assertThat(read.links("nav a")).contains("/sign-in?to=%2Fquestions%2F3%3Fq%3Da%2526b");
		var form = this.visitor.open("/sign-in?to=%2Fquestions%2F3%3Fq%3Da%2526b");
		var next = this.visitor.send(form, "form[action='/sign-in']", "email", this.ada.email(), "password",
				TestAccounts.PASSWORD);
		assertThat(next.header("Location")).isEqualTo("/questions/3?q=a%26b");
	}

	@Test
	void normalizesTheEmailAddress() {
		assertThat(this.visitor.signIn("  " + this.ada.email().toUpperCase(Locale.ROOT) + " ", this.ada.password())
			.status()).isEqualTo(302);
	}

	@Test
	void givesTheSameMessageForAWrongPasswordAndAnUnknownAccount() {
		var wrong = this.visitor.signIn(this.ada.email(), "not the password at all");
		var unknown = this.visitor.signIn("nobody@example.org", "not the password at all");
		assertThat(wrong.status()).isEqualTo(401).isEqualTo(unknown.status());
		assertThat(wrong.text("#password-mistake")).isEqualTo("The e-mail address or the password is wrong.")
			.isEqualTo(unknown.text("#password-mistake"));
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
	void showsErrorsBesideTheField(String typed, String field, String message) {
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
	void doesNotCachePagesOfASignedInUser() {
		this.visitor.signIn(this.ada);
		for (var address : new String[] { "/", "/questions", "/questions/6" }) {
			var own = this.visitor.open(address);
			assertThat(own.text(".own")).isEqualTo(this.ada.name());
			assertThat(own.header("Cache-Control")).contains("no-store");
			var anonymous = this.pages.open(address);
			assertThat(anonymous.html().html()).doesNotContain(this.ada.name());
			assertThat(anonymous.header("Set-Cookie")).isNull();
			assertThat(anonymous.links("nav a")).anyMatch((link) -> link.startsWith("/sign-in"));
		}
	}

	@Test
	void upgradesAnOlderPasswordHash() {
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
