package questionbank.account;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads accounts as principals for Spring Security, and revalidates the principals that
 * sessions store.
 */
@Component
public class Identities implements UserDetailsService, UserDetailsPasswordService {

	private final PersonRepository people;

	private final JdbcClient database;

	Identities(PersonRepository people, JdbcClient database) {
		this.people = people;
		this.database = database;
	}

	@Override
	@Transactional(readOnly = true)
	public SignedIn loadUserByUsername(String email) {
		return this.people.findByEmail(email)
			.map(SignedIn::new)
			.orElseThrow(() -> UsernameNotFoundException.fromUsername(email));
	}

	/**
	 * Returns an authentication for an account whose owner has already proved who they
	 * are.
	 * @throws DisabledException if the account is disabled
	 */
	@Transactional(readOnly = true)
	public Authentication authenticate(long id) {
		return this.people.findById(id).map(SignedIn::new).orElseThrow().authentication();
	}

	/**
	 * Returns a stored authentication with the account's current name; empty if the
	 * account is gone, disabled or of a later generation (role, access, password or
	 * sign-out everywhere).
	 */
	public Optional<Authentication> revalidate(Authentication stored) {
		if (!(stored.getPrincipal() instanceof SignedIn person)) {
			return Optional.of(stored);
		}
		return this.database.sql("select name from person where id = ? and enabled and generation = ?")
			.params(person.id(), person.generation())
			.query(String.class)
			.optional()
			.map((name) -> person.renamed(name).authentication());
	}

	/**
	 * Stores a stronger hash of the same password, unless the password was changed
	 * concurrently.
	 */
	@Override
	@Transactional
	public UserDetails updatePassword(UserDetails user, @Nullable String encoded) {
		var person = this.people.findForChange(((SignedIn) user).id()).orElseThrow();
		if (encoded != null && person.password() != null && person.password().equals(user.getPassword())) {
			person.changePassword(encoded);
		}
		return new SignedIn(person);
	}

}
