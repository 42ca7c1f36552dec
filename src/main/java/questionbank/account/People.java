package questionbank.account;

import java.util.List;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do about people: see them, let them in, and place them. */
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
	 * A page of those whose name or e-mail address has the words in it, by name.
	 * @param words in lower case; empty for everybody
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

	/**
	 * Invites somebody who has no account yet.
	 * @param email in lower case
	 * @return the secret of a link that works once within seven days, or nothing if there
	 * is an account of this e-mail address
	 */
	@Transactional
	public Optional<String> invite(String email, Role role) {
		return this.people.findByEmail(email).isPresent() ? Optional.empty()
				: Optional.of(this.links.invite(email, role));
	}

	/** The role of an invitation for this address that can still be accepted. */
	@Transactional(readOnly = true)
	Optional<Role> findInvitedRole(String email) {
		return this.links.findInvitation(email).map(Link::role);
	}

	/**
	 * Lets somebody choose a new password.
	 * @return the secret of a link that works once within 24 hours, or nothing if there
	 * is no such person
	 */
	@Transactional
	Optional<String> reset(long id) {
		return this.people.findById(id).map(this.links::reset);
	}

	/**
	 * Gives somebody another role, lets them in or keeps them out, if it is still the
	 * version that was edited. What changed counts at once: they are signed out.
	 * @return what became of it
	 */
	@Transactional
	Placement place(long id, Role role, boolean enabled, String version) {
		var administrators = this.people.findActiveAdministratorsForChange();
		var found = this.people.findForChange(id);
		if (found.isEmpty() || !found.get().isVersion(version)) {
			return Placement.STALE;
		}
		var person = found.get();
		var remainsActive = enabled && role == Role.ADMINISTRATOR;
		if (person.isActiveAdministrator() && !remainsActive && administrators.size() == 1) {
			return Placement.LAST_ADMINISTRATOR;
		}
		person.place(role, enabled);
		if (!person.isVersion(version)) {
			this.events.publishEvent(person.revokeSessions());
		}
		return Placement.DONE;
	}

	/** What becomes of a change of role or access. */
	enum Placement {

		/** It is as was asked. */
		DONE,

		/** Somebody else changed the person meanwhile, and nothing was done. */
		STALE,

		/** Nobody would be left to run the program, and nothing was done. */
		LAST_ADMINISTRATOR

	}

}
