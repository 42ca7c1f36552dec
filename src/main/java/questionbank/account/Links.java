package questionbank.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Creates, finds and redeems single-use links; only the hash of a token is stored. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Links {

	private final LinkRepository links;

	private final SecretTokens tokens;

	private final Clock clock;

	Links(LinkRepository links, SecretTokens tokens, Clock clock) {
		this.links = links;
		this.tokens = tokens;
		this.clock = clock;
	}

	/**
	 * Creates a setup link.
	 * @param start links created before this are deleted
	 */
	String createSetup(Instant start) {
		this.links.deleteExpiring(Link.Purpose.SETUP.name(), Link.Purpose.SETUP.expiry(start));
		var token = this.tokens.next();
		this.links.saveAndFlush(Link.setup(SecretTokens.hash(token), this.clock.instant()));
		return token;
	}

	/** Creates an invitation and deletes earlier ones for the same address. */
	String createInvitation(String email, Role role) {
		deleteExpired();
		this.links.deleteAllOf(email);
		var token = this.tokens.next();
		this.links.saveAndFlush(Link.invitation(SecretTokens.hash(token), email, role, this.clock.instant()));
		return token;
	}

	/** Creates a reset link and deletes earlier ones for the same person. */
	String createReset(Person person) {
		deleteExpired();
		this.links.deleteAllOf(person.id());
		var token = this.tokens.next();
		this.links.saveAndFlush(Link.reset(SecretTokens.hash(token), person.id(), this.clock.instant()));
		return token;
	}

	/** Finds an unexpired link by its token. */
	Optional<Link> find(Link.Purpose purpose, String token) {
		return this.links.findByTokenHash(SecretTokens.hash(token))
			.filter((link) -> link.isFor(purpose, this.clock.instant()));
	}

	/** Finds the unexpired invitation for an address. */
	Optional<Link> findInvitation(String email) {
		return this.links.findByEmail(email)
			.filter((link) -> link.isFor(Link.Purpose.INVITATION, this.clock.instant()));
	}

	/** Finds an unexpired link by its token and deletes it, so that it works once. */
	Optional<Link> redeem(Link.Purpose purpose, String token) {
		var found = this.links.findForUse(SecretTokens.hash(token))
			.filter((link) -> link.isFor(purpose, this.clock.instant()));
		found.ifPresent(this.links::delete);
		return found;
	}

	/** Locks all setup links, so that one transaction at a time redeems one. */
	void lockSetup() {
		this.links.findAllForUse(Link.Purpose.SETUP.name());
	}

	/** Deletes the reset links of a person. */
	void revoke(Person person) {
		this.links.deleteAllOf(person.id());
	}

	private void deleteExpired() {
		this.links.deleteExpired(this.clock.instant());
	}

}
