package questionbank.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates accounts (sign-up, invitation, first administrator) and resets passwords by
 * link. Callers have checked the input with {@link FormRules}.
 */
@Service
@EnableConfigurationProperties(AccountProperties.class)
public class Registration {

	/** Path of the redirect after an account was created: the account page. */
	public static final String CONTINUE = "/account";

	/** Where an invited interviewer continues. */
	public static final String CONTINUE_AS_INTERVIEWER = "/kits";

	/** Path of the redirect after setup: the page with the form for invitations. */
	public static final String CONTINUE_AFTER_SETUP = "/people";

	private final PersonRepository people;

	private final Links links;

	private final LinkMails mails;

	private final Accounts accounts;

	private final PasswordEncoder passwords;

	private final AccountProperties properties;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Registration(PersonRepository people, Links links, LinkMails mails, Accounts accounts, PasswordEncoder passwords,
			AccountProperties properties, ApplicationEventPublisher events, Clock clock) {
		this.people = people;
		this.links = links;
		this.mails = mails;
		this.accounts = accounts;
		this.passwords = passwords;
		this.properties = properties;
		this.events = events;
		this.clock = clock;
	}

	/** Whether visitors may sign up. */
	public boolean isOpen() {
		return this.properties.signUp();
	}

	/** Whether people who have forgotten their password get a reset link by mail. */
	public boolean isResetByMail() {
		return this.mails.areEnabled();
	}

	/**
	 * Sends a reset link to the owner of an account, if there is one, in the background.
	 * @param email in its normal form
	 */
	public void requestReset(String email) {
		this.mails.requestReset(email);
	}

	/**
	 * Creates an account for a candidate.
	 * @return its id; empty if the e-mail address has an account
	 */
	@Transactional
	public Optional<Long> signUp(String email, String name, String password) {
		return add(email, name, password, Role.CANDIDATE);
	}

	/** Finds the recipient of a valid invitation, who may have an account by now. */
	@Transactional(readOnly = true)
	public Optional<LinkRecipient> findInvited(String token) {
		return this.links.find(Link.Purpose.INVITATION, token)
			.map((link) -> this.people.findByEmail(link.email())
				.map((person) -> new LinkRecipient(link.email(), person.id(), person.name(), link.role()))
				.orElseGet(() -> new LinkRecipient(link.email(), null, link.name().isEmpty() ? null : link.name(),
						link.role())));
	}

	/**
	 * Accepts an invitation by creating an account.
	 * @return the id of the account; empty if the invitation has been used or has
	 * expired, or if the address has an account by now, which may then accept it
	 */
	@Transactional
	public Optional<Long> accept(String token, String name, String password) {
		return this.links.find(Link.Purpose.INVITATION, token)
			.filter((link) -> this.people.findByEmail(link.email()).isEmpty())
			.flatMap((link) -> this.links.redeem(Link.Purpose.INVITATION, token))
			.flatMap((link) -> add(link.email(), name, password, link.role()));
	}

	/**
	 * Accepts an invitation for an existing account. The account gets the role of the
	 * invitation unless it has a higher one, and its sessions are revoked.
	 * @param person the id of the account that is signed in: its address alone proves
	 * nothing, since sign-up does not verify addresses
	 * @return whether it is accepted: not if the invitation has been used, has expired or
	 * is for another address
	 */
	@Transactional
	public boolean accept(String token, long person) {
		var found = this.people.findForChange(person);
		var link = this.links.find(Link.Purpose.INVITATION, token)
			.filter((invitation) -> found.isPresent() && found.get().email().equals(invitation.email()))
			.flatMap((invitation) -> this.links.redeem(Link.Purpose.INVITATION, token));
		link.filter((invitation) -> invitation.role().compareTo(found.orElseThrow().role()) > 0)
			.ifPresent((invitation) -> {
				found.get().changeAccess(invitation.role(), found.get().isEnabled());
				this.events.publishEvent(found.get().revokeSessions());
			});
		return link.isPresent();
	}

	/** Finds the account whose password a valid reset link may change. */
	@Transactional(readOnly = true)
	public Optional<LinkRecipient> findByReset(String token) {
		return this.links.find(Link.Purpose.RESET, token)
			.flatMap((link) -> this.people.findById(link.personId()))
			.map((person) -> new LinkRecipient(person.email(), person.id(), person.name(), person.role()));
	}

	/**
	 * Changes a forgotten password by a reset link and revokes all sessions, and all
	 * passkeys, which an intruder may have added.
	 * @return whether it is changed: not if the link has been used or has expired
	 */
	@Transactional
	public boolean reset(String token, String password) {
		var person = this.links.redeem(Link.Purpose.RESET, token)
			.flatMap((link) -> this.people.findForChange(link.personId()));
		person.ifPresent((found) -> this.accounts.takeOver(found, this.passwords.encode(password)));
		return person.isPresent();
	}

	@Transactional(readOnly = true)
	public boolean hasAdministrator() {
		return this.people.countActiveAdministrators() > 0;
	}

	/**
	 * Creates a setup link, whose bearer can create the first administrator.
	 * @param start when this instance began to start: links created before are deleted,
	 * but not those of other instances that start at the same time
	 * @return the token of a link that works once within seven days
	 */
	@Transactional
	public String offerSetup(Instant start) {
		return this.links.createSetup(start);
	}

	/** Whether this is the token of a valid setup link. */
	@Transactional(readOnly = true)
	public boolean isSetup(String token) {
		return this.links.find(Link.Purpose.SETUP, token).isPresent();
	}

	/**
	 * Creates the first administrator by a setup link.
	 * @return the id of the account; empty if the link is not valid, the address has an
	 * account, or there is an administrator
	 */
	@Transactional
	public Optional<Long> createFirst(String token, String email, String name, String password) {
		this.links.lockSetup();
		if (hasAdministrator() || this.people.findByEmail(email).isPresent()) {
			return Optional.empty();
		}
		return this.links.redeem(Link.Purpose.SETUP, token)
			.flatMap((link) -> add(email, name, password, Role.ADMINISTRATOR));
	}

	/**
	 * Creates the first administrator from the settings.
	 * @return the id of the account; empty if the address has an account
	 * @throws DataIntegrityViolationException if another instance creates it at the same
	 * time, see {@link #unlessTaken}
	 */
	@Transactional
	public Optional<Long> createFirst(String email, String password) {
		return add(email, FormRules.nameOf(email, ""), password, Role.ADMINISTRATOR);
	}

	/**
	 * Runs the creation of an account and returns its id; empty also if a concurrent
	 * transaction took the address. Call it outside of a transaction.
	 */
	public static Optional<Long> unlessTaken(Supplier<Optional<Long>> creation) {
		try {
			return creation.get();
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

	/**
	 * The recipient of an invitation or reset link.
	 *
	 * @param account the id of the account with this address; {@code null} if there is
	 * none
	 * @param name the name of the account, or else that the administrator typed;
	 * {@code null} if there is none
	 * @param role the role that an invitation gives, or that the account has
	 */
	public record LinkRecipient(String email, @Nullable Long account, @Nullable String name, Role role) {

		/** Whether the viewer is signed in to the recipient's account. */
		public boolean is(Viewer viewer) {
			return this.account != null && this.account.equals(viewer.id());
		}

	}

	/**
	 * What a room keeps for a browser without an account, and moves to the account that
	 * signs up or in with it. The sign-up page names it. Contributed by a room as a bean.
	 *
	 * @param label describes what is kept for the browser of a request, to the visitor:
	 * "your 22 answers and your plan"; empty if there is nothing
	 * @param address the page, without the context path, that shows that it has moved
	 */
	public record VisitorData(Function<HttpServletRequest, Optional<String>> label, String address) {

		/** Finds what is kept for the browser of a request. */
		public Optional<Kept> find(HttpServletRequest request) {
			return this.label.apply(request).map((found) -> new Kept(found, this.address));
		}

		/** What is kept for a browser. */
		public record Kept(String label, String address) {
		}

	}

}
