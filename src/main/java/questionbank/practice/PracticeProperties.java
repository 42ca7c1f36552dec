package questionbank.practice;

import java.time.LocalTime;
import java.time.ZoneId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the practice room.
 *
 * @param dayStart the time of day at which a practice day begins in the learner's time
 * zone, before noon
 */
@ConfigurationProperties("questionbank.practice")
record PracticeProperties(@DefaultValue("04:00") LocalTime dayStart) {

	PracticeProperties {
		if (!dayStart.isBefore(LocalTime.NOON)) {
			throw new IllegalArgumentException(
					"questionbank.practice.day-start must be from 00:00 to 11:59, got " + dayStart);
		}
	}

	/** Returns the practice days of a learner in a time zone. */
	Days days(ZoneId zone) {
		return new Days(zone, this.dayStart);
	}

}
