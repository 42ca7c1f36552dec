package questionbank.kit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface KitRepository extends Repository<Kit, Long> {

	Kit saveAndFlush(Kit kit);

	Optional<Kit> findById(long id);

	/** Finds a kit and locks it for an edit (pessimistic lock). */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select kit from Kit kit where kit.id = :id")
	Optional<Kit> findForChange(long id);

	/** Lists kits, the last changed first. */
	@Query("""
			select new questionbank.kit.KitSummary(kit.id, kit.title, kit.role, kit.questionCount, kit.minutes,
				kit.changedAt, kit.changedBy)
			from Kit kit order by kit.changedAt desc, kit.id desc""")
	List<KitSummary> list(Pageable page);

	List<Kit> findByIdIn(Collection<Long> ids);

	long count();

	void delete(Kit kit);

}
