package questionbank.account;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with their own accounts: come in, change what is theirs, and leave. What
 * is handed in has been checked by the rules of forms.
 */
@Service
public class Accounts {

	private final PersonRepository people;

	private final Links links;

	private final Passkeys passkeys;

	private final PasswordEncoder passwords;

	private final ApplicationEventPublisher events;

	private final AccountProperties properties;

	private final Clock clock;

	Accounts(PersonRepository people, Links links, Passkeys passkeys, PasswordEncoder passwords,
			ApplicationEventPublisher events, AccountProperties properties, Clock clock) {
		this.people = people;
		this.links = links;
		this.passkeys = passkeys;
		this.passwords = passwords;
		this.events = events;
		this.properties = properties;
		this.clock = clock;
	}

	/** Whether anybody may sign up. */
	public boolean areOpen() {
		return this.properties.signUp();
	}

	/**
	 * Makes an account for a candidate.
	 * @return its number, or nothing if there is an account of this e-mail address
	 */
	@Transactional
	public Optional<Long> signUp(String email, String name, String password) {
		return add(email, name, password, Role.CANDIDATE);
	}

	/**
	 * Accepts an invitation.
	 * @return the number of the account, or nothing if the invitation has been used, has
	 * expired, or is for somebody who has an account meanwhile
	 */
	@Transactional
	public Optional<Long> accept(String token, String name, String password) {
		return this.links.use(Link.Purpose.INVITATION, token)
			.flatMap((link) -> add(known(link.email()), name, password, known(link.role())));
	}

	/**
	 * Makes the first administrator.
	 * @return the number of the account, or nothing if the link is void, there is an
	 * account of this e-mail address, or an administrator already
	 */
	@Transactional
	public Optional<Long> makeFirst(String token, String email, String name, String password) {
		if (hasAdministrator() || this.people.findByEmail(email).isPresent()) {
			return Optional.empty();
		}
		return this.links.use(Link.Purpose.SETUP, token)
			.flatMap((link) -> add(email, name, password, Role.ADMINISTRATOR));
	}

	/**
	 * Lets whoever has the secret make the first administrator.
	 * @return the secret of a link that works once within seven days; those before it are
	 * void
	 */
	@Transactional
	public String offerSetup() {
		return this.links.first();
	}

	/** Whether this is the secret of the link to the setup. */
	@Transactional(readOnly = true)
	public boolean isSetup(String token) {
		return this.links.find(Link.Purpose.SETUP, token).isPresent();
	}

	/** Makes the first administrator, whom the settings name. */
	@Transactional
	public void makeFirst(String email, String password) {
		add(email, FormRules.nameOf(email, ""), password, Role.ADMINISTRATOR)
			.orElseThrow(() -> new IllegalStateException(email + " has an account that is no administrator's"));
	}

	@Transactional(readOnly = true)
	public boolean hasAdministrator() {
		return this.people.countActiveAdministrators() > 0;
	}

	@Transactional(readOnly = true)
	Optional<PersonSummary> find(long id) {
		return this.people.findById(id).map(PersonSummary::of);
	}

	/** Who is invited by this link, and as what. */
	@Transactional(readOnly = true)
	public Optional<Guest> findInvited(String token) {
		return this.links.find(Link.Purpose.INVITATION, token)
			.map((link) -> new Guest(known(link.email()), null, known(link.role())));
	}

	/** The person who may choose a new password by this link. */
	@Transactional(readOnly = true)
	public Optional<Guest> findByReset(String token) {
		return this.links.find(Link.Purpose.RESET, token)
			.flatMap((link) -> this.people.findById(known(link.personId())))
			.map((person) -> new Guest(person.email(), person.name(), person.role()));
	}

	/**
	 * Gives somebody a new password who was given a link for that, and signs them out
	 * everywhere. Their passkeys are void: somebody else may have made them.
	 * @return the number of the account, or nothing if the link is void
	 */
	@Transactional
	public Optional<Long> reset(String token, String password) {
		return this.links.use(Link.Purpose.RESET, token)
			.flatMap((link) -> this.people.findForChange(known(link.personId())))
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
		this.people.findForChange(id).ifPresent((person) -> this.events.publishEvent(person.leaveEverywhere()));
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
			this.events.publishEvent(removed.leaveEverywhere());
		});
		return true;
	}

	/** What adding somebody comes to, also where somebody else was a moment faster. */
	public static Optional<Long> unlessTaken(Supplier<Optional<Long>> adding) {
		try {
			return adding.get();
		}
		catch (DataIntegrityViolationException ex) {
			return Optional.empty();
		}
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
		this.events.publishEvent(person.leaveEverywhere());
	}

	private Optional<Long> add(String email, String name, String password, Role role) {
		if (this.people.findByEmail(email).isPresent()) {
			return Optional.empty();
		}
		var person = new Person(email, name, this.passwords.encode(password), role, this.clock.instant());
		return Optional.of(this.people.saveAndFlush(person).id());
	}

	private static <T> T known(@Nullable T value) {
		if (value == null) {
			throw new IllegalStateException("The link lacks what belongs to its purpose");
		}
		return value;
	}

	/**
	 * Somebody who was given a link.
	 *
	 * @param name what they are called, or {@code null} for who is new
	 */
	public record Guest(String email, @Nullable String name, Role role) {
	}

}
