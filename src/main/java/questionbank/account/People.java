package questionbank.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists, invites and changes people on behalf of administrators. */
@Service
public class People {

	private final PersonRepository people;

	private final Links links;

	private final ApplicationEventPublisher events;

	People(PersonRepository people, Links links, ApplicationEventPublisher events) {
		this.people = people;
		this.links = links;
		this.events = events;
	}

	/**
	 * Lists a page of the people whose name or e-mail address contains a text, by name.
	 * @param words in lower case; empty for all people
	 * @param page from 1
	 */
	@Transactional(readOnly = true)
	List<PersonSummary> list(String words, int page, int size) {
		return this.people.list(words, EmailAddress.searchable(words), size, (page - 1) * size)
			.stream()
			.map(PersonSummary::of)
			.toList();
	}

	@Transactional(readOnly = true)
	long count(String words) {
		return this.people.count(words, EmailAddress.searchable(words));
	}

	@Transactional(readOnly = true)
	Optional<PersonSummary> find(long id) {
		return this.people.findById(id).map(PersonSummary::of);
	}

	/** Finds an enabled interviewer or administrator by an address in its normal form. */
	@Transactional(readOnly = true)
	public Optional<Interviewer> findInterviewer(String email) {
		return this.people.findByEmail(email).flatMap(Interviewer::of);
	}

	/** Finds an enabled interviewer or administrator. */
	@Transactional(readOnly = true)
	public Optional<Interviewer> findInterviewer(long id) {
		return this.people.findById(id).flatMap(Interviewer::of);
	}

	/** Returns a typed e-mail address in its normal form; empty if it is not valid. */
	public static Optional<String> normalizeEmail(String typed) {
		return Optional.of(EmailAddress.normalize(typed)).filter(EmailAddress::isValid);
	}

	/**
	 * Creates an invitation, which is valid as long as its creator is an administrator.
	 * @param email in its normal form
	 * @param name the name of the person who is invited; empty if it is not known
	 * @param creator the administrator
	 * @return a link that works once within seven days; empty if the address has an
	 * account
	 */
	@Transactional
	public Optional<CreatedLink> invite(String email, String name, Role role, Viewer creator) {
		return this.people.findByEmail(email).isPresent() ? Optional.empty()
				: Optional.of(this.links.createInvitation(email, name, role, creator.id()));
	}

	/**
	 * Replaces a valid invitation by one with another link.
	 * @return empty if there is no such invitation
	 */
	@Transactional
	Optional<CreatedLink> renewInvitation(long id, Viewer creator) {
		return this.links.findInvitations()
			.stream()
			.filter((link) -> link.id() == id)
			.findFirst()
			.map((link) -> this.links.createInvitation(link.email(), link.name(), link.role(), creator.id()));
	}

	/** Finds the role of the valid invitation for an address. */
	@Transactional(readOnly = true)
	Optional<Role> findInvitedRole(String email) {
		return this.links.findInvitation(email).map(Link::role);
	}

	/** Lists the valid invitations, the latest first. */
	@Transactional(readOnly = true)
	List<OpenInvitation> invitations() {
		return this.links.findInvitations()
			.stream()
			.map((link) -> new OpenInvitation(link.id(), link.email(), link.name(), link.role(),
					Optional.ofNullable(link.createdBy()).flatMap(this.people::findById).map(Person::name).orElse(""),
					link.expiresAt()))
			.toList();
	}

	/** Withdraws an invitation, if it exists. */
	@Transactional
	void withdrawInvitation(long id) {
		this.links.withdrawInvitation(id);
	}

	/**
	 * Creates a link to choose a new password, which is valid as long as its creator is
	 * an administrator.
	 * @return a link that works once within 24 hours; empty if there is no such person
	 */
	@Transactional
	Optional<CreatedLink> reset(long id, Viewer creator) {
		return this.people.findById(id).map((person) -> this.links.createReset(person, creator.id()));
	}

	/**
	 * Creates a link to choose a new password, to be sent to the owner of the account.
	 * @param email in its normal form
	 * @return empty if there is no enabled account with this address, or it has no
	 * password: who signs in through an organisation must not get a way around it
	 */
	@Transactional
	Optional<CreatedLink> requestReset(String email) {
		return this.people.findByEmail(email)
			.filter((person) -> person.isEnabled() && person.password() != null)
			.map(this.links::addReset);
	}

	/**
	 * Changes a person's role and whether they may sign in, unless the version is stale
	 * (optimistic lock). A change revokes their sessions, the reset links for them, and
	 * the links that they have created.
	 * @param version the version of the person that was edited, as submitted
	 */
	@Transactional
	AccessChange changeAccess(long id, Role role, boolean enabled, String version) {
		var administrators = this.people.findActiveAdministratorsForChange();
		var found = this.people.findForChange(id);
		if (found.isEmpty() || !found.get().isVersion(version)) {
			return AccessChange.STALE;
		}
		var person = found.get();
		var remainsAdministrator = enabled && role == Role.ADMINISTRATOR;
		if (person.isActiveAdministrator() && !remainsAdministrator && administrators.size() == 1) {
			return AccessChange.LAST_ADMINISTRATOR;
		}
		person.changeAccess(role, enabled);
		if (!person.isVersion(version)) {
			this.links.revoke(person);
			this.links.revokeCreatedBy(person);
			this.events.publishEvent(person.revokeSessions());
		}
		return AccessChange.DONE;
	}

	/**
	 * Makes an account an enabled administrator, revokes its sessions and links, and
	 * creates a link to choose a new password.
	 * @param email in its normal form
	 * @return a link that works once within 24 hours; empty if there is no such account
	 */
	@Transactional
	public Optional<CreatedLink> resetAdministrator(String email) {
		return this.people.findByEmail(email).map((person) -> {
			person.changeAccess(Role.ADMINISTRATOR, true);
			this.links.revoke(person);
			this.events.publishEvent(person.revokeSessions());
			return this.links.createReset(person, null);
		});
	}

	/**
	 * An invitation that has not been accepted yet.
	 *
	 * @param name the name of the person who is invited; empty if it is not known
	 * @param creator the name of the administrator who created it; empty if unknown
	 */
	record OpenInvitation(long id, String email, String name, Role role, String creator, Instant expiresAt) {
	}

	/**
	 * A link as it was created, the only time that its token is known.
	 *
	 * @param id of the invitation, or of the person whose password the link resets
	 * @param name of the recipient; empty if it is not known
	 */
	public record CreatedLink(long id, String email, String name, Role role, String token) {
	}

	/** An enabled account with the role interviewer or administrator. */
	public record Interviewer(long id, String email, String name, boolean administrator) {

		private static Optional<Interviewer> of(Person person) {
			return (person.isEnabled() && person.role().compareTo(Role.INTERVIEWER) >= 0) ? Optional
				.of(new Interviewer(person.id(), person.email(), person.name(), person.role() == Role.ADMINISTRATOR))
					: Optional.empty();
		}

	}

	/** The result of a change of role or access. */
	enum AccessChange {

		/** Role and access are as submitted. */
		DONE,

		/** Rejected, because a concurrent change made the submitted version stale. */
		STALE,

		/** Rejected, because no administrator would be left. */
		LAST_ADMINISTRATOR

	}

}
