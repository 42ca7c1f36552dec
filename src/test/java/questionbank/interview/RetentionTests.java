package questionbank.interview;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.MovingClock;
import questionbank.PageTest;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class RetentionTests extends InterviewFixture {

	private static final List<String> TABLES = List.of("interview", "interview_answer", "interview_panellist",
			"interview_event", "interview_change");

	@Autowired
	private Retention retention;

	@Autowired
	private MovingClock clock;

	@Test
	void removesPersonalDataAndKeepsTheRatings() {
		var interview = scored("Kim-marker", "marker@example.org");
		var refused = this.owner.send(this.owner.open(interview), "form[action$=removal]");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.text("h1")).isEqualTo("Kim-marker");
		this.owner.send(this.owner.open(interview), "form[action$=removal]", "sure", "true");
		var page = this.owner.open(interview);
		assertThat(page.text("h1")).isEqualTo("(removed)");
		assertThat(page.texts(".matrix tbody td")).startsWith("3");
		assertThat(this.owner.open(interview + "/edit").status()).isEqualTo(404);
		assertThat(stored()).doesNotContain("marker");
	}

	@Test
	void removesPersonalDataWhenTheRetentionPeriodHasPassed() {
		var expired = scored("Old-marker", "old@example.org");
		var recent = scored("New-marker", "new@example.org");
		date(expired, 182);
		date(recent, 178);
		this.retention.removeExpired();
		assertThat(this.owner.open(expired).text("h1")).isEqualTo("(removed)");
		assertThat(this.owner.open(recent).text("h1")).isEqualTo("New-marker");
	}

	private void date(String interview, int daysAgo) {
		this.database.sql("update interview set held_on = ? where id = ?")
			.params(LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).minusDays(daysAgo), id(interview))
			.update();
	}

	private String scored(String candidate, String guest) {
		var interview = create(candidate, this.ownerAccount.email(), guest);
		link(interview, guest);
		submit(this.owner, this.owner.open(interview + "/scorecard"), "anyway", "true", "rating-1", "3", "reason",
				"Reason-marker", "notes-1", "Notes-marker");
		return interview;
	}

	/** Returns the content of the tables. */
	private String stored() {
		return TABLES.stream()
			.map((table) -> this.database.sql("select * from " + table).query().listOfRows().toString())
			.toList()
			.toString();
	}

}
