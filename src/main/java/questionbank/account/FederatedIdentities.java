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

/** Whose account it is that opens to somebody whom a provider vouches for. */
@Service
public class FederatedIdentities {

	/** The provider does not vouch for an e-mail address. */
	public static final String UNPROVEN = "unproven";

	/** There is no account of this e-mail address, and nobody may sign up. */
	public static final String UNKNOWN = "unknown";

	private static final int LONGEST_ISSUER = 500;

	private static final int LONGEST_SUBJECT = 255;

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
	 * Finds the account of somebody: that which the same identity opened before, else
	 * that of the e-mail address the provider vouches for, else a new candidate's, if
	 * people may sign up.
	 * <p>
	 * Anybody can have signed up with an e-mail address that is not theirs. So whoever is
	 * the first to prove that a candidate's is theirs takes the account over, and what
	 * opened it until now opens it no more. Who is more than a candidate was made so by
	 * an administrator, and keeps the password. What a provider of the settings says of
	 * e-mail addresses is believed.
	 * @throws OAuth2AuthenticationException with {@link #UNPROVEN} or {@link #UNKNOWN}
	 * @throws DisabledException if the account is closed
	 */
	@Transactional
	public FederatedSignIn arrive(OidcUser identity) {
		var issuer = Objects.toString(identity.getIssuer(), "");
		var subject = Objects.requireNonNullElse(identity.getSubject(), "");
		if (issuer.isEmpty() || subject.isEmpty() || issuer.length() > LONGEST_ISSUER
				|| subject.length() > LONGEST_SUBJECT) {
			throw refusal(UNPROVEN);
		}
		var known = find(issuer, subject);
		if (known.isPresent()) {
			return new FederatedSignIn(open(known.get()).id(), false);
		}
		var email = FormRules.email(identity.getEmail());
		if (!Boolean.TRUE.equals(identity.getEmailVerified()) || !EmailAddress.isValid(email)) {
			throw refusal(UNPROVEN);
		}
		var person = findByEmail(email).map(this::open);
		var takenOver = person
			.filter((found) -> found.role() == Role.CANDIDATE && found.password() != null && !isProven(found));
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

	/** The number alone, so that the person is read under the lock. */
	private Optional<Long> findByEmail(String email) {
		return this.database.sql("select id from person where email = ?").param(email).query(Long.class).optional();
	}

	/** Whether somebody has come into this account by a provider before. */
	private boolean isProven(Person person) {
		return this.database.sql("select count(*) from person_identity where person_id = ?")
			.param(person.id())
			.query(Long.class)
			.single() > 0;
	}

	private Person open(long id) {
		var person = this.people.findForChange(id).orElseThrow();
		if (!person.isEnabled()) {
			throw new DisabledException("The account is closed");
		}
		return person;
	}

	private long add(String email, OidcUser identity) {
		if (!this.properties.signUp()) {
			throw refusal(UNKNOWN);
		}
		var name = Optional.ofNullable(identity.getFullName())
			.or(() -> Optional.ofNullable(identity.getPreferredUsername()))
			.orElse("");
		var person = new Person(email, FormRules.nameOf(email, name), null, Role.CANDIDATE, this.clock.instant());
		return this.people.saveAndFlush(person).id();
	}

	private static OAuth2AuthenticationException refusal(String reason) {
		return new OAuth2AuthenticationException(new OAuth2Error(reason), "The person is " + reason);
	}

	/**
	 * Somebody has come in.
	 *
	 * @param takenOver whether the account was made with a password, which is void now
	 */
	public record FederatedSignIn(long person, boolean takenOver) {
	}

}
