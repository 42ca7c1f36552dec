package questionbank.account;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with their own accounts: change what is theirs, and leave. What is
 * handed in has been checked by the rules of forms.
 */
@Service
public class Accounts {

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

	/** The person who may choose a new password by this link. */
	@Transactional(readOnly = true)
	public Optional<LinkRecipient> findByReset(String token) {
		return this.links.find(Link.Purpose.RESET, token)
			.flatMap((link) -> this.people.findById(link.personId()))
			.map((person) -> new LinkRecipient(person.email(), person.id(), person.name(), person.role()));
	}

	/**
	 * Gives somebody a new password who was given a link for that, and signs them out
	 * everywhere. Their passkeys are void: somebody else may have made them.
	 * @return the number of the account, or nothing if the link is void
	 */
	@Transactional
	public Optional<Long> reset(String token, String password) {
		return this.links.use(Link.Purpose.RESET, token)
			.flatMap((link) -> this.people.findForChange(link.personId()))
			.map((person) -> {
				takeOver(person, this.passwords.encode(password));
				return person.id();
			});
	}

	/**
	 * Gives a person another name, if it is still the version that was edited.
	 * @param version the version, as it was sent
	 * @return the person as it is now, whether or not it was changed
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

	/** Whether this is the person's password. */
	@Transactional(readOnly = true)
	boolean knows(long id, String password) {
		return this.people.findById(id)
			.map(Person::password)
			.filter((encoded) -> this.passwords.matches(password, encoded))
			.isPresent();
	}

	/** Changes the password, and signs the person out everywhere. */
	@Transactional
	void changePassword(long id, String password) {
		this.people.findForChange(id).ifPresent((person) -> choose(person, this.passwords.encode(password)));
	}

	@Transactional
	void signOutEverywhere(long id) {
		this.people.findForChange(id).ifPresent((person) -> this.events.publishEvent(person.revokeSessions()));
	}

	/**
	 * Deletes a person, with all that belongs to them alone.
	 * @return whether it could be done: the last administrator stays
	 */
	@Transactional
	boolean remove(long id) {
		var administrators = this.people.findActiveAdministratorsForChange();
		var person = this.people.findForChange(id);
		if (administrators.size() == 1 && administrators.get(0).id() == id) {
			return false;
		}
		person.ifPresent((removed) -> {
			this.links.forget(removed);
			this.people.delete(removed);
			this.events.publishEvent(removed.revokeSessions());
		});
		return true;
	}

	/**
	 * Voids all that has opened an account until now, in the caller's transaction.
	 * @param encoded another password, or {@code null} for who comes in another way
	 */
	void takeOver(Person person, @Nullable String encoded) {
		choose(person, encoded);
		this.passkeys.forget(person.email());
	}

	private void choose(Person person, @Nullable String encoded) {
		person.changePassword(encoded);
		this.links.forget(person);
		this.events.publishEvent(person.revokeSessions());
	}

}
