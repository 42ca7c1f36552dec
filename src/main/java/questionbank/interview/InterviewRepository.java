package questionbank.interview;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface InterviewRepository extends Repository<Interview, Long> {

	/** Whether a person may open an interview: its panel, its owner, administrators. */
	String IS_VISIBLE = """
			(cast(:everything as boolean) or i.owner_id = :person
				or exists (select 1 from interview_panellist p where p.interview_id = i.id and p.person_id = :person))""";

	Interview saveAndFlush(Interview interview);

	Optional<Interview> findById(long id);

	@NativeQuery("select i.* from interview i where i.id = :id and " + IS_VISIBLE)
	Optional<Interview> findVisible(long id, boolean everything, long person);

	/** Lists interviews, the latest date first. */
	@NativeQuery("select i.* from interview i where " + IS_VISIBLE
			+ " order by i.held_on desc, i.id desc limit :limit offset :offset")
	List<Interview> listVisible(boolean everything, long person, int limit, int offset);

	@NativeQuery("select count(*) from interview i where " + IS_VISIBLE)
	long countVisible(boolean everything, long person);

}
