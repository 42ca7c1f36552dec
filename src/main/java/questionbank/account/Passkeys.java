package questionbank.account;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/**
 * Passkeys, by which people come in without their password: Web Authentication, as Spring
 * Security does it. A passkey asks for a finger, a face or a PIN, so that it is worth as
 * much as a password and the device together.
 */
@Service
class Passkeys {

	/** A name longer than that is cut. */
	static final int NAME_LENGTH = 100;

	private static final Logger logger = LoggerFactory.getLogger(Passkeys.class);

	/** What was asked of the browser, while it is at it. */
	private static final String ASKED = Passkeys.class.getName() + ".ASKED";

	static final int MOST = 20;

	private final PublicKeyCredentialUserEntityRepository users;

	private final UserCredentialRepository credentials;

	private final Supplier<WebAuthnRelyingPartyOperations> rules;

	private final PublicAddress address;

	private final Identities identities;

	private final JsonMapper json = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

	Passkeys(JdbcOperations database, PublicAddress address, Identities identities) {
		this.users = new JdbcPublicKeyCredentialUserEntityRepository(database);
		this.credentials = new JdbcUserCredentialRepository(database);
		// The port may be known only once the program listens.
		this.rules = SingletonSupplier.of(this::rules);
		this.address = address;
		this.identities = identities;
	}

	/** Whether they work where this page is: they belong to one address. */
	boolean areOffered(HttpServletRequest request) {
		return this.address.isUsedIn(request);
	}

	/**
	 * Begins to make a passkey.
	 * @return what the browser is to make, as JSON
	 */
	@Transactional
	String offer(PersonSummary person, HttpServletRequest request) {
		var owner = UsernamePasswordAuthenticationToken.authenticated(person.email(), null, List.of());
		var asked = this.rules.get()
			.createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(owner));
		request.getSession().setAttribute(ASKED, asked);
		return this.json.writeValueAsString(asked);
	}

	/**
	 * Keeps a passkey that the browser made as it was asked to.
	 * @param credential what the browser made, as JSON
	 * @return whether it is kept
	 */
	@Transactional
	boolean add(PersonSummary person, String name, String credential, HttpServletRequest request) {
		if (list(person.email()).size() >= MOST || !(take(request) instanceof PublicKeyCredentialCreationOptions asked)
				|| !person.email().equals(asked.getUser().getName())) {
			return false;
		}
		return unlessWrong(() -> {
			var made = this.json.readValue(credential,
					new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {
					});
			var key = new RelyingPartyPublicKey(made, name);
			return this.rules.get().registerCredential(new ImmutableRelyingPartyRegistrationRequest(asked, key));
		}).isPresent();
	}

	/**
	 * Begins to let somebody in.
	 * @param session where it is kept what was asked
	 * @return what the browser is to sign, as JSON
	 */
	String challenge(HttpSession session) {
		var asked = this.rules.get()
			.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
		session.setAttribute(ASKED, asked);
		return this.json.writeValueAsString(asked);
	}

	/**
	 * Finds who signed as the browser was asked to.
	 * @param credential what the browser signed, as JSON
	 */
	@Transactional
	Optional<SignedIn> recognize(String credential, HttpServletRequest request) {
		if (!(take(request) instanceof PublicKeyCredentialRequestOptions asked)) {
			return Optional.empty();
		}
		return unlessWrong(() -> {
			var signed = this.json.readValue(credential,
					new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {
					});
			return this.rules.get().authenticate(new RelyingPartyAuthenticationRequest(asked, signed));
		}).map((owner) -> this.identities.loadUserByUsername(owner.getName()));
	}

	/** Those of a person, the oldest first. */
	@Transactional(readOnly = true)
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
	@Transactional
	void remove(PersonSummary person, String id) {
		if (list(person.email()).stream().anyMatch((passkey) -> passkey.id().equals(id))) {
			this.credentials.delete(Bytes.fromBase64(id));
		}
	}

	/** Removes all of a person. */
	@Transactional
	void forget(String email) {
		var user = this.users.findByUsername(email);
		if (user != null) {
			this.users.delete(user.getId());
		}
	}

	private WebAuthnRelyingPartyOperations rules() {
		var party = PublicKeyCredentialRpEntity.builder().id(this.address.host()).name("Question Bank").build();
		var operations = new Webauthn4JRelyingPartyOperations(this.users, this.credentials, party,
				Set.of(this.address.origin()));
		operations.setCustomizeCreationOptions(
				(options) -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
					.residentKey(ResidentKeyRequirement.REQUIRED)
					.userVerification(UserVerificationRequirement.REQUIRED)
					.build()));
		operations
			.setCustomizeRequestOptions((options) -> options.userVerification(UserVerificationRequirement.REQUIRED));
		return operations;
	}

	/** What was asked counts once. */
	private static Object take(HttpServletRequest request) {
		var session = request.getSession(false);
		var asked = (session != null) ? session.getAttribute(ASKED) : null;
		if (session != null) {
			session.removeAttribute(ASKED);
		}
		return (asked != null) ? asked : "nothing";
	}

	/** What browsers send may be anything, and is refused with exceptions of any kind. */
	private static <T> Optional<T> unlessWrong(Supplier<T> verification) {
		try {
			return Optional.of(verification.get());
		}
		catch (DataAccessException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			logger.debug("A passkey is refused", ex);
			return Optional.empty();
		}
	}

}
