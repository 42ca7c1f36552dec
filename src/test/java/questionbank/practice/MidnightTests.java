package questionbank.practice;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/** A day ends at the midnight of whoever practises, wherever the server is. */
@PageTest
class MidnightTests {

	@Autowired
	private Pages pages;

	@Autowired
	private MovingClock clock;

	@ParameterizedTest
	@ValueSource(strings = { "Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kathmandu" })
	void beginsTheNextDay(String name) {
		var zone = ZoneId.of(name);
		passUntilMidnight(zone, Duration.ofHours(-1));
		var visitor = this.pages.visitor();
		var interview = LocalDate.ofInstant(this.clock.instant(), zone).plusDays(3);
		visitor.send(visitor.open("/practice"), "form[action='/practice/plan']", "zone", name, "daily", "2", "date",
				interview.toString());
		grade(visitor);
		assertThat(visitor.open("/practice").text(".now .load")).isEqualTo("1 question for today, new to you; 1 done.");
		assertThat(visitor.open("/practice").text("#now")).isEqualTo("3 days to your interview");
		this.clock.pass(Duration.ofMinutes(59));
		assertThat(visitor.open("/practice").text(".now .load")).contains("1 done");
		this.clock.pass(Duration.ofMinutes(2));
		var tomorrow = visitor.open("/practice");
		assertThat(tomorrow.text(".now .load")).startsWith("2 questions for today").doesNotContain("done");
		assertThat(tomorrow.text("#now")).isEqualTo("2 days to your interview");
		assertThat(tomorrow.links(".open a")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Pacific/Kiritimati", "America/Los_Angeles" })
	void isTheSameDayAtEveryHourOfIt(String name) {
		var zone = ZoneId.of(name);
		passUntilMidnight(zone, Duration.ofMinutes(1));
		var visitor = this.pages.visitor();
		visitor.send(visitor.open("/practice"), "form[action='/practice/plan']", "zone", name, "daily", "1");
		grade(visitor);
		for (int hours = 0; hours < 21; hours += 7) {
			this.clock.pass(Duration.ofHours(7));
			assertThat(visitor.open("/practice").text(".now .load")).startsWith("Done for today: 1 question");
		}
	}

	private void grade(Visitor visitor) {
		var asked = visitor.arrive(visitor.send(visitor.open("/practice"), ".now form"));
		var revealed = visitor.arrive(visitor.send(asked, "form.answering"));
		assertThat(visitor.send(revealed, "form.grading", "grade", "4").status()).isEqualTo(302);
	}

	/** Goes on until so long after the next midnight. */
	private void passUntilMidnight(ZoneId zone, Duration after) {
		var now = this.clock.instant();
		var midnight = LocalDate.ofInstant(now, zone).plusDays(2).atStartOfDay(zone).toInstant();
		this.clock.pass(Duration.ofSeconds(ChronoUnit.SECONDS.between(now, midnight)).plus(after));
	}

}
