package questionbank.practice;

import java.time.ZoneId;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LearnerIdentityTests {

	@ParameterizedTest
	@CsvSource({ "Europe/Berlin, Europe/Berlin", "Mars/Olympus,", "'',", "+02:00, +02:00",
			"' Asia/Tokyo ', Asia/Tokyo" })
	void parsesOnlyTimeZonesThatExist(String name, @Nullable String zone) {
		assertThat(LearnerIdentity.parseZone(name)).isEqualTo((zone != null) ? ZoneId.of(zone) : null);
		assertThat(LearnerIdentity.parseZone("x".repeat(100))).isNull();
	}

}
