package questionbank.account;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PersonRepository extends Repository<Person, Long> {

	Person saveAndFlush(Person person);

	void delete(Person person);

	Optional<Person> findById(long id);

	Optional<Person> findByEmail(String email);

	boolean existsByRoleAndEnabled(Role role, boolean enabled);

	/** The person, whom nobody else changes until the end of the transaction. */
	@NativeQuery("select * from person where id = :id for update")
	Optional<Person> findForChange(long id);

	/**
	 * Those who can run the program, none of whom anybody else changes until the end of
	 * the transaction.
	 */
	@NativeQuery("select * from person where role = 'ADMINISTRATOR' and enabled order by id for update")
	List<Person> findActiveAdministratorsForChange();

	@Query("""
			select new questionbank.account.PersonSummary(p.id, p.email, p.name, p.role, p.enabled, (p.password is not null), p.version, p.createdAt)
			from Person p where :words = '' or locate(:words, lower(p.name)) > 0 or locate(:words, p.email) > 0
			order by lower(p.name), p.id""")
	List<PersonSummary> list(String words, Pageable page);

	@Query("select count(*) from Person p where :words = '' or locate(:words, lower(p.name)) > 0 or locate(:words, p.email) > 0")
	long count(String words);

}
