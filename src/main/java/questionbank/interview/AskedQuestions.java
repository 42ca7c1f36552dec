package questionbank.interview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the interviews in which questions are asked. */
@Component
class AskedQuestions {

	private final JdbcClient database;

	AskedQuestions(JdbcClient database) {
		this.database = database;
	}

	/** Counts the interviews with a question. */
	public Usage find(long question) {
		return this.database.sql("""
				select count(*), max(held_on) from interview_question
				join interview on interview.id = interview_id where question_id = ?""")
			.param(question)
			.query((row, number) -> new Usage(row.getLong(1), row.getObject(2, LocalDate.class)))
			.single();
	}

	/** Counts the interviews with each question that is in any. */
	Map<Long, Long> counts() {
		var counts = new HashMap<Long, Long>();
		this.database.sql("select question_id, count(*) from interview_question group by question_id").query((row) -> {
			counts.put(row.getLong(1), row.getLong(2));
		});
		return counts;
	}

	/** Finds the date of the last interview with each question that is in any. */
	Map<Long, Instant> lastAsked() {
		var dates = new HashMap<Long, Instant>();
		this.database.sql("""
				select question_id, max(held_on) from interview_question
				join interview on interview.id = interview_id group by question_id""").query((row) -> {
			dates.put(row.getLong(1), row.getObject(2, LocalDate.class).atStartOfDay(ZoneOffset.UTC).toInstant());
		});
		return dates;
	}

	/**
	 * How often a question was asked.
	 *
	 * @param count the number of interviews with it
	 * @param last the date of the last one, or {@code null} for none
	 */
	public record Usage(long count, @Nullable LocalDate last) {
	}

}
