package questionbank.practice;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccounts;
import questionbank.Visitor;
import questionbank.account.Role;
import questionbank.account.SecretTokens;

import static org.assertj.core.api.Assertions.assertThat;

/** Calendars read the plan by a secret address, without a cookie. */
@PageTest
class CalendarFeedTests {

	private static final String ADDRESS = "/practice/calendar";

	private static final String CREATE = "form:has(.create)";

	@Autowired
	private Pages pages;

	@Autowired
	private SecretTokens secrets;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private JdbcClient database;

	@Autowired
	private MovingClock clock;

	@Test
	void hasThePlannedDaysAndTheInterview() {
		var visitor = this.pages.visitor();
		var date = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).plusDays(5);
		visitor.send(visitor.open("/practice"), "form[action='/practice/plan']", "date", date.toString(), "daily", "3");
		var answer = this.pages.ask("GET", create(visitor));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
		assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-store");
		assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
		var calendar = new String(answer.body(), StandardCharsets.UTF_8);
		assertThat(calendar).startsWith("BEGIN:VCALENDAR\r\n")
			.contains("SUMMARY:Practise 3 questions\r\n", "TRANSP:TRANSPARENT\r\n", "SUMMARY:Interview\r\n",
					"DTSTART;VALUE=DATE:" + date.toString().replace("-", "") + "\r\n");
	}

	@Test
	void hasAnEventWithoutAPlan() {
		var answer = this.pages.ask("GET", create(this.pages.visitor()));
		assertThat(new String(answer.body(), StandardCharsets.UTF_8)).containsOnlyOnce("BEGIN:VEVENT")
			.contains("SUMMARY:Practise interview questions\r\n");
	}

	@Test
	void storesOnlyAHashAndShowsTheAddressOnce() {
		var visitor = this.pages.visitor();
		var secret = create(visitor).replaceAll(".*/(.*)\\.ics", "$1");
		assertThat(this.database.sql("select calendar_hash from learner where calendar_hash is not null")
			.query(String.class)
			.list()).isNotEmpty().doesNotContain(secret);
		assertThat(visitor.open(ADDRESS).html().html()).doesNotContain(secret).contains("is not shown again");
	}

	@Test
	void aNewAddressReplacesTheOldOneAndCanBeWithdrawn() {
		var visitor = this.pages.visitor();
		var first = create(visitor);
		var second = create(visitor);
		assertThat(this.pages.open(first).status()).isEqualTo(404);
		assertThat(this.pages.open(second).status()).isEqualTo(200);
		visitor.send(visitor.open(ADDRESS), "form[action$=removal]");
		assertThat(this.pages.open(second).status()).isEqualTo(404);
	}

	@Test
	void movesWithThePracticeToTheAccount() {
		var visitor = this.pages.visitor();
		var address = create(visitor);
		visitor.signIn(this.accounts.add(Role.CANDIDATE));
		assertThat(this.pages.open(address).status()).isEqualTo(200);
		assertThat(visitor.open(ADDRESS).text("main")).contains("You have an address.");
	}

	@Test
	void endsWithTheAccess() {
		var account = this.accounts.add(Role.CANDIDATE);
		var visitor = this.pages.visitor();
		visitor.signIn(account);
		var address = create(visitor);
		this.database.sql("update person set enabled = false where email = ?").param(account.email()).update();
		assertThat(this.pages.open(address).status()).isEqualTo(404);
	}

	@Test
	void limitsPollsOfAFeed() {
		var address = create(this.pages.visitor());
		var reader = this.pages.visitor();
		var answer = reader.open(address);
		for (int i = 0; i < 80 && answer.status() == 200; i++) {
			answer = reader.open(address);
		}
		assertThat(answer.status()).isEqualTo(429);
		assertThat(answer.header("Retry-After")).isNotNull();
	}

	@Test
	void limitsGuessesByNetworkWithoutUsingUpPollsOfAFeed() {
		var address = create(this.pages.visitor());
		var reader = this.pages.visitor();
		for (int i = 0; i < 40; i++) {
			assertThat(reader.open(address).status()).isEqualTo(200);
		}
		for (int i = 0; i < 40; i++) {
			assertThat(reader.open(ADDRESS + "/" + this.secrets.next() + ".ics").status()).isEqualTo(404);
		}
		var guess = reader.open(ADDRESS + "/" + this.secrets.next() + ".ics");
		assertThat(guess.status()).isEqualTo(429);
		assertThat(guess.header("Retry-After")).isNotNull();
		assertThat(reader.open(address).status()).isEqualTo(429);
		assertThat(this.pages.visitor().open(address).status()).isEqualTo(200);
	}

	private static String create(Visitor visitor) {
		var page = visitor.send(visitor.open(ADDRESS), CREATE);
		return page.text(".link").replaceFirst("^http://[^/]+", "");
	}

}
