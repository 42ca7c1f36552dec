package questionbank.practice;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The migration that backfills the time zones of grades. */
@DatabaseTest
class ZoneMigrationTests {

	private static final String SCHEMA = "zones_before";

	private static final String MOMENT = "timestamp with time zone '2026-01-01 00:00:00+00'";

	private static final String NONE = "cast(array[] as varchar(40) array)";

	@Autowired
	private DataSource dataSource;

	@Autowired
	private JdbcClient database;

	@AfterEach
	void drop() {
		this.database.sql("drop schema \"" + SCHEMA + "\" cascade").update();
	}

	@Test
	void aGradeGetsTheZoneOfItsSession() {
		migrate("8.1");
		insert("learner (id, token_hash, zone, daily, difficulties, topics, used_at)",
				"1, 'a', 'Asia/Tokyo', 10, " + NONE + ", " + NONE + ", " + MOMENT);
		for (int session = 1; session <= 2; session++) {
			var zone = (session == 1) ? "Europe/Berlin" : "Pacific/Auckland";
			insert("practice_session (id, learner_id, kind, title, counted, zone, started_at, closed)",
					session + ", 1, 'FREE', 'Free', true, '" + zone + "', " + MOMENT + ", true");
			for (int place = 1; place <= 2; place++) {
				insert("attempt (session_id, place, learner_id, question_id, counted, covered, missed, grade, graded_at)",
						session + ", " + place + ", 1, " + place + ", true, " + NONE + ", " + NONE + ", "
								+ ((place == 1) ? "'GOOD', " + MOMENT : "null, null"));
			}
		}
		migrate("10");
		assertThat(this.database
			.sql("select coalesce(graded_zone, 'none') from \"" + SCHEMA + "\".attempt order by session_id, place")
			.query(String.class)
			.list()).containsExactly("Europe/Berlin", "none", "Pacific/Auckland", "none");
	}

	private void migrate(String version) {
		Flyway.configure()
			.dataSource(this.dataSource)
			.schemas(SCHEMA)
			.locations("classpath:db/migration/common")
			.target(version)
			.load()
			.migrate();
	}

	private void insert(String table, String values) {
		this.database.sql("insert into \"" + SCHEMA + "\"." + table + " values (" + values + ")").update();
	}

}
