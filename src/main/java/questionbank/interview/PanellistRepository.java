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

	Optional<Panellist> findByInterviewIdAndPersonId(long interviewId, long personId);

	/** Lists a panel, in the order of addition, with all answers in one query. */
	@Query("select p from Panellist p left join fetch p.answers where p.interviewId = :interviewId order by p.id")
	List<Panellist> listPanel(long interviewId);

	/** Finds the own panellists of a person in several interviews. */
	List<Panellist> findByPersonIdAndInterviewIdIn(long personId, Collection<Long> interviewIds);

	/** Finds a panellist and locks the scorecard (pessimistic lock). */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from Panellist p where p.id = :id")
	Optional<Panellist> findForChange(long id);

}
