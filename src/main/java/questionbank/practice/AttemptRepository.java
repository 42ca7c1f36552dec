package questionbank.practice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface AttemptRepository extends Repository<Attempt, Long> {

	Attempt save(Attempt attempt);

	/** So that the log has it. */
	Attempt saveAndFlush(Attempt attempt);

	void delete(Attempt attempt);

	/** What a session asks, in order. */
	@NativeQuery("select * from attempt where session_id = :session order by position")
	List<Attempt> findBySession(long session);

	@NativeQuery("select * from attempt where session_id = :session and position = :position")
	Optional<Attempt> findBySessionAndPosition(long session, int position);

	/**
	 * How a learner answered a question before, the latest first. By the learner and not
	 * by the question, which thousands may have answered: the sum keeps H2 from that.
	 */
	@NativeQuery("""
			select * from attempt where learner_id = :learner and question_id + 0 = :question and grade is not null
			order by graded_at desc, id desc fetch first :limit rows only""")
	List<Attempt> findGraded(long learner, long question, int limit);

	/** Whether everything in a session has been answered. */
	@NativeQuery("select count(*) = 0 from attempt where session_id = :session and answered_at is null")
	boolean isAnswered(long session);

	/** What a learner was asked, in order. */
	@NativeQuery("select * from attempt where learner_id = :learner order by session_id, position")
	List<Attempt> findLog(long learner);

	/** What a learner has graded from one moment to another, both included. */
	@NativeQuery("select * from attempt where learner_id = :learner and graded_at >= :from and graded_at <= :to")
	List<Attempt> findGradedBetween(long learner, Instant from, Instant to);

	/** What a learner has graded, the latest first. */
	@NativeQuery("""
			select * from attempt where learner_id = :learner and grade is not null
			order by graded_at desc, id desc offset :offset rows fetch next :limit rows only""")
	List<Attempt> findLatest(long learner, int limit, int offset);

	@NativeQuery("select count(*) from attempt where learner_id = :learner and grade is not null")
	long countGraded(long learner);

	@Modifying
	@NativeQuery("update attempt set learner_id = :to where learner_id = :from")
	void move(long from, long to);

}
