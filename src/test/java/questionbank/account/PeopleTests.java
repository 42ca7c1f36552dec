package questionbank.account;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.MovingClock;
import questionbank.Page;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccount;
import questionbank.TestAccounts;
import questionbank.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@ExtendWith(OutputCaptureExtension.class)
class PeopleTests {

	private static final String NEW_PASSWORD = "thimble orbit gravel 9 swans";

	@Autowired
	private Pages pages;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private MovingClock clock;

	@Autowired
	private JdbcClient database;

	private TestAccount administrator;

	private TestAccount ada;

	private Visitor desk;

	private Visitor visitor;

	@BeforeEach
	void signIn() {
		this.administrator = this.accounts.add(Role.ADMINISTRATOR);
		this.desk = this.pages.visitor();
		this.desk.signIn(this.administrator);
		this.ada = this.accounts.add(Role.CANDIDATE);
		this.visitor = this.pages.visitor();
		this.visitor.signIn(this.ada);
	}

	@AfterEach
	void logsNothing(CapturedOutput log) {
		assertThat(log).doesNotContain("WARN", "ERROR", "Exception");
	}

	@Test
	void areListedAndFound() {
		var all = this.desk.open("/people");
		assertThat(all.status()).isEqualTo(200);
		assertThat(all.one(".masthead a[href='/people']").attr("aria-current")).isEqualTo("page");
		var found = this.desk.open("/people?q=" + this.ada.email().toUpperCase(Locale.ROOT));
		assertThat(found.texts(".people li")).containsExactly(this.ada.name() + " " + this.ada.email() + " candidate");
		assertThat(this.desk.open("/people?q=%25%00_&page=x").texts(".people li")).isEmpty();
		assertThat(this.desk.open("/people?page=99999").status()).isEqualTo(200);
		assertThat(this.desk.open("/people/999999").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@EnumSource
	void comeInByAnInvitationOnce(Role role) {
		var email = "invited-as-" + role.slug() + System.nanoTime() + "@example.org";
		var link = link(invite(email, role.slug()));
		assertThat(this.database.sql("select count(*) from person_link where token_hash = :secret")
			.param("secret", link.substring(link.lastIndexOf('/') + 1))
			.query(Integer.class)
			.single()).isZero();
		var guest = this.pages.visitor();
		var page = guest.open(link);
		assertThat(page.texts("main strong")).containsExactly(role.slug(), email);
		var wrong = guest.send(page, "main > form", "name", "Guest", "password", "password1234");
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.one("#name").val()).isEqualTo("Guest");
		var account = guest.arrive(guest.send(wrong, "main > form", "password", TestAccounts.PASSWORD));
		assertThat(account.texts("main strong")).containsExactly(email, role.slug());
		for (var again : List.of(this.pages.visitor().open(link),
				this.pages.visitor().post("/invitations/x", Map.of()))) {
			assertThat(again.status()).isBetween(403, 404);
		}
		assertThat(this.pages.visitor().open(link).text("h1")).isEqualTo("This link no longer works");
	}

	@Test
	void acceptAnInvitationAlsoByAnAccountThatTheyMadeFirst() {
		var email = "eager" + System.nanoTime() + "@example.org";
		var link = link(invite(email, "interviewer"));
		var eager = this.pages.visitor();
		assertThat(eager.open("/sign-up").text("main")).contains("it gives your account its role");
		var signedUp = eager.arrive(eager.send(eager.open("/sign-up"), "main > form", "email", email, "name", "Eager",
				"password", TestAccounts.PASSWORD));
		assertThat(signedUp.texts("main strong")).containsExactly(email, "candidate");
		var listed = this.desk.open("/people?q=" + email);
		assertThat(this.desk.open(listed.links(".people a").get(0)).text("form.form"))
			.contains("Invited as interviewer");
		var elsewhere = this.pages.visitor();
		var stranger = elsewhere.open(link);
		assertThat(stranger.text("main")).contains("An account with this e-mail address already exists.");
		assertThat(stranger.html().select("main form")).isEmpty();
		assertThat(stranger.links("main a")).containsExactly("/sign-in?to=" + link);
		this.visitor.post(link, Map.of("_csrf", this.visitor.open("/account").html().select("[name=_csrf]").val()));
		assertThat(this.visitor.open("/account").texts("main strong")).contains("candidate");
		var accepted = eager.arrive(eager.send(eager.open(link), "main form"));
		assertThat(accepted.texts("main strong")).containsExactly(email, "interviewer");
		assertThat(accepted.text(".own")).isEqualTo("Eager");
		assertThat(this.pages.open(link).status()).isEqualTo(404);
	}

	@Test
	void loseNoHigherRoleByAnInvitation() {
		var email = "risen" + System.nanoTime() + "@example.org";
		var link = link(invite(email, "interviewer"));
		var risen = this.pages.visitor();
		risen.send(risen.open("/sign-up"), "main > form", "email", email, "name", "Risen", "password",
				TestAccounts.PASSWORD);
		this.database.sql("update person set role = 'ADMINISTRATOR' where email = ?").param(email).update();
		risen = this.pages.visitor();
		risen.signIn(email, TestAccounts.PASSWORD);
		assertThat(risen.arrive(risen.send(risen.open(link), "main form")).texts("main strong")).containsExactly(email,
				"administrator");
	}

	@Test
	void areNotInvitedTwice() {
		var taken = invite(this.ada.email(), "interviewer");
		assertThat(taken.status()).isEqualTo(422);
		assertThat(taken.text("#email-mistake")).startsWith("An account with this e-mail address already exists.");
		assertThat(taken.one("#role option[selected]").val()).isEqualTo("interviewer");
		assertThat(invite("x", "king").texts("form .mistake")).hasSize(2);
		var first = link(invite("twice@example.org", "interviewer"));
		var second = link(invite("twice@example.org", "interviewer"));
		assertThat(this.pages.open(first).status()).isEqualTo(404);
		assertThat(this.pages.open(second).status()).isEqualTo(200);
	}

	@Test
	void comeTooLateWithAnOldInvitation() {
		var link = link(invite("late@example.org", "interviewer"));
		this.clock.advance(Duration.ofDays(7).minusMinutes(1));
		assertThat(this.pages.open(link).status()).isEqualTo(200);
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(this.pages.open(link).status()).isEqualTo(404);
	}

	@Test
	void chooseANewPasswordByALinkOnceWithinADay() {
		var link = link(reset());
		var guest = this.pages.visitor();
		var page = guest.open(link);
		assertThat(guest.send(page, "main > form", "password", "short").status()).isEqualTo(422);
		var saved = guest.send(page, "main > form", "password", NEW_PASSWORD);
		assertThat(guest.arrive(saved).text(".said")).isEqualTo("Password changed. Sign in with the new one.");
		assertThat(this.visitor.open("/account").status()).isEqualTo(302);
		assertThat(this.pages.visitor().signIn(this.ada).status()).isEqualTo(401);
		assertThat(this.pages.visitor().signIn(this.ada.email(), NEW_PASSWORD).status()).isEqualTo(302);
		assertThat(guest.open(link).status()).isEqualTo(404);
		assertThat(guest.send(page, "main > form", "password", TestAccounts.PASSWORD).status()).isEqualTo(404);
		var unused = link(reset());
		this.clock.advance(Duration.ofHours(24));
		assertThat(guest.open(unused).status()).isEqualTo(404);
	}

	@Test
	void areSignedOutByAChangeOfRoleWhichCountsAtOnce() {
		assertThat(place("interviewer", "true").text(".said")).isEqualTo("Saved. " + this.ada.name() + " is signed out.");
		assertThat(this.visitor.open("/account").status()).isEqualTo(302);
		this.visitor.signIn(this.ada);
		assertThat(this.visitor.open("/account").texts("main strong")).contains("interviewer");
	}

	@Test
	void areKeptOutAndLetInAgain() {
		place("candidate", "false");
		assertThat(this.visitor.open("/account").status()).isEqualTo(302);
		var refused = this.visitor.signIn(this.ada);
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.text("main form .mistake")).startsWith("This account is disabled.");
		assertThat(this.visitor.signIn(this.ada.email(), "not the password").text("main form .mistake"))
			.isEqualTo("The e-mail address or the password is wrong.");
		place("candidate", "true");
		assertThat(this.visitor.signIn(this.ada).status()).isEqualTo(302);
	}

	@Test
	void areNotPlacedOverWhatSomebodyElseDid() {
		var older = this.desk.open("/people/" + this.ada.id());
		place("interviewer", "true");
		var conflict = this.desk.send(older, "form.form", "role", "candidate", "enabled", "false");
		assertThat(conflict.status()).isEqualTo(409);
		assertThat(conflict.text("form .mistake")).contains("now interviewer and active");
		assertThat(conflict.one("#enabled option[selected]").val()).isEqualTo("false");
		assertThat(this.desk.open("/people/" + this.ada.id()).one("#role option[selected]").val())
			.isEqualTo("interviewer");
		assertThat(this.desk.send(conflict, "form.form").status()).isEqualTo(302);
		assertThat(this.desk.open("/people/" + this.ada.id()).one("#enabled option[selected]").val())
			.isEqualTo("false");
	}

	@Test
	void alwaysHaveAnAdministratorAmongThem() {
		this.database.sql(
				"update person set role = 'CANDIDATE', version = version + 1 where role = 'ADMINISTRATOR' and id <> :id")
			.param("id", this.administrator.id())
			.update();
		var own = this.desk.open("/people/" + this.administrator.id());
		for (var placement : List.of(List.of("interviewer", "true"), List.of("administrator", "false"))) {
			var refused = this.desk.send(own, "form.form", "role", placement.get(0), "enabled", placement.get(1));
			assertThat(refused.status()).isEqualTo(422);
			assertThat(refused.text("form .mistake")).startsWith("This is the last administrator.");
		}
		var removal = this.desk.send(this.desk.open("/account"), "form[action='/account/removal']", "confirmation",
				this.administrator.password());
		assertThat(removal.status()).isEqualTo(422);
		assertThat(removal.text("#confirmation-mistake")).startsWith("You are the last administrator.");
		this.accounts.add(Role.ADMINISTRATOR);
		assertThat(this.desk.send(own, "form.form", "role", "interviewer").status()).isEqualTo(302);
		assertThat(this.desk.open("/people").status()).isEqualTo(302);
	}

	@Test
	void saysWhatIsWrongWithAPlacement() {
		var page = this.desk.send(this.desk.open("/people/" + this.ada.id()), "form.form", "role", "king", "enabled",
				"");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.texts("form .mistake")).containsExactly("Please choose one of these roles.",
				"Please choose active or disabled.");
	}

	private Page invite(String email, String role) {
		return this.desk.send(this.desk.open("/people"), "form.form", "email", email, "role", role);
	}

	private Page reset() {
		var address = "/people/" + this.ada.id();
		return this.desk.send(this.desk.open(address), "form[action='" + address + "/reset']");
	}

	private Page place(String role, String enabled) {
		var page = this.desk.open("/people/" + this.ada.id());
		return this.desk.arrive(this.desk.send(page, "form.form", "role", role, "enabled", enabled));
	}

	private static String link(Page page) {
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Cache-Control")).isEqualTo("no-store");
		assertThat(page.text(".link")).startsWith("http://localhost:");
		return page.text(".link").replaceFirst("^http://localhost:[0-9]+", "");
	}

}
