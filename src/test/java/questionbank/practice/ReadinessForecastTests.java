package questionbank.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import questionbank.practice.PracticeStatus.ReadinessForecast;
import questionbank.scheduling.FirstGrades;
import questionbank.scheduling.Plan;
import questionbank.scheduling.PracticeDays;
import questionbank.scheduling.Workload;

import static org.assertj.core.api.Assertions.assertThat;

class ReadinessForecastTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

	@ParameterizedTest
	@CsvSource({ "0.42, 0.55, 0.91, 0.89, 4", "0.42, 0.55, 0.91, 0.8901, 3", "0.42, 0.43, 0.91, 0.80, 3",
			"0.42, 0.55, 0.55, 0.42, 2" })
	void forecastsThatDifferByLessThanTwoPointsAreOneLine(double now, double today, double kept, double leftOut,
			int lines) {
		assertThat(status(now, today, kept, leftOut).forecasts()).hasSize(lines);
	}

	@Test
	void aDayThatMattersLittleIsPartOfTheForecastAsPlanned() {
		assertThat(status(0.42, 0.55, 0.91, 0.9).forecasts()).extracting(ReadinessForecast::label)
			.containsExactly("If you stop now", "After today’s session",
					"If you practise as planned, even without today");
		assertThat(status(0.42, 0.55, 0.91, 0.88).forecasts()).extracting(ReadinessForecast::label)
			.containsExactly("If you stop now", "After today’s session", "If you practise as planned",
					"As planned, but not today");
	}

	private static PracticeStatus status(double now, double today, double kept, double leftOut) {
		var plan = new Plan(TODAY, TODAY.plusDays(9), List.of(), List.of(), 5, List.of(), 0, now,
				new Plan.Prospect(today, kept, leftOut), List.of());
		return new PracticeStatus(true, null, null, null, null, PracticeGoal.NONE, new PracticeDays(ZoneOffset.UTC),
				Instant.parse("2026-11-01T08:00:00Z"), true, plan,
				Workload.of(5, 0, FirstGrades.of(List.of()), List.of()), 10, List.of(), Map.of(), List.of(), List.of());
	}

}
