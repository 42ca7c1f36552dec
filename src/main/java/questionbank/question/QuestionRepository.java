package questionbank.question;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** Reads questions. */
interface QuestionRepository extends Repository<Question, Long> {

	@NativeQuery("select * from question where id = :id and status in (:statuses) and audience in (:audiences)")
	Optional<Question> findVisible(long id, Collection<String> statuses, Collection<String> audiences);

	@NativeQuery("select * from question where id in (:ids) and status in (:statuses) and audience in (:audiences)")
	List<Question> findAllVisible(Collection<Long> ids, Collection<String> statuses, Collection<String> audiences);

	/** Finds visible questions after a number, in order of number. */
	@NativeQuery("""
			select * from question where id > :after and status in (:statuses) and audience in (:audiences)
			order by id fetch first :limit rows only""")
	List<Question> findVisibleAfter(long after, Collection<String> statuses, Collection<String> audiences, int limit);

	@NativeQuery("select * from question where stable_id in (:stableIds)")
	List<Question> findAllByStableIds(Collection<String> stableIds);

	/**
	 * Finds the questions whose latest revision is after a given one, in order of
	 * revision.
	 */
	@NativeQuery("select * from question where revision > :revision order by revision fetch first :limit rows only")
	List<Question> findChangedAfter(long revision, int limit);

	@NativeQuery("select id from question where :topic = any(topics) order by id")
	List<Long> findIdsByTopic(String topic);

	@NativeQuery("select * from question where id in (:ids) order by id")
	List<Question> findAllByIds(Collection<Long> ids);

}
