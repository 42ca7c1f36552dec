package questionbank.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface RevisionRepository extends Repository<QuestionRevision, Long> {

	@NativeQuery("select * from question_revision where question_id = :question and number = :number")
	Optional<QuestionRevision> findByQuestionAndNumber(long question, int number);

	/** When a revision was replaced by the next one. */
	@NativeQuery("select created_at from question_revision where question_id = :question and number = :number + 1")
	Optional<Instant> findReplacedAt(long question, int number);

	/** The latest revisions of a question before a number, from the latest on. */
	@NativeQuery("""
			select * from question_revision where question_id = :question and number < :before
			order by number desc fetch first :limit rows only""")
	List<QuestionRevision> findBefore(long question, int before, int limit);

	/** The revisions that were made at once, in the order of their questions. */
	@NativeQuery("select * from question_revision where batch = :batch order by question_id fetch first :limit rows only")
	List<QuestionRevision> findBatch(long batch, int limit);

	/** What was there before each of these, in the same order. */
	@NativeQuery("""
			select b.* from question_revision b join question_revision a on a.question_id = b.question_id
			and a.number = b.number + 1 where a.batch = :batch order by b.question_id fetch first :limit rows only""")
	List<QuestionRevision> findBeforeBatch(long batch, int limit);

	@NativeQuery("select count(*) from question_revision where batch = :batch")
	long countBatch(long batch);

}
