package questionbank.practice;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.HtmlPage;
import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/** The retention of the practice of learners without an account. */
@PageTest
class RetentionTests {

	@Autowired
	private Pages pages;

	@Autowired
	private Learners learners;

	@Autowired
	private MovingClock clock;

	@Autowired
	private JdbcClient database;

	@ParameterizedTest
	@ValueSource(ints = { 8, 364 })
	void keepsAPlanForAYear(int days) {
		var visitor = this.pages.visitor();
		plan(visitor, "7");
		advance(days);
		assertThat(visitor.open("/practice").one("#daily").val()).isEqualTo("7");
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 364 })
	void keepsAnAnswerWithoutAGradeForAYear(int days) {
		var visitor = this.pages.visitor();
		var session = answer(visitor, "Half a thought");
		advance(days);
		assertThat(visitor.open(session).text(".typed")).isEqualTo("Half a thought");
	}

	@Test
	void keepsAStarForAYear() {
		var visitor = this.pages.visitor();
		visitor.send(visitor.open("/bookmarks/7"), "form.star");
		advance(8);
		assertThat(visitor.open("/questions?starred").texts(".entry .number")).containsExactly("No. 7");
	}

	@Test
	void countsTheYearFromTheLastUse() {
		var visitor = this.pages.visitor();
		var session = answer(visitor, "Half a thought");
		advance(300);
		assertThat(plan(visitor, "7").header("Set-Cookie")).contains("PRACTICE=", "Max-Age=31536000");
		advance(300);
		assertThat(visitor.send(visitor.open(session), "form.grading", "grade", "3").header("Set-Cookie"))
			.contains("PRACTICE=", "Max-Age=31536000");
		advance(300);
		assertThat(visitor.open("/practice").one("#daily").val()).isEqualTo("7");
		assertThat(visitor.open("/practice/progress").texts(".graded .typed")).containsExactly("Half a thought");
	}

	@Test
	void anAnswerRenewsTheCookie() {
		var visitor = this.pages.visitor();
		var asked = visitor.arrive(visitor.send(visitor.open("/practice"), ".now form"));
		assertThat(visitor.send(asked, "form.answering", "answer", "Mine").header("Set-Cookie")).contains("PRACTICE=",
				"Max-Age=31536000");
	}

	@Test
	void deletesEverythingAfterAYear() {
		var visitor = this.pages.visitor();
		plan(visitor, "7");
		answer(visitor, "Gone after a year");
		advance(366);
		assertThat(visitor.open("/practice").one("#daily").val()).isEqualTo("10");
		assertThat(this.database.sql("select count(*) from attempt where answer = 'Gone after a year'")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void deletesASessionWithoutAnswersAfterAWeek() {
		var visitor = this.pages.visitor();
		visitor.send(visitor.open("/practice"), ".now form");
		advance(6);
		assertThat(visitor.open("/practice/sessions").links(".past a")).hasSize(1);
		advance(2);
		assertThat(visitor.open("/practice/sessions").links(".past a")).isEmpty();
	}

	@Test
	void thePageStatesTheRetention() {
		assertThat(this.pages.visitor().open("/practice").text("main > .hint"))
			.contains("for a year after you last practised");
	}

	private HtmlPage plan(Visitor visitor, String daily) {
		var planned = visitor.send(visitor.open("/practice"), "form[action='/practice/plan']", "daily", daily);
		assertThat(planned.status()).isEqualTo(302);
		return planned;
	}

	private String answer(Visitor visitor, String text) {
		var asked = visitor.open("/practice/sessions?question=7");
		var answered = visitor.send(asked, "form.answering", "answer", text);
		assertThat(answered.status()).isEqualTo(302);
		return answered.header("Location");
	}

	/** Advances the clock by days, and runs the clean-up. */
	private void advance(int days) {
		this.clock.advance(Duration.ofDays(days));
		this.learners.deleteExpired();
	}

}
