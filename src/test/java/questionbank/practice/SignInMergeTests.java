package questionbank.practice;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.HtmlPage;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccounts;
import questionbank.Visitor;
import questionbank.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Signing up or in moves the practice of the browser to the account. */
@PageTest
class SignInMergeTests {

	@Autowired
	private Pages pages;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private JdbcClient database;

	@Test
	void signingUpMovesThePracticeToTheAccount() {
		var visitor = this.pages.visitor();
		plan(visitor, "daily", "7");
		practise(visitor, "7", "As a stranger", "4");
		var before = visitor.open("/practice").texts(".shares tbody td");
		visitor.send(visitor.open("/sign-up"), "main > form", "email", "newcomer" + visitor.hashCode() + "@example.org",
				"name", "New Comer", "password", TestAccounts.PASSWORD);
		assertThat(visitor.cookie("PRACTICE")).isEmpty();
		var after = visitor.open("/practice");
		assertThat(after.texts(".shares tbody td")).isEqualTo(before);
		assertThat(after.one("#daily").val()).isEqualTo("7");
		assertThat(answers(visitor)).containsExactly("As a stranger");
	}

	@Test
	void theEndOfASessionOffersToKeepThePracticeAndReturnsToIt() {
		var visitor = this.pages.visitor();
		plan(visitor, "daily", "7");
		var over = practise(visitor, "7", "As a stranger", "4");
		assertThat(over.text(".offer")).contains("So far only this browser has your answer and your plan.");
		var signUp = visitor.open(over.links(".offer a").get(0));
		assertThat(signUp.text(".kept"))
			.startsWith("Your account will keep your answer and your plan on every device.");
		var back = visitor.arrive(visitor.send(signUp, "main > form", "email",
				"kept" + visitor.hashCode() + "@example.org", "name", "Kept", "password", TestAccounts.PASSWORD));
		assertThat(back.text("h1")).isEqualTo(over.text("h1"));
		assertThat(back.text(".notice")).contains("are now in your account");
		assertThat(back.html().select(".offer")).isEmpty();
	}

	@Test
	void signingInFromTheEndOfASessionSaysThatThePracticeCameAlong() {
		var visitor = this.pages.visitor();
		plan(visitor, "daily", "7");
		var over = practise(visitor, "7", "As a stranger", "4");
		var person = this.accounts.add(Role.CANDIDATE);
		var back = visitor.arrive(visitor.send(visitor.open(over.links(".offer a").get(1)), "form[action='/sign-in']",
				"email", person.email(), "password", person.password()));
		assertThat(back.text("h1")).isEqualTo(over.text("h1"));
		assertThat(back.text(".notice")).isEqualTo("Your answer and plan are now in your account.");
	}

	@Test
	void signUpWithoutAnAddressReturnsToThePracticeThatCameAlong() {
		var visitor = this.pages.visitor();
		practise(visitor, "7", "As a stranger", "4");
		practise(visitor, "8", "As a stranger", "4");
		var signUp = visitor.open("/sign-up");
		assertThat(signUp.text(".kept")).contains("your 2 answers on every device");
		var page = visitor.arrive(visitor.send(signUp, "main > form", "email",
				"along" + visitor.hashCode() + "@example.org", "name", "Along", "password", TestAccounts.PASSWORD));
		assertThat(page.text("h1")).isEqualTo("Practice");
		assertThat(page.text(".notice")).contains("are now in your account");
	}

	@Test
	void signUpDoesNotRedirectToAnotherSite() {
		var visitor = this.pages.visitor();
		var signUp = visitor.open("/sign-up?to=//evil.example.org/");
		assertThat(visitor
			.send(signUp, "main > form", "email", "away" + visitor.hashCode() + "@example.org", "name", "Away",
					"password", TestAccounts.PASSWORD)
			.header("Location")).isEqualTo("/");
	}

	@Test
	void signingInMergesThePracticeIntoOneHistory() {
		var person = this.accounts.add(Role.CANDIDATE);
		var known = this.pages.visitor();
		known.signIn(person);
		plan(known, "daily", "5");
		practise(known, "7", "With the account", "3");
		practise(known, "6", "Another", "4");
		var browser = this.pages.visitor();
		practise(browser, "7", "In a browser", "4");
		practise(browser, "8", "Only here", "1");
		browser.signIn(person);
		assertThat(answers(browser)).containsExactlyInAnyOrder("With the account", "Another", "In a browser",
				"Only here");
		assertThat(answers(known)).isEqualTo(answers(browser));
		assertThat(browser.open("/practice").one("#daily").val()).isEqualTo("5");
		assertThat(this.database.sql("""
				select reviews from card c join learner l on l.id = c.learner_id
				where l.person_id = ? order by c.question_id""").param(person.id()).query(Integer.class).list())
			.containsExactly(1, 2, 1);
		assertThat(this.database
			.sql("select first_grade from card c join learner l on l.id = c.learner_id "
					+ "where l.person_id = ? and question_id = 7")
			.param(person.id())
			.query(String.class)
			.single()).isEqualTo("GOOD");
	}

	@Test
	void concurrentSignInsMoveThePracticeOnce() throws Exception {
		var person = this.accounts.add(Role.CANDIDATE);
		var browser = this.pages.visitor();
		practise(browser, "7", "Once", "4");
		var secret = browser.cookie("PRACTICE").orElseThrow();
		var tabs = IntStream.range(0, 4).mapToObj((i) -> this.pages.visitor()).toList();
		tabs.forEach((tab) -> tab.keep(secret));
		var threads = Executors.newFixedThreadPool(4);
		var signedIn = threads.invokeAll(tabs.stream()
			.map((tab) -> (java.util.concurrent.Callable<HtmlPage>) () -> tab.signIn(person))
			.toList());
		threads.shutdown();
		for (var page : signedIn) {
			assertThat(page.get().status()).isEqualTo(302);
		}
		assertThat(answers(tabs.get(0))).containsExactly("Once");
		assertThat(this.database
			.sql("select reviews from card c join learner l on l.id = c.learner_id where person_id = ?")
			.param(person.id())
			.query(Integer.class)
			.list()).containsExactly(1);
	}

	@Test
	void aSessionContinuesAfterSigningIn() {
		var person = this.accounts.add(Role.CANDIDATE);
		var visitor = this.pages.visitor();
		var asked = visitor.arrive(visitor.send(visitor.open("/practice"), ".now form"));
		visitor.signIn(person);
		var same = visitor.open(asked.one("form.answering").attr("action").replaceAll("/attempts.*", ""));
		assertThat(same.text("h1")).isEqualTo(asked.text("h1"));
		var revealed = visitor.arrive(visitor.send(same, "form.answering", "answer", "Half here, half there"));
		assertThat(visitor.arrive(visitor.send(revealed, "form.grading", "grade", "4")).text(".progress span"))
			.isEqualTo("2 of 10");
		assertThat(answers(visitor)).containsExactly("Half here, half there");
	}

	@Test
	void aSessionContinuesOnAnotherDevice() {
		var person = this.accounts.add(Role.CANDIDATE);
		var desk = this.pages.visitor();
		desk.signIn(person);
		var asked = desk.arrive(desk.send(desk.open("/practice"), ".now form"));
		desk.send(asked, "form.answering", "answer", "From the desk");
		var phone = this.pages.visitor();
		phone.signIn(person);
		var resumed = phone.open(phone.open("/practice").links(".open a").get(0));
		assertThat(resumed.text(".typed")).isEqualTo("From the desk");
		assertThat(this.pages.visitor().visit(phone.open("/practice").links(".open a").get(0)).text("h1"))
			.isEqualTo("Sign in");
	}

	@Test
	void deletingTheAccountDeletesThePractice() {
		var person = this.accounts.add(Role.CANDIDATE);
		var visitor = this.pages.visitor();
		visitor.signIn(person);
		practise(visitor, "7", "Nobody else has this answer", "4");
		visitor.send(visitor.open("/account"), "form[action='/account/removal']", "confirmation", person.password());
		assertThat(this.database.sql("select count(*) from attempt where answer = 'Nobody else has this answer'")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void signingOutLeavesNoPracticeInTheBrowser() {
		var browser = this.pages.visitor();
		practise(browser, "7", "Hers", "4");
		browser.signIn(this.accounts.add(Role.CANDIDATE));
		browser.send(browser.open("/practice"), "form[action='/sign-out']");
		assertThat(answers(browser)).isEmpty();
		browser.signIn(this.accounts.add(Role.CANDIDATE));
		assertThat(answers(browser)).isEmpty();
	}

	private void plan(Visitor visitor, String... fields) {
		assertThat(visitor.send(visitor.open("/practice"), "form[action='/practice/plan']", fields).status())
			.isEqualTo(302);
	}

	private HtmlPage practise(Visitor visitor, String question, String answer, String grade) {
		var asked = visitor.open("/practice/sessions?question=" + question);
		var revealed = visitor.arrive(visitor.send(asked, "form.answering", "answer", answer, "counted", "true"));
		var next = visitor.send(revealed, "form.grading", "grade", grade);
		assertThat(next.status()).isEqualTo(302);
		return visitor.arrive(next);
	}

	private List<String> answers(Visitor visitor) {
		return visitor.open("/practice/progress").texts(".graded .typed").stream().sorted().toList();
	}

}
