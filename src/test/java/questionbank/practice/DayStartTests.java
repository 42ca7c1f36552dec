package questionbank.practice;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A practice day begins at 4:00 in the zone of the learner, independent of the server's
 * zone.
 */
@PageTest
class DayStartTests {

	@Autowired
	private Pages pages;

	@Autowired
	private MovingClock clock;

	@ParameterizedTest
	@ValueSource(strings = { "Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kathmandu" })
	void aPracticeDayBeginsAtTheDayStart(String name) {
		var zone = ZoneId.of(name);
		passUntilDayStart(zone, Duration.ofHours(-1));
		var visitor = this.pages.visitor();
		var interview = LocalDate.ofInstant(this.clock.instant(), zone).plusDays(3);
		visitor.send(visitor.open("/practice"), "form[action='/practice/plan']", "zone", name, "daily", "2", "date",
				interview.toString());
		grade(visitor);
		assertThat(visitor.open("/practice").text(".now .load")).isEqualTo("1 left today, new to you, 1 done");
		assertThat(visitor.open("/practice").text("#now")).isEqualTo("3 days to your interview");
		this.clock.advance(Duration.ofMinutes(59));
		assertThat(visitor.open("/practice").text(".now .load")).contains("1 done");
		this.clock.advance(Duration.ofMinutes(2));
		var tomorrow = visitor.open("/practice");
		assertThat(tomorrow.text(".now .load")).startsWith("2 questions today").doesNotContain("done");
		assertThat(tomorrow.text("#now")).isEqualTo("3 days to your interview");
		assertThat(tomorrow.links(".open a")).isEmpty();
	}

	@Test
	void theInterviewIsOnACalendarDay() {
		var zone = ZoneId.of("Asia/Tokyo");
		passUntilDayStart(zone, Duration.ofMinutes(-270));
		var visitor = this.pages.visitor();
		var evening = LocalDate.ofInstant(this.clock.instant(), zone);
		visitor.send(visitor.open("/practice"), "form[action='/practice/plan']", "zone", zone.getId(), "daily", "2",
				"date", evening.plusDays(1).toString());
		grade(visitor);
		assertThat(visitor.open("/practice").text("#now")).isEqualTo("Your interview is tomorrow");
		this.clock.advance(Duration.ofHours(1));
		var night = visitor.open("/practice");
		assertThat(night.text("#now")).isEqualTo("Your interview is today");
		assertThat(night.text(".now .load")).isEqualTo("1 left today, new to you, 1 done");
		this.clock.advance(Duration.ofHours(24));
		assertThat(visitor.open("/practice").text("#now")).isEqualTo("Today");
		assertThat(visitor.open("/practice").one("#date").val()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Pacific/Kiritimati", "America/Los_Angeles" })
	void everyHourBelongsToTheSamePracticeDay(String name) {
		var zone = ZoneId.of(name);
		passUntilDayStart(zone, Duration.ofMinutes(1));
		var visitor = this.pages.visitor();
		visitor.send(visitor.open("/practice"), "form[action='/practice/plan']", "zone", name, "daily", "1");
		grade(visitor);
		for (int hours = 0; hours < 21; hours += 7) {
			this.clock.advance(Duration.ofHours(7));
			assertThat(visitor.open("/practice").text(".now .load")).startsWith("Done for today: 1 question");
		}
	}

	private void grade(Visitor visitor) {
		var asked = visitor.arrive(visitor.send(visitor.open("/practice"), ".now form"));
		var revealed = visitor.arrive(visitor.send(asked, "form.answering"));
		assertThat(visitor.send(revealed, "form.grading", "grade", "4").status()).isEqualTo(302);
	}

	/** Puts the clock forward to a time after the day start of the day after tomorrow. */
	private void passUntilDayStart(ZoneId zone, Duration after) {
		var now = this.clock.instant();
		var start = LocalDate.ofInstant(now, zone).plusDays(2).atTime(4, 0).atZone(zone).toInstant();
		this.clock.advance(Duration.ofSeconds(ChronoUnit.SECONDS.between(now, start)).plus(after));
	}

}
