package questionbank.practice;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;
import static questionbank.practice.MigratedSchema.NONE;
import static questionbank.practice.MigratedSchema.TIME;

/** The migration that backfills the time zones of grades. */
@DatabaseTest
class ZoneMigrationTests {

	private MigratedSchema schema;

	@BeforeEach
	void createSchema(@Autowired DataSource dataSource, @Autowired JdbcClient database) {
		this.schema = new MigratedSchema("zones_before", dataSource, database);
	}

	@AfterEach
	void dropSchema() {
		this.schema.drop();
	}

	@Test
	void aGradeGetsTheZoneOfItsSession() {
		this.schema.migrate("8.1");
		this.schema.insert("learner (id, token_hash, zone, daily, difficulties, topics, used_at)",
				"1, 'a', 'Asia/Tokyo', 10, " + NONE + ", " + NONE + ", " + TIME);
		for (int session = 1; session <= 2; session++) {
			var zone = (session == 1) ? "Europe/Berlin" : "Pacific/Auckland";
			this.schema.insert("practice_session (id, learner_id, kind, title, counted, zone, started_at, closed)",
					session + ", 1, 'FREE', 'Free', true, '" + zone + "', " + TIME + ", true");
			for (int place = 1; place <= 2; place++) {
				this.schema.insert(
						"attempt (session_id, place, learner_id, question_id, counted, covered, missed, grade, graded_at)",
						session + ", " + place + ", 1, " + place + ", true, " + NONE + ", " + NONE + ", "
								+ ((place == 1) ? "'GOOD', " + TIME : "null, null"));
			}
		}
		this.schema.migrate("10");
		assertThat(this.schema.values("select coalesce(graded_zone, 'none') from attempt order by session_id, place"))
			.containsExactly("Europe/Berlin", "none", "Pacific/Auckland", "none");
	}

}
