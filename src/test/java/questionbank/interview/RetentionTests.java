package questionbank.interview;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.PageTest;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class RetentionTests extends InterviewFixture {

	@Autowired
	private Retention retention;

	@Test
	void removesPersonalDataAndKeepsTheRatings() {
		var interview = scored("Kim-marker", "guest-marker@example.org");
		assertThat(stored()).contains("Kim-marker", "Place-marker", "guest-marker", "Guest-marker", "Reason-marker",
				"Draft-marker", "Reopening-marker", "Replaced-marker");
		var refused = this.owner.send(this.owner.open(interview), "form[action$=" + interview + "/removal]");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.text("h1")).isEqualTo("Kim-marker");
		this.owner.send(this.owner.open(interview), "form[action$=" + interview + "/removal]", "sure", "true");
		var page = this.owner.open(interview);
		assertThat(page.text("h1")).isEqualTo("(removed)");
		assertThat(page.texts(".matrix tbody td")).startsWith("3");
		assertThat(this.owner.open(interview + "/edit").status()).isEqualTo(404);
		assertThat(stored()).doesNotContainIgnoringCase("marker");
	}

	@Test
	void removesPersonalDataWhenTheRetentionPeriodHasPassed() {
		var kept = List.of(scored("A-marker", "a@example.org"), scored("B-marker", "b@example.org"),
				scored("C-marker", "c@example.org"));
		var expired = scored("D-marker", "d@example.org");
		date(kept.get(0), today().minusDays(179), today().minusDays(179));
		date(kept.get(1), today().minusDays(180), today().minusDays(180));
		date(kept.get(2), today().minusDays(400), today().minusDays(180));
		date(expired, today().minusDays(181), today().minusDays(181));
		this.retention.removeExpired();
		assertThat(kept).extracting((interview) -> this.owner.open(interview).text("h1"))
			.containsExactly("A-marker", "B-marker", "C-marker");
		assertThat(this.owner.open(expired).text("h1")).isEqualTo("(removed)");
		kept.forEach((interview) -> date(interview, today().minusDays(400), today().minusDays(181)));
		this.retention.removeExpired();
		assertThat(stored()).doesNotContainIgnoringCase("marker");
	}

	private void date(String interview, LocalDate held, LocalDate created) {
		this.database.sql("update interview set held_on = ?, created_at = ? where id = ?")
			.params(held, OffsetDateTime.of(created.atStartOfDay(), ZoneOffset.UTC), id(interview))
			.update();
	}

	/** Returns the content of all columns of all tables of the room. */
	private String stored() {
		var tables = this.database.sql("""
				select table_name from information_schema.tables
				where lower(table_name) like 'interview%' order by table_name""").query(String.class).list();
		assertThat(tables).hasSize(6);
		return tables.stream()
			.map((table) -> this.database.sql("select * from " + table).query().listOfRows().toString())
			.toList()
			.toString();
	}

}
