package questionbank.practice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface LearnerRepository extends Repository<Learner, Long> {

	Learner saveAndFlush(Learner learner);

	@NativeQuery("select * from learner where person_id = :person")
	Optional<Learner> findByPerson(long person);

	/** Finds the learner of a calendar feed, unless the account is disabled. */
	@NativeQuery("""
			select * from learner where calendar_hash = :hash
			and not exists (select 1 from person where person.id = person_id and not enabled)""")
	Optional<Learner> findByCalendar(String hash);

	@NativeQuery("select * from learner where token_hash = :hash")
	Optional<Learner> findByToken(String hash);

	/** Locks the row until the end of the transaction. */
	@NativeQuery("select * from learner where id = :id for update")
	Optional<Learner> findForChange(long id);

	@NativeQuery("select * from learner where person_id = :person for update")
	Optional<Learner> findByPersonForChange(long person);

	@NativeQuery("select * from learner where token_hash = :hash for update")
	Optional<Learner> findByTokenForChange(String hash);

	@NativeQuery("select id from learner where id > :after order by id fetch first :limit rows only")
	List<Long> findIdsAfter(long after, int limit);

	/** Moves the fitted weights of a learner to another who has none. */
	@Modifying
	@NativeQuery("""
			update learner_weights set learner_id = :to where learner_id = :from
			and not exists (select 1 from learner_weights where learner_id = :to)""")
	void moveWeights(long from, long to);

	@Modifying
	@NativeQuery("delete from learner where id = :id")
	void deleteById(long id);

	/** Deletes the learners without an account that were last used before a time. */
	@Modifying
	@NativeQuery("delete from learner where token_hash is not null and used_at < :before")
	int deleteUnused(Instant before);

	/**
	 * Deletes the learners without an account that were last used before a time, have the
	 * default goal, and have neither answered nor marked a question.
	 * @param dailyLimit the daily limit of the default goal
	 */
	@Modifying
	@NativeQuery("""
			delete from learner where token_hash is not null and used_at < :before
			and interview_on is null and daily_limit = :dailyLimit
			and cardinality(difficulties) = 0 and cardinality(topics) = 0
			and not marked and not exists (select 1 from attempt where learner_id = learner.id and answered_at is not null)""")
	int deleteEmpty(Instant before, int dailyLimit);

}
