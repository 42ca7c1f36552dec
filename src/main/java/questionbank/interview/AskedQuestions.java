package questionbank.interview;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the interviews in which questions were asked: those up to today, in UTC. Planned
 * interviews count only for the composition of kits, and as an earlier interview of the
 * same candidate.
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

	/**
	 * Finds the dates on which a candidate was asked questions before.
	 * @param candidate the hash of the label; empty for none
	 * @param questions at least one
	 * @param date of the present interview
	 * @param interview the number of the present interview, greater than that of earlier
	 * ones of the same date
	 * @return the dates in order, by question
	 */
	Map<Long, List<LocalDate>> findRepeated(String candidate, Collection<Long> questions, LocalDate date,
			long interview) {
		var dates = new HashMap<Long, List<LocalDate>>();
		this.database.sql("""
				select distinct question_id, held_on from interview
				join interview_question on interview_id = interview.id
				where candidate_hash = :candidate and candidate_hash <> '' and question_id in (:questions)
				and (held_on < :date or held_on = :date and interview.id < :interview) order by held_on""")
			.param("candidate", candidate)
			.param("questions", questions)
			.param("date", date)
			.param("interview", interview)
			.query((row) -> {
				dates.computeIfAbsent(row.getLong(1), (absent) -> new ArrayList<>())
					.add(row.getObject(2, LocalDate.class));
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
