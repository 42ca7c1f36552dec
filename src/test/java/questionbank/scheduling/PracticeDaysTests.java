package questionbank.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import questionbank.scheduling.Card.State;

import static org.assertj.core.api.Assertions.assertThat;

class PracticeDaysTests {

	private static final PracticeDays BERLIN = new PracticeDays(ZoneId.of("Europe/Berlin"));

	@ParameterizedTest
	@CsvSource({ "Europe/Berlin, 2026-11-25T02:59:59Z, 2026-11-24", "Europe/Berlin, 2026-11-25T03:00:00Z, 2026-11-25",
			"Pacific/Kiritimati, 2026-11-24T14:00:00Z, 2026-11-25",
			"Pacific/Pago_Pago, 2026-11-24T14:59:00Z, 2026-11-23", "Asia/Kathmandu, 2026-11-24T22:15:00Z, 2026-11-25",
			"Asia/Kathmandu, 2026-11-24T22:14:00Z, 2026-11-24" })
	void beginAtFourInTheLearnersZone(String zone, Instant moment, LocalDate day) {
		assertThat(new PracticeDays(ZoneId.of(zone)).dayOf(moment)).isEqualTo(day);
	}

	@ParameterizedTest
	@CsvSource({ "00:00, 2026-11-24T22:59:59Z, 2026-11-24", "00:00, 2026-11-24T23:00:00Z, 2026-11-25",
			"05:30, 2026-11-25T04:29:00Z, 2026-11-24", "05:30, 2026-11-25T04:30:00Z, 2026-11-25" })
	void beginAtTheConfiguredTime(LocalTime start, Instant moment, LocalDate day) {
		assertThat(new PracticeDays(BERLIN.zone(), start).dayOf(moment)).isEqualTo(day);
	}

	@Test
	void keepTheCalendarDayFromMidnight() {
		assertThat(BERLIN.dateOf(Instant.parse("2026-11-24T22:59:59Z"))).isEqualTo("2026-11-24");
		assertThat(BERLIN.dateOf(Instant.parse("2026-11-24T23:00:00Z"))).isEqualTo("2026-11-25");
	}

	@Test
	void beginLaterWhereTheClocksSkipTheirBeginning() {
		var beirut = new PracticeDays(ZoneId.of("Asia/Beirut"), LocalTime.MIDNIGHT);
		assertThat(beirut.startOf(LocalDate.parse("2026-03-29"))).isEqualTo("2026-03-28T22:00:00Z");
		assertThat(beirut.dayOf(beirut.startOf(LocalDate.parse("2026-03-29")))).isEqualTo("2026-03-29");
	}

	@ParameterizedTest
	@MethodSource("zones")
	void followEachOtherWithoutGapOrOverlapInEveryZone(ZoneId zone) {
		for (var start : List.of(LocalTime.MIDNIGHT, LocalTime.of(0, 30), LocalTime.of(2, 30),
				PracticeDays.DEFAULT_START)) {
			var days = new PracticeDays(zone, start);
			var first = LocalDate.parse("2009-01-01");
			for (var day = first; day.getYear() < 2013; day = day.plusDays(1)) {
				var begins = days.startOf(day);
				var next = days.startOf(day.plusDays(1));
				assertThat(begins).isBeforeOrEqualTo(next);
				// Samoa skipped 30 December 2011: that day has no moment.
				if (begins.isBefore(next)) {
					assertThat(days.dayOf(begins)).as("%s from %s", zone, start).isEqualTo(day);
					assertThat(days.dayOf(next.minusNanos(1))).as("%s from %s", zone, start).isEqualTo(day);
				}
			}
		}
	}

	static Stream<ZoneId> zones() {
		return ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of);
	}

	@ParameterizedTest
	@CsvSource({
			// The clocks go forward on 29 March: a day of 23 hours.
			"2026-03-29T02:30:00Z, 1, 2026-03-30", "2026-03-28T03:30:00Z, 1, 2026-03-29",
			"2026-03-28T03:30:00Z, 3, 2026-03-31",
			// And back on 25 October: a day of 25.
			"2026-10-24T02:10:00Z, 1, 2026-10-25", "2026-10-24T02:10:00Z, 8, 2026-11-01" })
	void countDueDatesInDaysAndNotInHours(Instant reviewed, int days, LocalDate due) {
		var card = new Card(State.REVIEW, 0, new Memory(1, 5), reviewed, reviewed.plus(Duration.ofDays(days)));
		assertThat(BERLIN.dueDay(card)).isEqualTo(due);
	}

	@Test
	void areDueAtTheMinuteInLearningSteps() {
		var reviewed = Instant.parse("2026-11-25T02:55:00Z");
		var card = new Card(State.LEARNING, 0, new Memory(1, 5), reviewed, reviewed.plus(Duration.ofMinutes(10)));
		assertThat(BERLIN.dueDay(card)).isEqualTo("2026-11-25");
	}

	@Test
	void assumeTheInterviewAtNoonButNotInThePast() {
		var day = LocalDate.parse("2026-11-24");
		assertThat(BERLIN.interviewTime(day, Instant.parse("2026-11-20T09:00:00Z"))).isEqualTo("2026-11-24T11:00:00Z");
		assertThat(BERLIN.interviewTime(day, Instant.parse("2026-11-24T15:00:00Z"))).isEqualTo("2026-11-24T16:00:00Z");
	}

}
