package questionbank.question;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface QuestionRepository extends Repository<Question, Long> {

	Optional<Question> findById(long id);

	Optional<Question> findByIdAndStatusInAndAudienceIn(long id, Collection<Status> statuses,
			Collection<Audience> audiences);

	/** The questions that changed after a state of the bank, in the order of change. */
	List<Question> findByRevisionGreaterThanOrderByRevision(long revision, Limit limit);

	List<Question> findByIdIn(Collection<Long> ids);

	/** Which revision each question is at, latest change first. */
	@Query("""
			select new questionbank.question.QuestionIndex$Entry(q.id, q.revision) from Question q
			where q.revision < :before order by q.revision desc""")
	List<QuestionIndex.Entry> entriesBefore(long before, Limit limit);

	/** How many questions there are, and the sum of the revisions that they are at. */
	@Query("select new questionbank.question.QuestionIndex$Extent(count(q), coalesce(sum(q.revision), 0L)) from Question q")
	QuestionIndex.Extent extent();

}
