package questionbank.practice;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static questionbank.practice.MigratedSchema.NONE;
import static questionbank.practice.MigratedSchema.TIME;

/** The migration that renames columns keeps their data and constraints. */
@DatabaseTest
class ColumnNameMigrationTests {

	private MigratedSchema schema;

	@BeforeEach
	void createSchema(@Autowired DataSource dataSource, @Autowired JdbcClient database) {
		this.schema = new MigratedSchema("columns_before", dataSource, database);
	}

	@AfterEach
	void dropSchema() {
		this.schema.drop();
	}

	@Test
	void renamedColumnsKeepTheirData() {
		this.schema.migrate("17");
		this.schema.insert("learner (id, token_hash, zone, daily, difficulties, topics, used_at)",
				"1, 'a', 'Asia/Tokyo', 17, " + NONE + ", " + NONE + ", " + TIME);
		this.schema.insert(
				"practice_session (id, learner_id, kind, title, counted, zone, started_at, closed, begun_with)",
				"5, 1, 'FREE', 'Free', true, 'Asia/Tokyo', " + TIME + ", true, 4");
		insertAttempt("place", 3);
		var revisions = this.schema.values("select made_at from question_revision order by id");
		this.schema.migrate("18");
		assertThat(this.schema.values("select daily_limit from learner")).containsExactly("17");
		assertThat(this.schema.values("select first_session_id from practice_session")).containsExactly("4");
		assertThat(this.schema.values("select position from attempt")).containsExactly("3");
		assertThat(this.schema.values("select created_at from question_revision order by id")).hasSize(10)
			.isEqualTo(revisions);
	}

	@Test
	void sessionsOfThePlanAreCalledDailyPractice() {
		this.schema.migrate("17");
		this.schema.insert("learner (id, token_hash, zone, daily, difficulties, topics, used_at)",
				"1, 'a', 'Asia/Tokyo', 17, " + NONE + ", " + NONE + ", " + TIME);
		this.schema.insert("practice_session (id, learner_id, kind, title, counted, zone, started_at, closed)",
				"5, 1, 'TODAY', 'Today', true, 'Asia/Tokyo', " + TIME + ", true");
		this.schema.insert("practice_session (id, learner_id, kind, title, counted, zone, started_at, closed)",
				"6, 1, 'FREE', 'Today', true, 'Asia/Tokyo', " + TIME + ", true");
		this.schema.migrate("18");
		assertThat(this.schema.values("select title from practice_session order by id"))
			.containsExactly("Daily practice", "Today");
	}

	@Test
	void positionsStayUniqueWithinASession() {
		this.schema.migrate("17");
		this.schema.insert("learner (id, token_hash, zone, daily, difficulties, topics, used_at)",
				"1, 'a', 'Asia/Tokyo', 17, " + NONE + ", " + NONE + ", " + TIME);
		this.schema.insert("practice_session (id, learner_id, kind, title, counted, zone, started_at, closed)",
				"5, 1, 'FREE', 'Free', true, 'Asia/Tokyo', " + TIME + ", true");
		insertAttempt("place", 3);
		this.schema.migrate("18");
		insertAttempt("position", 4);
		assertThatThrownBy(() -> insertAttempt("position", 3)).isInstanceOf(DuplicateKeyException.class);
	}

	private void insertAttempt(String column, int position) {
		this.schema.insert("attempt (session_id, " + column + ", learner_id, question_id, counted, covered, missed)",
				"5, " + position + ", 1, 1, true, " + NONE + ", " + NONE);
	}

}
