package questionbank.interview;

import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out which questions a candidate was asked before. */
@Component
class EarlierInterviews {

	private final JdbcClient database;

	EarlierInterviews(JdbcClient database) {
		this.database = database;
	}

	/**
	 * Lists the questions of an interview that the candidate, compared by the normalized
	 * label, was asked in an earlier one.
	 */
	List<EarlierUse> find(Interview interview) {
		return this.database.sql("""
				select distinct this_question.position, this_question.question_id, earlier.held_on
				from interview this_one
				join interview earlier on earlier.candidate_hash = this_one.candidate_hash
				join interview_question earlier_question on earlier_question.interview_id = earlier.id
				join interview_question this_question on this_question.interview_id = this_one.id
					and this_question.question_id = earlier_question.question_id
				where this_one.id = ? and this_one.candidate_hash <> '' and (earlier.held_on < this_one.held_on
					or earlier.held_on = this_one.held_on and earlier.id < this_one.id)
				order by this_question.position, earlier.held_on""")
			.param(interview.id())
			.query((row, number) -> new EarlierUse(row.getInt("position"), row.getLong("question_id"),
					row.getObject("held_on", LocalDate.class)))
			.list();
	}

	/**
	 * A question that the candidate was asked before.
	 *
	 * @param number the position in the present interview, from 1
	 */
	record EarlierUse(int number, long question, LocalDate date) {
	}

}
