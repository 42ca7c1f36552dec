package questionbank.account;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds or creates the account of an OpenID Connect identity. */
@Service
public class FederatedIdentities {

	/** Error code: the provider did not verify an e-mail address. */
	public static final String UNPROVEN = "unproven";

	/** Error code: the address has no account, and sign-up is switched off. */
	public static final String UNKNOWN = "unknown";

	private static final int MAX_ISSUER_LENGTH = 500;

	private static final int MAX_SUBJECT_LENGTH = 255;

	private final PersonRepository people;

	private final Accounts accounts;

	private final JdbcClient database;

	private final AccountProperties properties;

	private final Clock clock;

	FederatedIdentities(PersonRepository people, Accounts accounts, JdbcClient database, AccountProperties properties,
			Clock clock) {
		this.people = people;
		this.accounts = accounts;
		this.database = database;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Finds the account linked to the issuer and subject, else links the account with the
	 * verified e-mail address, else creates one for a candidate if sign-up is open.
	 * <p>
	 * Sign-up does not verify addresses. So the first identity that proves a candidate's
	 * address takes the account over: its password and passkeys are revoked. An account
	 * with a higher role was invited by an administrator and keeps its password. The
	 * {@code email_verified} claim of a configured provider is trusted.
	 * @throws OAuth2AuthenticationException with {@link #UNPROVEN} or {@link #UNKNOWN}
	 * @throws DisabledException if the account is disabled
	 */
	@Transactional
	public FederatedSignIn resolve(OidcUser identity) {
		var issuer = Objects.toString(identity.getIssuer(), "");
		var subject = Objects.requireNonNullElse(identity.getSubject(), "");
		if (issuer.isEmpty() || subject.isEmpty() || issuer.length() > MAX_ISSUER_LENGTH
				|| subject.length() > MAX_SUBJECT_LENGTH) {
			throw failure(UNPROVEN);
		}
		var linked = find(issuer, subject);
		if (linked.isPresent()) {
			return new FederatedSignIn(lockEnabled(linked.get()).id(), false);
		}
		var email = FormRules.email(identity.getEmail());
		if (!Boolean.TRUE.equals(identity.getEmailVerified()) || !EmailAddress.isValid(email)) {
			throw failure(UNPROVEN);
		}
		var person = findByEmail(email).map(this::lockEnabled);
		var takenOver = person
			.filter((found) -> found.role() == Role.CANDIDATE && found.password() != null && !isLinked(found));
		takenOver.ifPresent((found) -> this.accounts.takeOver(found, null));
		var id = person.map(Person::id).orElseGet(() -> add(email, identity));
		this.database.sql("insert into person_identity (issuer, subject, person_id) values (?, ?, ?)")
			.params(issuer, subject, id)
			.update();
		return new FederatedSignIn(id, takenOver.isPresent());
	}

	private Optional<Long> find(String issuer, String subject) {
		return this.database.sql("select person_id from person_identity where issuer = ? and subject = ?")
			.params(issuer, subject)
			.query(Long.class)
			.optional();
	}

	/** Finds the id alone, so that the entity is read under the lock. */
	private Optional<Long> findByEmail(String email) {
		return this.database.sql("select id from person where email = ?").param(email).query(Long.class).optional();
	}

	private boolean isLinked(Person person) {
		return this.database.sql("select count(*) from person_identity where person_id = ?")
			.param(person.id())
			.query(Long.class)
			.single() > 0;
	}

	private Person lockEnabled(long id) {
		var person = this.people.findForChange(id).orElseThrow();
		if (!person.isEnabled()) {
			throw new DisabledException("Account " + id + " is disabled");
		}
		return person;
	}

	private long add(String email, OidcUser identity) {
		if (!this.properties.signUp()) {
			throw failure(UNKNOWN);
		}
		var name = Optional.ofNullable(identity.getFullName())
			.or(() -> Optional.ofNullable(identity.getPreferredUsername()))
			.orElse("");
		var person = new Person(email, FormRules.nameOf(email, name), null, Role.CANDIDATE, this.clock.instant());
		return this.people.saveAndFlush(person).id();
	}

	private static OAuth2AuthenticationException failure(String code) {
		return new OAuth2AuthenticationException(new OAuth2Error(code), "The identity is " + code);
	}

	/**
	 * The account of an OpenID Connect identity.
	 *
	 * @param takenOver whether its password and passkeys were revoked
	 */
	public record FederatedSignIn(long person, boolean takenOver) {
	}

}
