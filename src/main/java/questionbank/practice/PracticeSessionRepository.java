package questionbank.practice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface PracticeSessionRepository extends Repository<PracticeSession, Long> {

	PracticeSession saveAndFlush(PracticeSession session);

	@NativeQuery("select * from practice_session where id = :id and learner_id = :learner")
	Optional<PracticeSession> findByLearner(long id, long learner);

	/**
	 * Finds the latest sessions of a learner; those dated in the future come last.
	 * @param now the latest time that is not in the future
	 */
	@NativeQuery("""
			select * from practice_session where learner_id = :learner
			order by case when started_at > :now then 1 else 0 end, started_at desc, id
			fetch first :limit rows only""")
	List<PracticeSession> findLatest(long learner, Instant now, int limit);

	/** Finds the sessions of a list, in order of their start. */
	@NativeQuery("""
			select * from practice_session where learner_id = :learner and first_session_id = :first
			order by started_at, id""")
	List<PracticeSession> findByList(long learner, long first);

	@Modifying
	@NativeQuery("update practice_session set learner_id = :to where learner_id = :from")
	void move(long from, long to);

}
