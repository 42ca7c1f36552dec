package questionbank.account;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface PersonRepository extends Repository<Person, Long> {

	Person saveAndFlush(Person person);

	void delete(Person person);

	Optional<Person> findById(long id);

	@NativeQuery("select * from person where email = :email")
	Optional<Person> findByEmail(String email);

	@NativeQuery("select count(*) from person where role = 'ADMINISTRATOR' and enabled")
	long countActiveAdministrators();

	/** Finds a person and locks them until the transaction ends (pessimistic lock). */
	@NativeQuery("select * from person where id = :id for update")
	Optional<Person> findForChange(long id);

	/**
	 * Finds all enabled administrators and locks them until the transaction ends. The
	 * same order in all transactions prevents deadlocks.
	 */
	@NativeQuery("select * from person where role = 'ADMINISTRATOR' and enabled order by id for update")
	List<Person> findActiveAdministratorsForChange();

	/** Lists people whose name or e-mail address contains a text, by name. */
	@NativeQuery("""
			select * from person
			where position(cast(:words as varchar) in lower(name)) > 0 or position(cast(:email as varchar) in email) > 0
			order by lower(name), id limit :limit offset :offset""")
	List<Person> list(String words, String email, int limit, int offset);

	@NativeQuery("""
			select count(*) from person
			where position(cast(:words as varchar) in lower(name)) > 0 or position(cast(:email as varchar) in email) > 0""")
	long count(String words, String email);

}
