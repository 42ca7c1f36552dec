package questionbank.interview;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import questionbank.account.Role;
import questionbank.account.Viewer;
import questionbank.kit.KitDetails;
import questionbank.kit.KitDraft;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether an interview can be deleted; without Spring. */
class DeletableInterviewTests {

	private static final Instant CREATED = Instant.parse("2026-05-01T12:00:00Z");

	@Test
	void isDeletableUntilItsDayBeginsInTheFirstTimeZone() {
		var interview = create(LocalDate.of(2026, 5, 31));
		assertThat(interview.isDeletable(Instant.parse("2026-05-30T09:59:59Z"))).isTrue();
		assertThat(interview.isDeletable(Instant.parse("2026-05-30T10:00:00Z"))).isFalse();
	}

	@Test
	void isDeletableForFifteenMinutesAfterItsCreation() {
		var interview = create(LocalDate.of(2026, 5, 1));
		assertThat(interview.isDeletable(CREATED.plus(Duration.ofMinutes(14)))).isTrue();
		assertThat(interview.isDeletable(CREATED.plus(Duration.ofMinutes(15)))).isFalse();
	}

	private static Interview create(LocalDate date) {
		var kit = new KitDetails(1, 1, new KitDraft("Engineers", "", "", 60, List.of()), CREATED, "Ada");
		return new Interview(kit, new InterviewDraft("Kim", date, null, "Pacific/Auckland", "", List.of()),
				new Viewer(Role.INTERVIEWER, "Ada", 1L), CREATED);
	}

}
