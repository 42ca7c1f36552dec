package questionbank.practice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface AttemptRepository extends Repository<Attempt, Long> {

	Attempt save(Attempt attempt);

	/** Saves an attempt so that native queries of the log find it. */
	Attempt saveAndFlush(Attempt attempt);

	void delete(Attempt attempt);

	/** Finds the attempts of a session, by position. */
	@NativeQuery("select * from attempt where session_id = :session order by position")
	List<Attempt> findBySession(long session);

	@NativeQuery("select * from attempt where session_id = :session and position = :position")
	Optional<Attempt> findBySessionAndPosition(long session, int position);

	/**
	 * Finds the graded attempts of a learner for a question, the latest first. The sum
	 * keeps H2 from using the index by question, as thousands of learners may have
	 * answered it.
	 */
	@NativeQuery("""
			select * from attempt where learner_id = :learner and question_id + 0 = :question and grade is not null
			order by graded_at desc, id desc fetch first :limit rows only""")
	List<Attempt> findGraded(long learner, long question, int limit);

	/** Finds the graded attempts of a learner for some questions. */
	@NativeQuery("""
			select * from attempt where learner_id = :learner and question_id + 0 in (:questions)
			and grade is not null""")
	List<Attempt> findGraded(long learner, Collection<Long> questions);

	/** Finds the questions that a learner has graded. */
	@NativeQuery("""
			select distinct question_id from attempt where learner_id = :learner and grade is not null
			order by question_id fetch first :limit rows only""")
	List<Long> findGradedQuestions(long learner, int limit);

	/** Finds the questions whose latest grade is Again or Hard. */
	@NativeQuery("""
			select question_id from (
				select question_id, grade, row_number() over (partition by question_id
					order by graded_at desc, id desc) as age
				from attempt where learner_id = :learner and grade is not null) graded
			where age = 1 and grade in ('AGAIN', 'HARD')
			order by question_id fetch first :limit rows only""")
	List<Long> findWeakQuestions(long learner, int limit);

	/** Whether every attempt of a session is answered. */
	@NativeQuery("select count(*) = 0 from attempt where session_id = :session and answered_at is null")
	boolean isAnswered(long session);

	/** Finds all attempts of a learner, by session and position. */
	@NativeQuery("select * from attempt where learner_id = :learner order by session_id, position")
	List<Attempt> findLog(long learner);

	/** Finds the attempts that a learner graded in a period, both ends included. */
	@NativeQuery("select * from attempt where learner_id = :learner and graded_at >= :from and graded_at <= :to")
	List<Attempt> findGradedBetween(long learner, Instant from, Instant to);

	/** Finds a slice of the graded attempts of a learner, the latest first. */
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
