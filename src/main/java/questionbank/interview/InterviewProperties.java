package questionbank.interview;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the interview room.
 *
 * @param retention the retention period of candidates' labels, notes and guests' names,
 * counted from the date of the interview or, if it was created later, from that; at least
 * 1 day
 */
@ConfigurationProperties("questionbank.interview")
record InterviewProperties(@DefaultValue("180d") Duration retention) {

	InterviewProperties {
		if (retention.compareTo(Duration.ofDays(1)) < 0) {
			throw new IllegalArgumentException(
					"questionbank.interview.retention must be at least 1d, got " + retention);
		}
	}

}
