package questionbank.interview;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InterviewRepository extends Repository<Interview, Long> {

	/** Whether a person may open an interview: its panel, its owner, administrators. */
	String IS_VISIBLE = """
			(cast(:everything as boolean) or i.owner_id = :person
				or exists (select 1 from interview_panellist p where p.interview_id = i.id and p.person_id = :person
					and p.removal = 0))""";

	Interview saveAndFlush(Interview interview);

	Optional<Interview> findById(long id);

	/**
	 * Finds an interview and locks it (pessimistic lock). Every change of an interview,
	 * its panel or a scorecard locks the interview first, then the panellist.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select i from Interview i where i.id = :id")
	Optional<Interview> findForChange(long id);

	@NativeQuery("select i.* from interview i where i.id = :id and " + IS_VISIBLE)
	Optional<Interview> findVisible(long id, boolean everything, long person);

	/** Deletes an interview with its panel, scorecards and log. */
	@Modifying
	@NativeQuery("delete from interview where id = :id")
	void delete(long id);

	/**
	 * Lists the numbers of interviews that still have personal data, and were held before
	 * a date.
	 */
	@Query("select i.id from Interview i where i.removedAt is null and i.heldOn < :oldest order by i.id")
	List<Long> listWithPersonalData(LocalDate oldest);

	/** Lists interviews, the latest date first. */
	@NativeQuery("select i.* from interview i where " + IS_VISIBLE
			+ " order by i.held_on desc, i.id desc limit :limit offset :offset")
	List<Interview> listVisible(boolean everything, long person, int limit, int offset);

	/** Lists the interviews of a kit, the latest date first. */
	@NativeQuery("select i.* from interview i where i.kit_id = :kit and " + IS_VISIBLE
			+ " order by i.held_on desc, i.id desc limit :limit offset :offset")
	List<Interview> listVisibleOfKit(long kit, boolean everything, long person, int limit, int offset);

	@NativeQuery("select count(*) from interview i where i.kit_id = :kit and " + IS_VISIBLE)
	long countVisibleOfKit(long kit, boolean everything, long person);

	/** Lists the kits of interviews, the latest date first. */
	@NativeQuery("select i.kit_id as kit, max(i.title) as title, count(*) as interviews from interview i where "
			+ IS_VISIBLE + " group by i.kit_id order by max(i.held_on) desc, i.kit_id desc limit 100")
	List<KitUse> listKits(boolean everything, long person);

	@NativeQuery("select count(*) from interview i where " + IS_VISIBLE)
	long countVisible(boolean everything, long person);

	/** A kit with the number of its interviews. */
	interface KitUse {

		long getKit();

		String getTitle();

		long getInterviews();

	}

}
