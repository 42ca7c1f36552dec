package questionbank.account;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Service;

/** Passkeys, by which people come in without their password. */
@Service
public class Passkeys {

	/** A name longer than that is cut. */
	static final int NAME_LENGTH = 100;

	/** How many somebody has at most. */
	static final int MOST = 20;

	private static final Logger logger = LoggerFactory.getLogger(Passkeys.class);

	/** What was asked of the browser, while it is at it. */
	private static final String ASKED = Passkeys.class.getName() + ".ASKED";

	private final RelyingParty party;

	private final PublicKeyCredentialUserEntityRepository users;

	private final UserCredentialRepository credentials;

	private final BaseUrl address;

	private final Identities identities;

	Passkeys(RelyingParty party, PublicKeyCredentialUserEntityRepository users, UserCredentialRepository credentials,
			BaseUrl address, Identities identities) {
		this.party = party;
		this.users = users;
		this.credentials = credentials;
		this.address = address;
		this.identities = identities;
	}

	/** The one address at which they work. */
	String address() {
		return this.address.origin();
	}

	/** Whether they work where this page is: they belong to one address. */
	public boolean areOffered(HttpServletRequest request) {
		return this.address.isUsedIn(request);
	}

	/**
	 * Begins to make a passkey.
	 * @return what the browser is to make, as JSON
	 */
	String offer(PersonSummary person, HttpServletRequest request) {
		PublicKeyCredentialCreationOptions asked;
		try {
			asked = this.party.offer(person.email());
		}
		catch (DataIntegrityViolationException ex) {
			// The same person's first, begun twice at once.
			asked = this.party.offer(person.email());
		}
		TransientSessionAttributes.keep(ASKED, asked, request);
		return this.party.json(asked);
	}

	/**
	 * Keeps a passkey that the browser made as it was asked to.
	 * @param credential what the browser made, as JSON
	 * @return whether it is kept
	 */
	boolean add(PersonSummary person, String name, String credential, HttpServletRequest request) {
		// What was asked counts once.
		return TransientSessionAttributes.take(ASKED, PublicKeyCredentialCreationOptions.class, request)
			.filter((asked) -> person.email().equals(asked.getUser().getName()))
			.filter((asked) -> list(person.email()).size() < MOST)
			.flatMap((asked) -> unlessWrong(() -> {
				this.party.register(asked, name, credential);
				return true;
			}))
			.isPresent();
	}

	/**
	 * Begins to let somebody in.
	 * @return what the browser is to sign, as JSON
	 */
	public String challenge(HttpServletRequest request) {
		var asked = this.party.challenge();
		TransientSessionAttributes.keep(ASKED, asked, request);
		return this.party.json(asked);
	}

	/**
	 * Finds who signed as the browser was asked to.
	 * @param credential what the browser signed, as JSON
	 * @throws DisabledException if the account is closed
	 */
	public Optional<Authentication> recognize(String credential, HttpServletRequest request) {
		return TransientSessionAttributes.take(ASKED, PublicKeyCredentialRequestOptions.class, request)
			.flatMap((asked) -> unlessWrong(
					() -> this.identities.loadUserByUsername(this.party.authenticate(asked, credential))))
			.map(SignedIn::authentication);
	}

	/** Those of a person, the oldest first. */
	List<Passkey> list(String email) {
		var user = this.users.findByUsername(email);
		return (user == null) ? List.of()
				: this.credentials.findByUserId(user.getId())
					.stream()
					.map(Passkey::of)
					.sorted(Comparator.comparing(Passkey::madeAt))
					.toList();
	}

	/** Removes one, if it is the person's. */
	void remove(PersonSummary person, String id) {
		if (list(person.email()).stream().anyMatch((passkey) -> passkey.id().equals(id))) {
			this.credentials.delete(Bytes.fromBase64(id));
		}
	}

	/** Removes all of a person. */
	void forget(String email) {
		var user = this.users.findByUsername(email);
		if (user != null) {
			this.users.delete(user.getId());
		}
	}

	/**
	 * What browsers send may be anything, and is refused with exceptions of any kind; of
	 * the database's, with those that say that it cannot be kept.
	 */
	private static <T> Optional<T> unlessWrong(Supplier<T> verification) {
		try {
			return Optional.of(verification.get());
		}
		catch (DataIntegrityViolationException ex) {
			return refused(ex);
		}
		catch (DataAccessException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			return refused(ex);
		}
	}

	private static <T> Optional<T> refused(RuntimeException reason) {
		logger.debug("A passkey is refused", reason);
		return Optional.empty();
	}

}
