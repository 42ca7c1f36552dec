package questionbank.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface LinkRepository extends Repository<Link, Long> {

	Link saveAndFlush(Link link);

	@NativeQuery("select * from person_link where token_hash = :tokenHash")
	Optional<Link> findByTokenHash(String tokenHash);

	/** Finds the latest invitation for an address. */
	@NativeQuery("select * from person_link where email = :email order by id desc limit 1")
	Optional<Link> findByEmail(String email);

	/** Finds a link and locks it until the transaction ends (pessimistic lock). */
	@NativeQuery("select * from person_link where token_hash = :tokenHash for update")
	Optional<Link> findForUse(String tokenHash);

	/** Finds all links of a purpose and locks them until the transaction ends. */
	@NativeQuery("select * from person_link where purpose = :purpose order by id for update")
	List<Link> findAllForUse(String purpose);

	void delete(Link link);

	@Modifying
	@NativeQuery("delete from person_link where purpose = :purpose and expires_at < :time")
	void deleteExpiring(String purpose, Instant time);

	@Modifying
	@NativeQuery("delete from person_link where person_id = :personId")
	void deleteAllOf(long personId);

	@Modifying
	@NativeQuery("delete from person_link where created_by = :creator")
	void deleteAllBy(long creator);

	@Modifying
	@NativeQuery("delete from person_link where purpose = 'INVITATION' and id = :id")
	void deleteInvitation(long id);

	/** Finds the unexpired invitations, the one that expires last first. */
	@NativeQuery("""
			select * from person_link where purpose = 'INVITATION' and expires_at > :now
			order by expires_at desc, id desc fetch first :limit rows only""")
	List<Link> findInvitations(Instant now, int limit);

	/** Finds the numbers of the invitations for an address. */
	@NativeQuery("select id from person_link where email = :email")
	List<Long> findInvitationsOf(String email);

	/** Finds the numbers of the invitations that a person has created. */
	@NativeQuery("select id from person_link where purpose = 'INVITATION' and created_by = :creator")
	List<Long> findInvitationsBy(long creator);

	@Modifying
	@NativeQuery("delete from person_link where email = :email")
	void deleteAllOf(String email);

	@Modifying
	@NativeQuery("delete from person_link where expires_at <= :now")
	void deleteExpired(Instant now);

}
