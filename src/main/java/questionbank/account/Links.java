package questionbank.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes links and takes them back; of their secrets nothing is kept but the hash. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Links {

	private final LinkRepository links;

	private final SecretTokens secrets;

	private final Clock clock;

	Links(LinkRepository links, SecretTokens secrets, Clock clock) {
		this.links = links;
		this.secrets = secrets;
		this.clock = clock;
	}

	/**
	 * Creates a link to the setup.
	 * @param start links created before this are deleted
	 */
	String first(Instant start) {
		this.links.deleteExpiring(Link.Purpose.SETUP.name(), Link.Purpose.SETUP.expiry(start));
		var token = this.secrets.next();
		this.links.saveAndFlush(Link.setup(SecretTokens.hash(token), this.clock.instant()));
		return token;
	}

	/** A link for somebody new; those for the same address before it are void. */
	String invite(String email, Role role) {
		tidy();
		this.links.deleteAllOf(email);
		var token = this.secrets.next();
		this.links.saveAndFlush(Link.invitation(SecretTokens.hash(token), email, role, this.clock.instant()));
		return token;
	}

	/** A link to a new password; those for the same person before it are void. */
	String reset(Person person) {
		tidy();
		this.links.deleteAllOf(person.id());
		var token = this.secrets.next();
		this.links.saveAndFlush(Link.reset(SecretTokens.hash(token), person.id(), this.clock.instant()));
		return token;
	}

	Optional<Link> find(Link.Purpose purpose, String token) {
		return this.links.findByTokenHash(SecretTokens.hash(token))
			.filter((link) -> link.isFor(purpose, this.clock.instant()));
	}

	/** The invitation for an address that can still be accepted. */
	Optional<Link> findInvitation(String email) {
		return this.links.findByEmail(email)
			.filter((link) -> link.isFor(Link.Purpose.INVITATION, this.clock.instant()));
	}

	/** The link, which does not work again. */
	Optional<Link> use(Link.Purpose purpose, String token) {
		var found = this.links.findForUse(SecretTokens.hash(token))
			.filter((link) -> link.isFor(purpose, this.clock.instant()));
		found.ifPresent(this.links::delete);
		return found;
	}

	/** Lets one transaction at a time use a link to the setup. */
	void lockSetup() {
		this.links.findAllForUse(Link.Purpose.SETUP.name());
	}

	/** Nobody comes in any more by links that were made for this person. */
	void forget(Person person) {
		this.links.deleteAllOf(person.id());
	}

	private void tidy() {
		this.links.deleteExpired(this.clock.instant());
	}

}
