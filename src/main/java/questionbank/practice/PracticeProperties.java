package questionbank.practice;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import questionbank.scheduling.PracticeDays;

/**
 * Settings of the practice room.
 *
 * @param dayStart the time of day at which a practice day begins in the learner's time
 * zone, before noon
 * @param retention the retention period of learners without an account, counted from the
 * last use, from 1 to 400 days; also the lifetime of the cookie, which browsers do not
 * keep longer
 * @param replay whether to replay the review log of all learners into their cards at
 * startup
 */
@ConfigurationProperties("questionbank.practice")
record PracticeProperties(@DefaultValue("04:00") LocalTime dayStart, @DefaultValue("365d") Duration retention,
		@DefaultValue("false") boolean replay) {

	private static final Duration MINIMUM_RETENTION = Duration.ofDays(1);

	private static final Duration MAXIMUM_RETENTION = Duration.ofDays(400);

	PracticeProperties {
		if (!dayStart.isBefore(LocalTime.NOON)) {
			throw new IllegalArgumentException(
					"questionbank.practice.day-start must be from 00:00 to 11:59, got " + dayStart);
		}
		if (retention.compareTo(MINIMUM_RETENTION) < 0 || retention.compareTo(MAXIMUM_RETENTION) > 0) {
			throw new IllegalArgumentException(
					"questionbank.practice.retention must be from 1d to 400d, got " + retention);
		}
	}

	/** Returns the practice days of a learner in a time zone. */
	PracticeDays days(ZoneId zone) {
		return new PracticeDays(zone, this.dayStart);
	}

}
