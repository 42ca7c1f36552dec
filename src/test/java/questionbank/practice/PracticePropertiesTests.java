package questionbank.practice;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PracticePropertiesTests {

	@Test
	void haveTheDocumentedDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new PracticeProperties(LocalTime.of(4, 0), Duration.ofDays(365), false));
	}

	@ParameterizedTest
	@CsvSource({ "00:00, 00:00", "05:30, 05:30", "11:59, 11:59" })
	void acceptATimeBeforeNoon(String value, LocalTime start) {
		assertThat(bind(Map.of("questionbank.practice.day-start", value)).dayStart()).isEqualTo(start);
	}

	@ParameterizedTest
	@CsvSource({ "questionbank.practice.day-start, 12:00", "questionbank.practice.day-start, 25:00",
			"questionbank.practice.day-start, 4h", "questionbank.practice.retention, 401d",
			"questionbank.practice.retention, 0d" })
	void rejectInvalidValues(String name, String value) {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind(Map.of(name, value)))
			.havingRootCause()
			.withMessageContaining(name.contains("retention") ? "1d to 400d" : value);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 400 })
	void acceptARetentionFromOneTo400Days(int days) {
		assertThat(bind(Map.of("questionbank.practice.retention", days + "d")).retention())
			.isEqualTo(Duration.ofDays(days));
	}

	private static PracticeProperties bind(Map<String, String> values) {
		return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("questionbank.practice",
				PracticeProperties.class);
	}

}
