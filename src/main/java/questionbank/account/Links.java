package questionbank.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import questionbank.account.People.CreatedLink;
import questionbank.mail.Mailer;

/**
 * Creates, finds and redeems single-use links; only the hash of a token is stored. Mails
 * with links that are deleted are not sent.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Links {

	private static final int MAX_LISTED = 200;

	private final LinkRepository links;

	private final PersonRepository people;

	private final SecretTokens tokens;

	private final Mailer mailer;

	private final Clock clock;

	Links(LinkRepository links, PersonRepository people, SecretTokens tokens, Mailer mailer, Clock clock) {
		this.links = links;
		this.people = people;
		this.tokens = tokens;
		this.mailer = mailer;
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

	/**
	 * Creates an invitation and deletes earlier ones for the same address.
	 * @param name the name of the person who is invited; empty if it is not known
	 * @param creator the administrator who creates it, or {@code null} for none
	 */
	CreatedLink createInvitation(String email, String name, Role role, @Nullable Long creator) {
		deleteExpired();
		cancelMails(this.links.findInvitationsOf(email));
		this.links.deleteAllOf(email);
		var token = this.tokens.next();
		var link = this.links
			.saveAndFlush(Link.invitation(SecretTokens.hash(token), email, name, role, creator, this.clock.instant()));
		return new CreatedLink(link.id(), email, name, role, token);
	}

	/**
	 * Creates a reset link and deletes earlier ones for the same person.
	 * @param creator the administrator who creates it, or {@code null} for none
	 */
	CreatedLink createReset(Person person, @Nullable Long creator) {
		this.links.deleteAllOf(person.id());
		return addReset(person, creator);
	}

	/**
	 * Creates a reset link beside earlier ones for the same person: a request by a
	 * stranger must not end the link of an administrator.
	 */
	CreatedLink addReset(Person person) {
		return addReset(person, null);
	}

	private CreatedLink addReset(Person person, @Nullable Long creator) {
		deleteExpired();
		var token = this.tokens.next();
		this.links.saveAndFlush(Link.reset(SecretTokens.hash(token), person.id(), creator, this.clock.instant()));
		return new CreatedLink(person.id(), person.email(), person.name(), person.role(), token);
	}

	/** Finds a valid link by its token: not expired, and created by an administrator. */
	Optional<Link> find(Link.Purpose purpose, String token) {
		return this.links.findByTokenHash(SecretTokens.hash(token)).filter((link) -> isValid(link, purpose));
	}

	/** Finds the valid invitation for an address. */
	Optional<Link> findInvitation(String email) {
		return this.links.findByEmail(email).filter((link) -> isValid(link, Link.Purpose.INVITATION));
	}

	/** Finds the valid invitations. */
	List<Link> findInvitations() {
		return this.links.findInvitations(this.clock.instant(), MAX_LISTED)
			.stream()
			.filter((link) -> isValid(link, Link.Purpose.INVITATION))
			.toList();
	}

	/**
	 * Whether a link has not expired, and its creator, if it has one, is an administrator
	 * still: a right does not outlive the one that it comes from. Checked at use, since
	 * links may be created while their creator loses the role.
	 */
	private boolean isValid(Link link, Link.Purpose purpose) {
		var creator = link.createdBy();
		return link.isFor(purpose, this.clock.instant())
				&& (creator == null || this.people.findById(creator).filter(Person::isActiveAdministrator).isPresent());
	}

	/** Finds a valid link by its token and deletes it, so that it works once. */
	Optional<Link> redeem(Link.Purpose purpose, String token) {
		var found = this.links.findForUse(SecretTokens.hash(token)).filter((link) -> isValid(link, purpose));
		found.ifPresent(this.links::delete);
		return found;
	}

	/** Locks all setup links, so that one transaction at a time redeems one. */
	void lockSetup() {
		this.links.findAllForUse(Link.Purpose.SETUP.name());
	}

	/** Deletes the reset links of a person. */
	void revoke(Person person) {
		this.mailer.cancel(List.of(LinkMails.resetReference(person.id())));
		this.links.deleteAllOf(person.id());
	}

	/** Deletes the links that a person has created. */
	void revokeCreatedBy(Person creator) {
		cancelMails(this.links.findInvitationsBy(creator.id()));
		this.links.deleteAllBy(creator.id());
	}

	/** Deletes an invitation, if it exists. */
	void withdrawInvitation(long id) {
		this.links.deleteInvitation(id);
	}

	private void cancelMails(List<Long> invitations) {
		this.mailer.cancel(invitations.stream().map(LinkMails::invitationReference).toList());
	}

	private void deleteExpired() {
		this.links.deleteExpired(this.clock.instant());
	}

}
