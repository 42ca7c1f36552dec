package questionbank.account;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriUtils;

import questionbank.HtmlPage;
import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/** Invitation and reset links, which work once and expire. */
@PageTest
class LinkTests extends PeopleFixture {

	private static final String NEW_PASSWORD = "thimble orbit gravel 9 swans";

	@Autowired
	private MovingClock clock;

	@ParameterizedTest
	@EnumSource
	void createsAnAccountByInvitationOnce(Role role) {
		var email = "invited-as-" + role.slug() + System.nanoTime() + "@example.org";
		var link = link(invite(email, role.slug()));
		assertThat(this.database.sql("select count(*) from person_link where token_hash = :secret")
			.param("secret", link.substring(link.lastIndexOf('/') + 1))
			.query(Integer.class)
			.single()).isZero();
		var recipient = this.pages.visitor();
		var page = recipient.open(link);
		assertThat(page.texts("main strong")).containsExactly(role.slug(), email);
		var wrong = recipient.send(page, "main > form", "name", "Guest", "password", "password1234");
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.one("#name").val()).isEqualTo("Guest");
		var first = recipient.arrive(recipient.send(wrong, "main > form", "password", TestAccounts.PASSWORD));
		assertThat(first.text("h1")).isEqualTo((role == Role.INTERVIEWER) ? "Interview kits" : "Your account");
		assertThat(recipient.open("/account").texts("main strong")).containsExactly(email, role.slug());
		for (var again : List.of(this.pages.visitor().open(link),
				this.pages.visitor().post("/invitations/x", Map.of()))) {
			assertThat(again.status()).isBetween(403, 404);
		}
		assertThat(this.pages.visitor().open(link).text("h1")).isEqualTo("This link no longer works");
	}

	@Test
	void acceptsAnInvitationByAnExistingAccount() {
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
		var anonymous = elsewhere.open(link);
		assertThat(anonymous.text("main")).contains("An account with this e-mail address already exists.");
		assertThat(anonymous.html().select("main form")).isEmpty();
		assertThat(anonymous.links("main a")).containsExactly("/sign-in?to=" + link);
		this.visitor.post(link, Map.of("_csrf", this.visitor.open("/account").html().select("[name=_csrf]").val()));
		assertThat(this.visitor.open("/account").texts("main strong")).contains("candidate");
		var first = eager.arrive(eager.send(eager.open(link), "main form"));
		assertThat(first.text(".notice")).startsWith("Welcome! Start with a kit below");
		var accepted = eager.open("/account");
		assertThat(accepted.texts("main strong")).containsExactly(email, "interviewer");
		assertThat(accepted.text(".own")).isEqualTo("Eager");
		assertThat(this.pages.open(link).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource({ "candidate, true", "administrator, false" })
	void worksAsLongAsItsCreatorIsAnAdministrator(String role, boolean enabled) {
		var creator = this.accounts.add(Role.ADMINISTRATOR);
		var browser = this.pages.visitor();
		browser.signIn(creator);
		var invitation = link(browser.send(browser.open("/people"), "form[action$=invitations]", "email",
				"accomplice" + System.nanoTime() + "@example.org", "role", "administrator"));
		var reset = link(browser.send(browser.open("/people/" + this.administrator.id()), "form[action$=reset]"));
		assertThat(this.pages.open(invitation).status()).isEqualTo(200);
		assertThat(this.pages.open(reset).status()).isEqualTo(200);
		var form = this.desk.open("/people/" + creator.id());
		assertThat(this.desk.send(form, "main form.form", "role", role, "enabled", Boolean.toString(enabled)).status())
			.isEqualTo(302);
		for (var link : List.of(invitation, reset)) {
			assertThat(this.pages.open(link).text("h1")).isEqualTo("This link no longer works");
		}
	}

	@Test
	void doesNotOutliveTheAccountOfItsCreator() {
		var creator = this.accounts.add(Role.ADMINISTRATOR);
		var browser = this.pages.visitor();
		browser.signIn(creator);
		var invitation = link(browser.send(browser.open("/people"), "form[action$=invitations]", "email",
				"left" + System.nanoTime() + "@example.org", "role", "administrator"));
		this.database.sql("delete from person where id = ?").param(creator.id()).update();
		assertThat(this.pages.open(invitation).status()).isEqualTo(404);
	}

	@Test
	void isNotValidForAPersonWhoseRoleChanged() {
		var reset = link(this.desk.send(this.desk.open("/people/" + this.ada.id()), "form[action$=reset]"));
		this.desk.send(this.desk.open("/people/" + this.ada.id()), "main form.form", "role", "interviewer");
		assertThat(this.pages.open(reset).status()).isEqualTo(404);
	}

	@Test
	void isListedUntilItIsWithdrawn() {
		var email = "waiting" + System.nanoTime() + "@example.org";
		var link = link(invite(email, "interviewer"));
		var entry = this.desk.open("/people").one(".invitations li:contains(" + email + ")");
		assertThat(entry.text()).contains("interviewer", this.administrator.name());
		var form = entry.selectFirst("form[action$=removal]");
		var list = this.desk.arrive(this.desk.send(form, form.attr("action")));
		assertThat(list.text(".notice")).startsWith("The invitation is withdrawn.");
		assertThat(list.texts(".invitations .email")).doesNotContain(email);
		assertThat(this.pages.open(link).status()).isEqualTo(404);
	}

	@Test
	void invitesSeveralAndSaysOfEachWhyItIsRefused() {
		var first = "first" + System.nanoTime() + "@example.org";
		var second = "second" + System.nanoTime() + "@example.org";
		var page = invite("Grace Hopper <" + first + ">, not an address\n\n" + this.ada.email() + "\n" + second,
				"interviewer");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.texts(".share > p:first-child")).hasSize(2)
			.allSatisfy((text) -> assertThat(text).startsWith("Copy this link and send it to "));
		assertThat(page.texts(".share strong")).containsExactly("Grace Hopper (" + first + ")", second);
		assertThat(page.texts(".link")).allSatisfy(
				(link) -> assertThat(this.pages.open(link.replaceFirst("^http://[^/]+", "")).status()).isEqualTo(200));
		assertThat(page.texts("#email-mistake span")).hasSize(2)
			.satisfiesExactly((text) -> assertThat(text).startsWith("“not an address” is not an e-mail address."),
					(text) -> assertThat(text).startsWith("“" + this.ada.email() + "” has an account already."));
		assertThat(page.one("#email").val()).isEqualTo("not an address\n" + this.ada.email());
		assertThat(page.texts(".invitations li"))
			.anySatisfy((entry) -> assertThat(entry).contains("Grace Hopper", first));
		var many = IntStream.rangeClosed(1, 51).mapToObj((n) -> n + "@example.org").collect(Collectors.joining(", "));
		assertThat(invite(many, "interviewer").text("#email-mistake")).contains("At most 50");
	}

	@Test
	void offersALinkToCopyAndAMailToWrite() {
		var email = "mailto+" + System.nanoTime() + "@example.org";
		var page = invite(email, "interviewer");
		assertThat(page.one("[data-copy]").attr("data-copy")).isEqualTo(page.text(".link"));
		assertThat(page.one("[data-copy]").hasAttr("hidden")).isTrue();
		var mailto = page.one(".share a").attr("href");
		assertThat(mailto)
			.startsWith("mailto:" + email.replace("+", "%2B") + "?subject=Your%20invitation%20to%20Question%20Bank")
			.contains("&body=Hello%2C%0D%0A");
		assertThat(UriUtils.decode(mailto, StandardCharsets.UTF_8)).contains(page.text(".link"));
	}

	@Test
	void isReplacedByANewLinkForTheSamePerson() {
		var email = "again" + System.nanoTime() + "@example.org";
		var first = link(invite("Again <" + email + ">", "interviewer"));
		var form = this.desk.open("/people").one(".invitations li:contains(" + email + ") form[action$=renewal]");
		var page = this.desk.send(form, form.attr("action"));
		var second = link(page);
		assertThat(page.text(".share strong")).isEqualTo("Again (" + email + ")");
		assertThat(this.pages.open(first).status()).isEqualTo(404);
		assertThat(this.pages.open(second).texts("main strong")).containsExactly("interviewer", email);
		assertThat(this.pages.open(second).one("#name").val()).isEqualTo("Again");
		assertThat(this.desk.send(form, form.attr("action").replaceAll("\\d+", "999999999")).status()).isEqualTo(404);
	}

	@Test
	void keepsAHigherRoleThanTheInvitation() {
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
	void invitesNoExistingAccountAndReplacesAnEarlierInvitation() {
		var taken = invite(this.ada.email(), "interviewer");
		assertThat(taken.status()).isEqualTo(422);
		assertThat(taken.text("#email-mistake")).startsWith("“" + this.ada.email() + "” has an account already.");
		assertThat(taken.one("#role option[selected]").val()).isEqualTo("interviewer");
		assertThat(invite("x", "king").texts("form .mistake")).hasSize(1);
		assertThat(invite("", "interviewer").text("#email-mistake")).isEqualTo("Please type an e-mail address.");
		var first = link(invite("twice@example.org", "interviewer"));
		var second = link(invite("twice@example.org", "interviewer"));
		assertThat(this.pages.open(first).status()).isEqualTo(404);
		assertThat(this.pages.open(second).status()).isEqualTo(200);
	}

	@Test
	void expiresAnInvitationAfterSevenDays() {
		var link = link(invite("late@example.org", "interviewer"));
		this.clock.advance(Duration.ofDays(7).minusMinutes(1));
		assertThat(this.pages.open(link).status()).isEqualTo(200);
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(this.pages.open(link).status()).isEqualTo(404);
	}

	@Test
	void resetsThePasswordByALinkOnceWithinADay() {
		var link = link(reset());
		var recipient = this.pages.visitor();
		var page = recipient.open(link);
		assertThat(recipient.send(page, "main > form", "password", "short").status()).isEqualTo(422);
		var saved = recipient.send(page, "main > form", "password", NEW_PASSWORD);
		assertThat(recipient.arrive(saved).text(".notice")).isEqualTo("Password changed. Sign in with the new one.");
		assertThat(this.visitor.open("/account").status()).isEqualTo(302);
		assertThat(this.pages.visitor().signIn(this.ada).status()).isEqualTo(401);
		assertThat(this.pages.visitor().signIn(this.ada.email(), NEW_PASSWORD).status()).isEqualTo(302);
		assertThat(recipient.open(link).status()).isEqualTo(404);
		assertThat(recipient.send(page, "main > form", "password", TestAccounts.PASSWORD).status()).isEqualTo(404);
		var unused = link(reset());
		this.clock.advance(Duration.ofHours(24));
		assertThat(recipient.open(unused).status()).isEqualTo(404);
	}

	private HtmlPage invite(String email, String role) {
		return this.desk.send(this.desk.open("/people"), "form.form", "email", email, "role", role);
	}

	private HtmlPage reset() {
		var address = "/people/" + this.ada.id();
		return this.desk.send(this.desk.open(address), "form[action='" + address + "/reset']");
	}

	private static String link(HtmlPage page) {
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Cache-Control")).contains("no-store");
		assertThat(page.text(".link")).startsWith("http://localhost:");
		return page.text(".link").replaceFirst("^http://localhost:[0-9]+", "");
	}

}
