package questionbank.question;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** Stores and reads revisions. */
interface RevisionRepository extends Repository<QuestionRevision, Long> {

	Optional<QuestionRevision> findByQuestionIdAndNumber(long question, int number);

	/** Finds the revisions of questions that have one of the numbers. */
	@NativeQuery("select * from question_revision where question_id in (:questions) and number in (:numbers)")
	List<QuestionRevision> findAllWithNumbers(Collection<Long> questions, Collection<Integer> numbers);

	/** Finds the time at which a revision was replaced by the next one. */
	@NativeQuery("select created_at from question_revision where question_id = :question and number = :number + 1")
	Optional<Instant> findReplacedAt(long question, int number);

	/** Finds revisions of a question before a number, the latest first. */
	@NativeQuery("""
			select * from question_revision where question_id = :question and number < :before
			order by number desc fetch first :limit rows only""")
	List<QuestionRevision> findBefore(long question, int before, int limit);

	/**
	 * Finds revisions of a batch, in the order of their questions.
	 * @param after the number of the question before the first
	 */
	@NativeQuery("""
			select * from question_revision where batch = :batch and question_id > :after
			order by question_id fetch first :limit rows only""")
	List<QuestionRevision> findBatch(long batch, long after, int limit);

	long countByBatch(long batch);

	/**
	 * Finds the revisions before an id that begin a change, the latest first: those of no
	 * batch, and the first of each batch.
	 */
	@NativeQuery("""
			select * from question_revision where id < :before and (batch is null or batch = id)
			order by id desc fetch first :limit rows only""")
	List<QuestionRevision> findChangesBefore(long before, int limit);

	/** Finds the predecessors of revisions. */
	@NativeQuery("""
			select b.* from question_revision b join question_revision a on a.question_id = b.question_id
			and a.number = b.number + 1 where a.id in (:ids)""")
	List<QuestionRevision> findPredecessors(Collection<Long> ids);

}
