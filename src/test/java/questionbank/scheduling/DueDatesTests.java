package questionbank.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DueDatesTests {

	private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

	@ParameterizedTest
	@CsvSource({ "2026-11-27, , today", "2026-11-28, , tomorrow", "2026-12-06, , 'in 9 days, 6 Dec'",
			"2027-01-02, , 'in 36 days, 2 Jan 2027'", "2026-12-05, 2026-12-06, 'in 8 days, 5 Dec'",
			"2026-12-06, 2026-12-06, on the interview day", "2026-12-07, 2026-12-06, after the interview" })
	void labelsADateByItsDistanceUpToTheInterview(LocalDate due, @Nullable LocalDate interview, String label) {
		var dates = new DueDates(new PracticeDays(ZoneOffset.UTC), interview, NOW);
		assertThat(dates.label(card(due))).isEqualTo(label);
	}

	private static Card card(LocalDate due) {
		var at = due.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
		return new Card(Card.State.REVIEW, 0, new Memory(1, 5), NOW, at);
	}

}
