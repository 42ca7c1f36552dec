package questionbank.account;

import java.time.Instant;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LinkRepository extends Repository<Link, Long> {

	Link saveAndFlush(Link link);

	Optional<Link> findByTokenHash(String tokenHash);

	/** The link, which nobody else spends until the end of the transaction. */
	@NativeQuery("select * from person_link where token_hash = :tokenHash for update")
	Optional<Link> findForUse(String tokenHash);

	void delete(Link link);

	@Modifying
	@Query("delete from Link l where l.purpose = :purpose")
	void deleteAll(Link.Purpose purpose);

	@Modifying
	@Query("delete from Link l where l.personId = :personId")
	void deleteAllOf(long personId);

	@Modifying
	@Query("delete from Link l where l.email = :email")
	void deleteAllOf(String email);

	@Modifying
	@Query("delete from Link l where l.expiresAt <= :now")
	void deleteExpired(Instant now);

}
