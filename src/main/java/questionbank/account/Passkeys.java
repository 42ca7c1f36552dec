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

import questionbank.web.BaseUrl;

/** Registers, lists and removes passkeys, and authenticates by them (WebAuthn). */
@Service
public class Passkeys {

	/** Maximum length of a name; longer ones are cut. */
	static final int NAME_LENGTH = 100;

	/** Maximum number of passkeys of an account. */
	static final int MAX_PASSKEYS = 20;

	private static final Logger logger = LoggerFactory.getLogger(Passkeys.class);

	/** Session attribute for the options, with their challenge, sent to the browser. */
	private static final String OPTIONS = Passkeys.class.getName() + ".OPTIONS";

	private final RelyingParty party;

	private final PublicKeyCredentialUserEntityRepository users;

	private final UserCredentialRepository credentials;

	private final BaseUrl baseUrl;

	private final Identities identities;

	Passkeys(RelyingParty party, PublicKeyCredentialUserEntityRepository users, UserCredentialRepository credentials,
			BaseUrl baseUrl, Identities identities) {
		this.party = party;
		this.users = users;
		this.credentials = credentials;
		this.baseUrl = baseUrl;
		this.identities = identities;
	}

	/** Returns the only origin at which passkeys work. */
	String origin() {
		return this.baseUrl.origin();
	}

	/** Whether the request was sent to the origin that passkeys are bound to. */
	public boolean areAvailable(HttpServletRequest request) {
		return this.baseUrl.isUsedIn(request);
	}

	/**
	 * Starts the registration of a passkey.
	 * @return the creation options for the browser, as JSON
	 */
	String startRegistration(PersonSummary person, HttpServletRequest request) {
		PublicKeyCredentialCreationOptions options;
		try {
			options = this.party.creationOptions(person.email());
		}
		catch (DataIntegrityViolationException ex) {
			// A concurrent request created the user entity of the same person.
			options = this.party.creationOptions(person.email());
		}
		TransientSessionAttributes.put(OPTIONS, options, request);
		return this.party.toJson(options);
	}

	/**
	 * Completes the registration of a passkey. The challenge is valid once.
	 * @param credential the browser's response, as JSON
	 * @return whether it is registered
	 */
	boolean register(PersonSummary person, String name, String credential, HttpServletRequest request) {
		return TransientSessionAttributes.take(OPTIONS, PublicKeyCredentialCreationOptions.class, request)
			.filter((options) -> person.email().equals(options.getUser().getName()))
			.filter((options) -> list(person.email()).size() < MAX_PASSKEYS)
			.flatMap((options) -> verify(() -> {
				this.party.register(options, name, credential);
				return true;
			}))
			.isPresent();
	}

	/**
	 * Starts a sign-in by passkey.
	 * @return the request options for the browser, as JSON
	 */
	public String startAuthentication(HttpServletRequest request) {
		var options = this.party.requestOptions();
		TransientSessionAttributes.put(OPTIONS, options, request);
		return this.party.toJson(options);
	}

	/**
	 * Verifies the signature of a passkey and loads its account. The challenge is valid
	 * once.
	 * @param credential the browser's response, as JSON
	 * @return the account; empty if the response is not valid
	 * @throws DisabledException if the account is disabled
	 */
	public Optional<Authentication> authenticate(String credential, HttpServletRequest request) {
		return TransientSessionAttributes.take(OPTIONS, PublicKeyCredentialRequestOptions.class, request)
			.flatMap((options) -> verify(
					() -> this.identities.loadUserByUsername(this.party.authenticate(options, credential))))
			.map(SignedIn::authentication);
	}

	/** Lists the passkeys of an account, the oldest first. */
	List<Passkey> list(String email) {
		var user = this.users.findByUsername(email);
		return (user == null) ? List.of()
				: this.credentials.findByUserId(user.getId())
					.stream()
					.map(Passkey::of)
					.sorted(Comparator.comparing(Passkey::createdAt))
					.toList();
	}

	/** Removes a passkey of the person; ignores the id of another person's. */
	void remove(PersonSummary person, String id) {
		if (list(person.email()).stream().anyMatch((passkey) -> passkey.id().equals(id))) {
			this.credentials.delete(Bytes.fromBase64(id));
		}
	}

	void removeAll(String email) {
		var user = this.users.findByUsername(email);
		if (user != null) {
			this.users.delete(user.getId());
		}
	}

	/**
	 * Returns empty where verification fails. Malformed responses cause exceptions of any
	 * type; of the database's, only violated constraints mean an invalid response.
	 */
	private static <T> Optional<T> verify(Supplier<T> verification) {
		try {
			return Optional.of(verification.get());
		}
		catch (DataIntegrityViolationException ex) {
			return reject(ex);
		}
		catch (DataAccessException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			return reject(ex);
		}
	}

	private static <T> Optional<T> reject(RuntimeException reason) {
		logger.debug("Passkey rejected", reason);
		return Optional.empty();
	}

}
