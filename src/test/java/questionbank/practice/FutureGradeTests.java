package questionbank.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
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
import questionbank.account.SecretTokens;

import static org.assertj.core.api.Assertions.assertThat;

/** Grades dated in the future, given while the clock of the server was ahead. */
@PageTest
class FutureGradeTests {

	private static final Duration YEAR = Duration.ofDays(365);

	@Autowired
	private Pages pages;

	@Autowired
	private MovingClock clock;

	@Autowired
	private CardReplay replay;

	@Autowired
	private JdbcClient database;

	private Duration ahead = Duration.ZERO;

	@AfterEach
	void resetClock() {
		this.clock.advance(this.ahead.negated());
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT1H", "PT24H", "P365D" })
	void doNotCountTowardsTheDailyLimit(Duration ahead) {
		var visitor = this.pages.visitor();
		plan(visitor, "1");
		advanceClock(ahead);
		today(visitor, "4");
		assertThat(load(visitor)).startsWith("Done for today");
		resetClock(ahead);
		assertThat(load(visitor)).startsWith("1 question today, new to you");
		today(visitor, "4");
		assertThat(load(visitor)).startsWith("Done for today: 1 question");
	}

	@Test
	void areReportedOnThePlanAndInTheHistory() {
		var visitor = this.pages.visitor();
		plan(visitor, "2");
		advanceClock(YEAR);
		one(visitor, "7", "4");
		assertThat(visitor.open("/practice").html().select(".future")).isEmpty();
		resetClock(YEAR);
		for (var address : List.of("/practice", "/practice/progress")) {
			assertThat(visitor.open(address).text(".future")).startsWith("1 of your grades is dated in the future")
				.contains("clock of this site");
		}
		assertThat(visitor.open("/practice/progress").texts(".graded .result")).singleElement()
			.asString()
			.contains("does not count yet");
	}

	@Test
	void doNotChangeTheCard() {
		var visitor = this.pages.visitor();
		one(visitor, "7", "3");
		this.clock.advance(Duration.ofDays(3));
		var promised = dueDates(visitor, "7");
		advanceClock(YEAR);
		one(visitor, "7", "1");
		resetClock(YEAR);
		assertThat(dueDates(visitor, "7")).isEqualTo(promised);
	}

	@Test
	void doNotChangeTheDueDateOfTheNextGrade() {
		var visitor = this.pages.visitor();
		advanceClock(YEAR);
		one(visitor, "7", "4");
		resetClock(YEAR);
		var before = this.clock.instant();
		one(visitor, "7", "4");
		assertThat(visitor.open("/practice/progress").texts("section:has(#calendar) tbody td")).containsExactly("1");
		assertThat(gradedBetween(visitor, before, this.clock.instant())).isOne();
	}

	@Test
	void doNotPreventTheUndoOfALaterGrade() {
		var visitor = this.pages.visitor();
		advanceClock(YEAR);
		var started = visitor.arrive(visitor.send(visitor.open("/practice"), ".now form"));
		var second = grade(visitor, started, "4");
		resetClock(YEAR);
		var third = grade(visitor, second, "4");
		assertThat(visitor.arrive(visitor.send(third, "form[action$=reversal]")).text("h1"))
			.isEqualTo(second.text("h1"));
	}

	@Test
	void leaveTodaysSessionOpen() {
		var visitor = this.pages.visitor();
		advanceClock(YEAR);
		for (int i = 0; i < 6; i++) {
			visitor.send(visitor.open("/practice"), ".now form:has([value=today])");
			this.clock.advance(Duration.ofDays(1));
			this.ahead = this.ahead.plusDays(1);
		}
		resetClock(this.ahead);
		var page = visitor.open("/practice");
		var first = visitor.send(page, ".now form:has([value=today])").header("Location");
		assertThat(visitor.send(page, ".now form:has([value=today])").header("Location")).isEqualTo(first);
		assertThat(visitor.open("/practice").links(".open a")).startsWith(first);
	}

	@Test
	void countFromTheirTimeOnAndReplayIdentically() {
		var visitor = this.pages.visitor();
		advanceClock(Duration.ofDays(20));
		one(visitor, "7", "3");
		resetClock(Duration.ofDays(20));
		one(visitor, "7", "4");
		this.clock.advance(Duration.ofDays(21));
		var promised = dueDates(visitor, "7");
		this.replay.replayAll();
		assertThat(dueDates(visitor, "7")).isEqualTo(promised);
		assertThat(visitor.open("/practice").html().select(".future")).isEmpty();
	}

	private void advanceClock(Duration time) {
		this.clock.advance(time);
		this.ahead = this.ahead.plus(time);
	}

	private void resetClock(Duration time) {
		this.clock.advance(time.negated());
		this.ahead = this.ahead.minus(time);
	}

	private void plan(Visitor visitor, String daily) {
		visitor.send(visitor.open("/practice"), "form[action='/practice/plan']", "daily", daily);
	}

	private String load(Visitor visitor) {
		return visitor.open("/practice").text(".now .load");
	}

	private void today(Visitor visitor, String grade) {
		grade(visitor, visitor.arrive(visitor.send(visitor.open("/practice"), ".now form")), grade);
	}

	private void one(Visitor visitor, String question, String grade) {
		this.clock.advance(Duration.ofMinutes(1));
		grade(visitor, revealed(visitor, question), grade);
	}

	/** Returns the due dates of the four grades of a question. */
	private List<String> dueDates(Visitor visitor, String question) {
		this.clock.advance(Duration.ofMinutes(1));
		return revealed(visitor, question).texts(".steps button small");
	}

	private HtmlPage revealed(Visitor visitor, String question) {
		return visitor.arrive(visitor.send(visitor.open("/practice/sessions?question=" + question), "form.answering",
				"counted", "true"));
	}

	private HtmlPage grade(Visitor visitor, HtmlPage page, String grade) {
		var revealed = page.html().select("form.answering").isEmpty() ? page
				: visitor.arrive(visitor.send(page, "form.answering"));
		return visitor.arrive(visitor.send(revealed, "form.grading", "grade", grade));
	}

	private long gradedBetween(Visitor visitor, Instant from, Instant to) {
		return this.database.sql("""
				select count(*) from attempt a join learner l on l.id = a.learner_id
				where l.token_hash = :hash and graded_at between :from and :to""")
			.param("hash", SecretTokens.hash(visitor.cookie("PRACTICE").orElseThrow().getValue()))
			.param("from", from.atOffset(ZoneOffset.UTC))
			.param("to", to.atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.single();
	}

}
