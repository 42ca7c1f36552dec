package questionbank.account;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes an account on behalf of its owner: name, password, sessions, deletion. Callers
 * have checked the input with {@link FormRules}.
 */
@Service
class Accounts {

	private final PersonRepository people;

	private final Links links;

	private final Passkeys passkeys;

	private final PasswordEncoder passwords;

	private final ApplicationEventPublisher events;

	Accounts(PersonRepository people, Links links, Passkeys passkeys, PasswordEncoder passwords,
			ApplicationEventPublisher events) {
		this.people = people;
		this.links = links;
		this.passkeys = passkeys;
		this.passwords = passwords;
		this.events = events;
	}

	@Transactional(readOnly = true)
	Optional<PersonSummary> find(long id) {
		return this.people.findById(id).map(PersonSummary::of);
	}

	/**
	 * Renames a person unless the version is stale (optimistic lock).
	 * @param version the version of the person that was edited, as submitted
	 * @return the person as stored, whether or not the name changed
	 */
	@Transactional
	Optional<PersonSummary> rename(long id, String name, String version) {
		return this.people.findForChange(id).map((person) -> {
			if (person.isVersion(version)) {
				person.rename(name);
			}
			return PersonSummary.of(person);
		});
	}

	/** Whether the password matches the stored hash. */
	@Transactional(readOnly = true)
	boolean matchesPassword(long id, String password) {
		return this.people.findById(id)
			.map(Person::password)
			.filter((encoded) -> this.passwords.matches(password, encoded))
			.isPresent();
	}

	/** Changes the password and revokes all sessions and reset links. */
	@Transactional
	void changePassword(long id, String password) {
		this.people.findForChange(id).ifPresent((person) -> replacePassword(person, this.passwords.encode(password)));
	}

	@Transactional
	void signOutEverywhere(long id) {
		this.people.findForChange(id).ifPresent((person) -> this.events.publishEvent(person.revokeSessions()));
	}

	/**
	 * Deletes an account with all that belongs to it alone.
	 * @return whether it was deleted: the last administrator is not
	 */
	@Transactional
	boolean remove(long id) {
		var administrators = this.people.findActiveAdministratorsForChange();
		var person = this.people.findForChange(id);
		if (administrators.size() == 1 && administrators.get(0).id() == id) {
			return false;
		}
		person.ifPresent((removed) -> {
			this.links.revoke(removed);
			this.people.delete(removed);
			this.events.publishEvent(removed.revokeSessions());
		});
		return true;
	}

	/**
	 * Replaces the password and revokes passkeys, sessions and reset links, in the
	 * caller's transaction.
	 * @param encoded the hash of the new password, or {@code null} for none
	 */
	void takeOver(Person person, @Nullable String encoded) {
		replacePassword(person, encoded);
		this.passkeys.removeAll(person.email());
	}

	private void replacePassword(Person person, @Nullable String encoded) {
		person.changePassword(encoded);
		this.links.revoke(person);
		this.events.publishEvent(person.revokeSessions());
	}

}
