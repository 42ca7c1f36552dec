package questionbank.interview;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the interviews in which questions were asked: those up to today, in UTC. Planned
 * interviews count only for the composition of kits.
 */
@Component
class AskedQuestions {

	private final JdbcClient database;

	private final Clock clock;

	AskedQuestions(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/** Counts the interviews in which a question was asked. */
	public Usage find(long question) {
		return this.database.sql("""
				select count(*), max(held_on) from interview_question
				join interview on interview.id = interview_id where question_id = ? and held_on <= ?""")
			.params(question, today())
			.query((row, number) -> new Usage(row.getLong(1), row.getObject(2, LocalDate.class)))
			.single();
	}

	/** Counts the interviews in which each question was asked, without zeros. */
	Map<Long, Long> counts() {
		var counts = new HashMap<Long, Long>();
		this.database.sql("""
				select question_id, count(*) from interview_question
				join interview on interview.id = interview_id where held_on <= ? group by question_id""")
			.param(today())
			.query((row) -> {
				counts.put(row.getLong(1), row.getLong(2));
			});
		return counts;
	}

	/** Finds the date of the last interview with each question, held or planned. */
	Map<Long, Instant> lastAskedOrPlanned() {
		var dates = new HashMap<Long, Instant>();
		this.database.sql("""
				select question_id, max(held_on) from interview_question
				join interview on interview.id = interview_id group by question_id""").query((row) -> {
			dates.put(row.getLong(1), row.getObject(2, LocalDate.class).atStartOfDay(ZoneOffset.UTC).toInstant());
		});
		return dates;
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

	/**
	 * How often a question was asked.
	 *
	 * @param count the number of interviews with it
	 * @param last the date of the last one, or {@code null} for none
	 */
	record Usage(long count, @Nullable LocalDate last) {
	}

}
