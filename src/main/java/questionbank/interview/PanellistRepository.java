package questionbank.interview;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PanellistRepository extends Repository<Panellist, Long> {

	Panellist saveAndFlush(Panellist panellist);

	Optional<Panellist> findById(long id);

	Optional<Panellist> findByTokenHash(String tokenHash);

	/** Finds a person on a panel. */
	@Query("select p from Panellist p where p.interviewId = :interviewId and p.personId = :personId and p.removal = 0")
	Optional<Panellist> findOnPanel(long interviewId, long personId);

	/**
	 * Lists those who are or were on a panel, in the order of addition, with all answers
	 * in one query.
	 */
	@Query("select p from Panellist p left join fetch p.answers where p.interviewId = :interviewId order by p.id")
	List<Panellist> listPanel(long interviewId);

	/** Lists those who are or were on several panels, as {@link #listPanel}. */
	@Query("select p from Panellist p left join fetch p.answers where p.interviewId in :interviewIds order by p.id")
	List<Panellist> listPanels(Collection<Long> interviewIds);

	/** Finds a person on several panels. */
	@Query("select p from Panellist p where p.personId = :personId and p.interviewId in :interviewIds and p.removal = 0")
	List<Panellist> findOnPanels(long personId, Collection<Long> interviewIds);

	/** Finds a panellist and locks the scorecard (pessimistic lock). */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from Panellist p where p.id = :id")
	Optional<Panellist> findForChange(long id);

}
