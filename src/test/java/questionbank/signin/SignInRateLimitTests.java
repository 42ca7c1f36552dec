package questionbank.signin;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.HtmlPage;
import questionbank.MovingClock;
import questionbank.PageTest;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class SignInRateLimitTests extends SignInFixture {

	@Autowired
	private MovingClock clock;

	@Test
	void limitsGuessesForAnAccount() {
		for (int times = 0; times < 10; times++) {
			assertThat(this.visitor.signIn(this.ada.email(), "guess number " + times).status()).isEqualTo(401);
		}
		var limited = this.visitor.signIn(this.ada);
		assertThat(limited.status()).isEqualTo(429);
		assertThat(Integer.parseInt(limited.header("Retry-After"))).isBetween(1, 15 * 60);
		assertThat(limited.text("main form .mistake")).startsWith("Too many attempts.");
		assertThat(limited.one("#email").val()).isEqualTo(this.ada.email());
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(this.visitor.signIn(this.ada).status()).isEqualTo(302);
	}

	@Test
	void limitsPasskeyChallenges() {
		var token = this.visitor.open("/sign-in").html().select("[name=_csrf]").first().val();
		// On a slow machine, an attempt comes back now and then.
		var answers = Stream.generate(() -> challenge(token)).limit(150).toList();
		assertThat(answers.get(0).status()).isEqualTo(200);
		var limited = answers.stream().filter((answer) -> answer.status() == 429).findFirst().orElseThrow();
		assertThat(Integer.parseInt(limited.header("Retry-After"))).isPositive();
	}

	private HtmlPage challenge(String token) {
		return this.visitor.post("/sign-in/passkey/options", Map.of("_csrf", token));
	}

	@Test
	void doesNotLimitAKnownBrowserForOthersGuesses() {
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
	void limitsAnAddressThatTriesManyAccounts() {
		// On a slow machine, an attempt comes back now and then.
		var times = 0;
		while (times < 60 && this.visitor.signIn("nobody" + times + "@example.org", "Winter2026!!").status() != 429) {
			times++;
		}
		assertThat(times).isBetween(40, 59);
		assertThat(this.visitor.signIn(this.ada).status()).isEqualTo(429);
		assertThat(this.pages.visitor().signIn(this.ada).status()).isEqualTo(302);
	}

}
