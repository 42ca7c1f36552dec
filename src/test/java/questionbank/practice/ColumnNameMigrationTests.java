package questionbank.practice;

import java.util.List;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The migration that renames columns keeps their data and constraints. */
@DatabaseTest
class ColumnNameMigrationTests {

	private static final String SCHEMA = "columns_before";

	private static final String TIME = "timestamp with time zone '2026-01-01 00:00:00+00'";

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
	void renamedColumnsKeepTheirData() {
		migrate("17");
		insert("learner (id, token_hash, zone, daily, difficulties, topics, used_at)",
				"1, 'a', 'Asia/Tokyo', 17, " + NONE + ", " + NONE + ", " + TIME);
		insert("practice_session (id, learner_id, kind, title, counted, zone, started_at, closed, begun_with)",
				"5, 1, 'FREE', 'Free', true, 'Asia/Tokyo', " + TIME + ", true, 4");
		insertAttempt("place", 3);
		var revisions = values("select made_at from question_revision order by id");
		migrate("18");
		assertThat(values("select daily_limit from learner")).containsExactly("17");
		assertThat(values("select first_session_id from practice_session")).containsExactly("4");
		assertThat(values("select position from attempt")).containsExactly("3");
		assertThat(values("select created_at from question_revision order by id")).hasSize(10).isEqualTo(revisions);
	}

	@Test
	void sessionsOfThePlanAreCalledDailyPractice() {
		migrate("17");
		insert("learner (id, token_hash, zone, daily, difficulties, topics, used_at)",
				"1, 'a', 'Asia/Tokyo', 17, " + NONE + ", " + NONE + ", " + TIME);
		insert("practice_session (id, learner_id, kind, title, counted, zone, started_at, closed)",
				"5, 1, 'TODAY', 'Today', true, 'Asia/Tokyo', " + TIME + ", true");
		insert("practice_session (id, learner_id, kind, title, counted, zone, started_at, closed)",
				"6, 1, 'FREE', 'Today', true, 'Asia/Tokyo', " + TIME + ", true");
		migrate("18");
		assertThat(values("select title from practice_session order by id")).containsExactly("Daily practice", "Today");
	}

	@Test
	void positionsStayUniqueWithinASession() {
		migrate("17");
		insert("learner (id, token_hash, zone, daily, difficulties, topics, used_at)",
				"1, 'a', 'Asia/Tokyo', 17, " + NONE + ", " + NONE + ", " + TIME);
		insert("practice_session (id, learner_id, kind, title, counted, zone, started_at, closed)",
				"5, 1, 'FREE', 'Free', true, 'Asia/Tokyo', " + TIME + ", true");
		insertAttempt("place", 3);
		migrate("18");
		insertAttempt("position", 4);
		assertThatThrownBy(() -> insertAttempt("position", 3)).isInstanceOf(DuplicateKeyException.class);
	}

	private void insertAttempt(String column, int position) {
		insert("attempt (session_id, " + column + ", learner_id, question_id, counted, covered, missed)",
				"5, " + position + ", 1, 1, true, " + NONE + ", " + NONE);
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

	private List<String> values(String query) {
		return this.database.sql(query.replace(" from ", " from \"" + SCHEMA + "\"."))
			.query((row, number) -> row.getString(1))
			.list();
	}

}
