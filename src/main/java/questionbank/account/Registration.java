package questionbank.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How people get an account: by themselves, by invitation, or as the first administrator.
 * What is handed in has been checked by the rules of forms.
 */
@Service
public class Registration {

	private final PersonRepository people;

	private final Links links;

	private final PasswordEncoder passwords;

	private final AccountProperties properties;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Registration(PersonRepository people, Links links, PasswordEncoder passwords, AccountProperties properties,
			ApplicationEventPublisher events, Clock clock) {
		this.people = people;
		this.links = links;
		this.passwords = passwords;
		this.properties = properties;
		this.events = events;
		this.clock = clock;
	}

	/** Whether anybody may sign up. */
	public boolean isOpen() {
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

	/** The person whom this invitation is for, who may have an account since. */
	@Transactional(readOnly = true)
	public Optional<LinkRecipient> findInvited(String token) {
		return this.links.find(Link.Purpose.INVITATION, token)
			.map((link) -> this.people.findByEmail(link.email())
				.map((person) -> new LinkRecipient(link.email(), person.id(), person.name(), link.role()))
				.orElseGet(() -> new LinkRecipient(link.email(), null, null, link.role())));
	}

	/**
	 * Accepts an invitation by a new account.
	 * @return the number of the account, or nothing if the invitation has been used, has
	 * expired, or is for a person who has an account since: it is then still to be
	 * accepted by that account
	 */
	@Transactional
	public Optional<Long> accept(String token, String name, String password) {
		return this.links.find(Link.Purpose.INVITATION, token)
			.filter((link) -> this.people.findByEmail(link.email()).isEmpty())
			.flatMap((link) -> this.links.use(Link.Purpose.INVITATION, token))
			.flatMap((link) -> add(link.email(), name, password, link.role()));
	}

	/**
	 * Accepts an invitation by an account that its person has made since. The account
	 * gets the role of the invitation unless it has a higher one, and its sessions end.
	 * @param person the account that has proved its password or passkey: sign-up does not
	 * verify addresses
	 * @return whether it is accepted: not if the invitation has been used, has expired or
	 * is for another address
	 */
	@Transactional
	public boolean accept(String token, long person) {
		var found = this.people.findForChange(person);
		var link = this.links.find(Link.Purpose.INVITATION, token)
			.filter((invitation) -> found.isPresent() && found.get().email().equals(invitation.email()))
			.flatMap((invitation) -> this.links.use(Link.Purpose.INVITATION, token));
		link.filter((invitation) -> invitation.role().compareTo(found.orElseThrow().role()) > 0)
			.ifPresent((invitation) -> {
				found.get().place(invitation.role(), found.get().isEnabled());
				this.events.publishEvent(found.get().revokeSessions());
			});
		return link.isPresent();
	}

	@Transactional(readOnly = true)
	public boolean hasAdministrator() {
		return this.people.countActiveAdministrators() > 0;
	}

	/**
	 * Creates a link with which its bearer can create the first administrator.
	 * @param start when this instance began to start: links created before are void, but
	 * not those of other instances that start at the same time
	 * @return the secret of a link that works once within seven days
	 */
	@Transactional
	public String offerSetup(Instant start) {
		return this.links.first(start);
	}

	/** Whether this is the secret of the link to the setup. */
	@Transactional(readOnly = true)
	public boolean isSetup(String token) {
		return this.links.find(Link.Purpose.SETUP, token).isPresent();
	}

	/**
	 * Makes the first administrator.
	 * @return the number of the account, or nothing if the link is void, there is an
	 * account of this e-mail address, or an administrator already
	 */
	@Transactional
	public Optional<Long> makeFirst(String token, String email, String name, String password) {
		this.links.lockSetup();
		if (hasAdministrator() || this.people.findByEmail(email).isPresent()) {
			return Optional.empty();
		}
		return this.links.use(Link.Purpose.SETUP, token)
			.flatMap((link) -> add(email, name, password, Role.ADMINISTRATOR));
	}

	/**
	 * Creates the first administrator, whom the settings name.
	 * @return the number of the account, or nothing if there is an account of this e-mail
	 * address
	 * @throws DataIntegrityViolationException if another instance creates it at the same
	 * time, see {@link #unlessTaken}
	 */
	@Transactional
	public Optional<Long> makeFirst(String email, String password) {
		return add(email, FormRules.nameOf(email, ""), password, Role.ADMINISTRATOR);
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

	private Optional<Long> add(String email, String name, String password, Role role) {
		if (this.people.findByEmail(email).isPresent()) {
			return Optional.empty();
		}
		var person = new Person(email, name, this.passwords.encode(password), role, this.clock.instant());
		return Optional.of(this.people.saveAndFlush(person).id());
	}

}
