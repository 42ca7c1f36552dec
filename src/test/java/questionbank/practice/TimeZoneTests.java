package questionbank.practice;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.HtmlPage;
import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccounts;
import questionbank.Visitor;
import questionbank.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** A learner who changes the time zone, without saving the plan again. */
@PageTest
class TimeZoneTests {

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

	@Autowired
	private Pages pages;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private MovingClock clock;

	@Test
	void theFirstVisitUsesThePracticeDaysOfTheNewZone() {
		passUntil(LocalTime.of(14, 0), BERLIN);
		var visitor = this.pages.visitor();
		plan(visitor, BERLIN, "1");
		grade(visitor, BERLIN);
		assertThat(load(visitor)).startsWith("Done for today");
		passUntil(LocalTime.of(8, 0), AUCKLAND);
		assertThat(load(visitor)).as("20:00 or 21:00 in Berlin").startsWith("Done for today");
		assertThat(move(visitor, AUCKLAND.getId()).status()).isEqualTo(204);
		assertThat(load(visitor)).startsWith("1 question today");
	}

	@Test
	void everyFormSendsTheZone() {
		var visitor = this.pages.visitor();
		plan(visitor, BERLIN, "3");
		var started = visitor.arrive(visitor.send(visitor.open("/practice"), ".now form", "zone", "Asia/Tokyo"));
		assertThat(known(visitor)).isEqualTo("Asia/Tokyo");
		var revealed = visitor.arrive(visitor.send(started, "form.answering", "zone", "Asia/Kolkata"));
		assertThat(known(visitor)).isEqualTo("Asia/Kolkata");
		visitor.send(revealed, "form.grading", "grade", "4", "zone", "Africa/Cairo");
		assertThat(known(visitor)).isEqualTo("Africa/Cairo");
	}

	@Test
	void keepsTheLastKnownZoneWithoutJavaScript() {
		var visitor = this.pages.visitor();
		plan(visitor, AUCKLAND, "3");
		var started = visitor.arrive(visitor.send(visitor.open("/practice"), ".now form"));
		visitor.send(visitor.arrive(visitor.send(started, "form.answering")), "form.grading", "grade", "4");
		assertThat(known(visitor)).isEqualTo("Pacific/Auckland");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Mars/Olympus", "x' or 1=1", "Europe/Berlin\u0000" })
	void rejectsAnUnknownZone(String zone) {
		var visitor = this.pages.visitor();
		plan(visitor, AUCKLAND, "3");
		assertThat(move(visitor, zone).status()).isEqualTo(422);
		assertThat(known(visitor)).isEqualTo("Pacific/Auckland");
	}

	@Test
	void registersNoLearnerForAReader() {
		var visitor = this.pages.visitor();
		var page = visitor.open("/practice");
		assertThat(page.html().select("[data-known-zone]")).isEmpty();
		var answer = visitor.post("/practice/zone",
				Map.of("_csrf", page.html().select("[name=_csrf]").first().val(), "zone", "Asia/Tokyo"));
		assertThat(answer.status()).isEqualTo(404);
		assertThat(visitor.cookie("PRACTICE")).isEmpty();
	}

	@Test
	void pastDaysKeepTheZoneOfTheirGrades() {
		var visitor = this.pages.visitor();
		plan(visitor, BERLIN, "5");
		// 23:30 in Berlin is the next day in Auckland.
		passUntil(LocalTime.of(23, 30), BERLIN);
		var evening = LocalDate.ofInstant(this.clock.instant(), BERLIN);
		grade(visitor, BERLIN);
		passUntil(LocalTime.of(23, 30), BERLIN);
		grade(visitor, BERLIN);
		var before = days(visitor);
		assertThat(before).containsExactly(label(evening), label(evening.plusDays(1)));
		assertThat(visitor.open("/practice/progress").text("section:has(#calendar) p")).contains("2 in a row");
		move(visitor, AUCKLAND.getId());
		assertThat(days(visitor)).isEqualTo(before);
		assertThat(visitor.open("/practice/progress").text("section:has(#calendar) p")).contains("2 in a row");
		assertThat(visitor.open("/practice/progress/export").html().text())
			.contains("\"gradedZone\":\"Europe/Berlin\"");
	}

	@Test
	void aStreakContinuesAcrossTheDateLine() {
		var visitor = this.pages.visitor();
		plan(visitor, AUCKLAND, "5");
		passUntil(LocalTime.of(9, 0), AUCKLAND);
		grade(visitor, AUCKLAND);
		passUntil(LocalTime.of(9, 0), AUCKLAND);
		grade(visitor, AUCKLAND);
		var last = LocalDate.ofInstant(this.clock.instant(), AUCKLAND);
		move(visitor, "America/Los_Angeles");
		assertThat(days(visitor)).containsExactly(label(last.minusDays(1)), label(last));
		assertThat(visitor.open("/practice/progress").text("section:has(#calendar) p")).contains("2 days")
			.contains("2 in a row");
	}

	@Test
	void signingInKeepsTheZoneOfTheLastUse() {
		var person = this.accounts.add(Role.CANDIDATE);
		var desk = this.pages.visitor();
		desk.signIn(person);
		plan(desk, BERLIN, "5");
		this.clock.advance(Duration.ofHours(30));
		var phone = this.pages.visitor();
		plan(phone, AUCKLAND, "7");
		phone.signIn(person);
		assertThat(known(desk)).isEqualTo("Pacific/Auckland");
		assertThat(desk.open("/practice").one("#daily").val()).isEqualTo("5");
	}

	private void plan(Visitor visitor, ZoneId zone, String daily) {
		assertThat(visitor
			.send(visitor.open("/practice"), "form[action='/practice/plan']", "zone", zone.getId(), "daily", daily)
			.status()).isEqualTo(302);
	}

	private void grade(Visitor visitor, ZoneId zone) {
		var asked = visitor
			.arrive(visitor.send(visitor.open("/practice/sessions?question=7"), "form.answering", "counted", "true"));
		assertThat(visitor.send(asked, "form.grading", "grade", "4", "zone", zone.getId()).status()).isEqualTo(302);
	}

	private HtmlPage move(Visitor visitor, String zone) {
		return visitor.send(visitor.open("/practice"), "form[data-known-zone]", "zone", zone);
	}

	private String known(Visitor visitor) {
		return visitor.open("/practice").one("form[data-known-zone]").attr("data-known-zone");
	}

	private String load(Visitor visitor) {
		return visitor.open("/practice").text(".now .load");
	}

	private List<String> days(Visitor visitor) {
		return visitor.open("/practice/progress").texts("section:has(#calendar) tbody th");
	}

	private static String label(LocalDate day) {
		return java.time.format.DateTimeFormatter.ofPattern("EEE d MMM yyyy", java.util.Locale.ENGLISH).format(day);
	}

	/** Advances the clock to the next time of day in a zone that is hours ahead. */
	private void passUntil(LocalTime time, ZoneId zone) {
		var now = this.clock.instant();
		var next = LocalDate.ofInstant(now, zone).atTime(time).atZone(zone).toInstant();
		while (next.isBefore(now.plus(Duration.ofHours(1)))) {
			next = LocalDate.ofInstant(next, zone).plusDays(1).atTime(time).atZone(zone).toInstant();
		}
		this.clock.advance(Duration.between(now, next));
	}

}
