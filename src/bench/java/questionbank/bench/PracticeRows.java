package questionbank.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Generates learners with a thousand reviews each, of the first thousand questions. */
final class PracticeRows {

	static final int REVIEWS = 1_000;

	/** The number of questions that a learner has practised, four times on average. */
	private static final int PRACTISED = 250;

	private static final int SESSION = 10;

	private static final int BATCH = 100_000;

	private final int learners;

	PracticeRows(int learners) {
		this.learners = learners;
	}

	/**
	 * Inserts the learners, half of whom have an interview in two weeks, unless they
	 * exist.
	 */
	void fill(Connection database) throws SQLException {
		try (var statement = database.createStatement()) {
			try (var count = statement.executeQuery("select count(*) from card")) {
				if (count.next() && count.getLong(1) >= (long) this.learners * PRACTISED) {
					return;
				}
			}
			statement.execute("delete from learner");
			statement.execute("""
					insert into learner (id, token_hash, zone, interview_on, daily_limit, difficulties, topics, used_at)
					select x, lower(rawtohex(hash('SHA-256', lpad(x, 43, '0')))), 'Europe/Berlin',
						case when mod(x, 2) = 0 then dateadd(day, 14, current_date) end, 20, array[], array[],
						current_timestamp
					from system_range(1, %d)""".formatted(this.learners));
			insertInBatches(statement, (long) this.learners * REVIEWS / SESSION,
					"""
							insert into practice_session (id, learner_id, kind, title, counted, zone, started_at, finished_at, closed)
							select x, 1 + (x - 1) / %d, 'TODAY', 'Today', true, 'Europe/Berlin',
								dateadd(day, -100 + mod(x - 1, 100), current_timestamp), current_timestamp, true
							from system_range(%%d, %%d)"""
						.formatted(REVIEWS / SESSION));
			insertInBatches(statement, (long) this.learners * REVIEWS, """
					insert into attempt (session_id, position, learner_id, question_id, counted, answer, answered_at,
						covered, missed, grade, graded_at, graded_zone)
					select 1 + (x - 1) / 10, 1 + mod(x - 1, 10), 1 + (x - 1) / %d,
						1 + 4 * mod((x - 1) * 7, %d), true,
						'The outcome first, then the systems, the formats and what happens when it fails.',
						current_timestamp, array['A point'], array['Another'],
						array['AGAIN', 'HARD', 'GOOD', 'GOOD', 'GOOD', 'EASY'][1 + mod(x * 13, 6)],
						dateadd(minute, mod(x - 1, 10), dateadd(day, -100 + mod((x - 1) / 10, 100), current_timestamp)),
						'Europe/Berlin'
					from system_range(%%d, %%d)""".formatted(REVIEWS, PRACTISED));
			insertInBatches(statement, (long) this.learners * PRACTISED, """
					insert into card (learner_id, question_id, state, step, stability, difficulty, reviewed_at, due_at,
						reviews, first_grade)
					select 1 + (x - 1) / %1$d, 1 + 4 * mod(x - 1, %1$d), 'REVIEW', 0, 1 + mod(x * 37, 90),
						1 + mod(x, 9), dateadd(day, -1 - mod(x * 17, 40), current_timestamp),
						dateadd(day, mod(x * 37, 90) - mod(x * 17, 40), current_timestamp), 4,
						array['AGAIN', 'HARD', 'GOOD', 'GOOD', 'EASY'][1 + mod(x, 5)]
					from system_range(%%d, %%d)""".formatted(PRACTISED));
			statement.execute("analyze");
		}
	}

	private static void insertInBatches(Statement statement, long total, String insert) throws SQLException {
		for (long from = 1; from <= total; from += BATCH) {
			statement.execute(insert.formatted(from, Math.min(total, from + BATCH - 1)));
		}
	}

}
