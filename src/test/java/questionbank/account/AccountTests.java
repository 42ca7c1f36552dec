package questionbank.account;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import questionbank.HtmlPage;
import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccount;
import questionbank.TestAccounts;
import questionbank.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@ExtendWith(OutputCaptureExtension.class)
class AccountTests {

	private static final String NEW_PASSWORD = "thimble orbit gravel 9 swans";

	@Autowired
	private Pages pages;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private People people;

	@Autowired
	private MovingClock clock;

	private TestAccount ada;

	private Visitor visitor;

	private Visitor elsewhere;

	@BeforeEach
	void signIn() {
		this.ada = this.accounts.add(Role.INTERVIEWER);
		this.visitor = this.pages.visitor();
		this.visitor.signIn(this.ada);
		this.elsewhere = this.pages.visitor();
		this.elsewhere.send(this.elsewhere.open("/sign-in"), "main > form", "email", this.ada.email(), "password",
				this.ada.password(), "remember", "true");
	}

	@AfterEach
	void logsNoProblem(CapturedOutput log) {
		assertThat(log).doesNotContain("WARN", "ERROR", "Exception");
	}

	@Test
	void showsANewNameInAllSessionsAtOnce() {
		var page = this.visitor.arrive(rename(this.visitor, "Ada Lovelace"));
		assertThat(page.text(".notice")).isEqualTo("Name saved.");
		assertThat(page.text(".own")).isEqualTo("Ada Lovelace");
		assertThat(page.one("#name").val()).isEqualTo("Ada Lovelace");
		assertThat(this.visitor.open("/questions").text(".own")).isEqualTo("Ada Lovelace");
		assertThat(this.elsewhere.open("/questions").text(".own")).isEqualTo("Ada Lovelace");
		assertThat(this.visitor.open("/account").html().select(".notice")).isEmpty();
	}

	@Test
	void rejectsAStaleName() {
		var older = this.elsewhere.open("/account");
		rename(this.visitor, "Ada Lovelace");
		var conflict = this.elsewhere.send(older, "form[action='/account/name']", "name", "Countess Ada");
		assertThat(conflict.status()).isEqualTo(409);
		assertThat(conflict.text("#name-mistake")).contains("“Ada Lovelace”", "“Countess Ada”");
		assertThat(conflict.one("#name").val()).isEqualTo("Countess Ada");
		assertThat(this.visitor.open("/account").one("#name").val()).isEqualTo("Ada Lovelace");
		var saved = this.elsewhere.send(conflict, "form[action='/account/name']");
		assertThat(saved.status()).isEqualTo(302);
		assertThat(this.visitor.open("/account").one("#name").val()).isEqualTo("Countess Ada");
	}

	@Test
	void detectsAConflictAfterAValidationError() {
		var rejected = rename(this.elsewhere, "x".repeat(101));
		assertThat(rejected.status()).isEqualTo(422);
		assertThat(rejected.one("#name").val()).hasSize(101);
		rename(this.visitor, "Ada Lovelace");
		assertThat(this.elsewhere.send(rejected, "form[action='/account/name']", "name", "Countess Ada").status())
			.isEqualTo(409);
	}

	@Test
	void changesThePasswordAndRevokesOtherSessions() {
		var changed = this.visitor.arrive(change(this.ada.password(), NEW_PASSWORD));
		assertThat(changed.text(".notice")).isEqualTo("Password changed. You are signed out on all other devices.");
		assertThat(this.elsewhere.open("/account").status()).isEqualTo(302);
		assertThat(this.pages.visitor().signIn(this.ada).status()).isEqualTo(401);
		assertThat(this.pages.visitor().signIn(this.ada.email(), NEW_PASSWORD).status()).isEqualTo(302);
	}

	@Test
	void requiresTheCurrentPasswordForANewOne() {
		var page = change("not the password", NEW_PASSWORD);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#present-mistake")).isEqualTo("This is not your password.");
		assertThat(change(this.ada.password(), "password1234").text("#password-mistake"))
			.startsWith("This password is easy to guess.");
		assertThat(change(this.ada.password(), this.ada.name() + " 123").status()).isEqualTo(422);
		assertThat(this.elsewhere.open("/account").status()).isEqualTo(200);
		assertThat(this.pages.visitor().signIn(this.ada).status()).isEqualTo(302);
	}

	@Test
	void limitsGuessesOfTheCurrentPassword() {
		for (int times = 0; times < 20; times++) {
			change("guess number " + times, NEW_PASSWORD);
		}
		var limited = change(this.ada.password(), NEW_PASSWORD);
		assertThat(limited.status()).isEqualTo(429);
		assertThat(limited.header("Retry-After")).isNotNull();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(change(this.ada.password(), NEW_PASSWORD).status()).isEqualTo(302);
	}

	@Test
	void signsOutEverywhere() {
		var out = this.visitor.send(this.visitor.open("/account"), "form[action='/account/sign-out']");
		assertThat(this.visitor.arrive(out).text(".notice")).isEqualTo("You are signed out on every device.");
		assertThat(this.visitor.open("/account").status()).isEqualTo(302);
		assertThat(this.elsewhere.open("/account").status()).isEqualTo(302);
		assertThat(this.pages.visitor().signIn(this.ada).status()).isEqualTo(302);
	}

	@Test
	void deletesTheAccount() {
		var page = this.visitor.open("/account");
		var form = "form[action='/account/removal']";
		assertThat(page.text("section:has(" + form + ")")).contains("your name remains");
		assertThat(this.visitor.send(page, form, "confirmation", "not the password").text("#confirmation-mistake"))
			.isEqualTo("This is not your password.");
		var deleted = this.visitor.send(page, form, "confirmation", this.ada.password());
		assertThat(this.visitor.arrive(deleted).text(".notice")).isEqualTo("Your account is deleted.");
		assertThat(this.elsewhere.open("/account").status()).isEqualTo(302);
		assertThat(this.pages.visitor().signIn(this.ada).status()).isEqualTo(401);
		assertThat(this.people.find(this.ada.id())).isEmpty();
	}

	private HtmlPage rename(Visitor browser, String name) {
		return browser.send(browser.open("/account"), "form[action='/account/name']", "name", name);
	}

	private HtmlPage change(String present, String password) {
		return this.visitor.send(this.visitor.open("/account"), "form[action='/account/password']", "present", present,
				"password", password);
	}

}
