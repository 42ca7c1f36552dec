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

/** Tells Spring Security who people are. */
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
	 * Somebody who has shown who they are.
	 * @throws DisabledException if the account is closed
	 */
	@Transactional(readOnly = true)
	public Authentication authenticate(long id) {
		return this.people.findById(id).map(SignedIn::new).orElseThrow().authentication();
	}

	/**
	 * Whoever is still who they were when they came in, by the name that they have now.
	 * With another role or another password they are not.
	 */
	public Optional<Authentication> present(Authentication kept) {
		if (!(kept.getPrincipal() instanceof SignedIn person)) {
			return Optional.of(kept);
		}
		return this.database.sql("select name from person where id = ? and enabled and generation = ?")
			.params(person.id(), person.generation())
			.query(String.class)
			.optional()
			.map((name) -> person.renamed(name).authentication());
	}

	/** Keeps a password anew that was kept in an older way. */
	@Override
	@Transactional
	public UserDetails updatePassword(UserDetails user, @Nullable String encoded) {
		var person = this.people.findForChange(((SignedIn) user).id()).orElseThrow();
		// Whoever has changed it meanwhile does not get the old one back.
		if (encoded != null && person.password() != null && person.password().equals(user.getPassword())) {
			person.changePassword(encoded);
		}
		return new SignedIn(person);
	}

}
