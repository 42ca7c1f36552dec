package questionbank.interview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import questionbank.calibration.CalibrationModel.Rated;

/**
 * Reads the ratings that statistics for all interviewers may count: submitted ones of
 * interviews in which no account has a scorecard to submit, and that are closed or lack
 * no guest's scorecard. So a panellist cannot learn others' ratings, nor their number,
 * from statistics before submitting their own.
 */
@Component
class CountedRatings {

	private static final int FETCH_SIZE = 1000;

	private final JdbcClient database;

	CountedRatings(JdbcClient database) {
		this.database = database;
	}

	/**
	 * Reads the ratings. Questions that were not asked have none. The rater is a person's
	 * id; a panellist without an account is a rater of one interview, with a negative
	 * number.
	 */
	@Transactional(readOnly = true)
	public List<Rated> read() {
		var ratings = new ArrayList<Rated>();
		this.database.sql("""
				select i.id, q.question_id, coalesce(p.person_id, -p.id), a.rating from interview i
				join interview_panellist p on p.interview_id = i.id
				join interview_answer a on a.panellist_id = p.id
				join interview_question q on q.interview_id = i.id and q.position = a.position
				where p.submitted_at is not null and p.removal = 0 and a.rating is not null
				and not exists (select 1 from interview_panellist m where m.interview_id = i.id
					and m.removal = 0 and m.submitted_at is null and (m.person_id is not null or i.closed_at is null))
				order by p.id, a.position""").withFetchSize(FETCH_SIZE).query((row) -> {
			ratings.add(new Rated(row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4)));
		});
		return ratings;
	}

	/** Reads the latest name of each person who was on a panel. */
	@Transactional(readOnly = true)
	public Map<Long, String> names() {
		var names = new HashMap<Long, String>();
		this.database.sql("""
				select person_id, name from interview_panellist where id in
				(select max(id) from interview_panellist where person_id is not null group by person_id)""")
			.query((row) -> {
				names.put(row.getLong(1), row.getString(2));
			});
		return names;
	}

}
