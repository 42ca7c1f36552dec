package questionbank.account;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
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
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

import questionbank.web.BaseUrl;

/**
 * WebAuthn relying party on top of Spring Security: creates the options for browsers and
 * verifies their responses. It requires user verification (fingerprint, face or PIN), so
 * that a passkey is two factors.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/">Web Authentication, Level 3</a>
 */
@Component
class RelyingParty {

	private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> REGISTRATION = new TypeReference<>() {
	};

	private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> ASSERTION = new TypeReference<>() {
	};

	private final PublicKeyCredentialUserEntityRepository users;

	private final UserCredentialRepository credentials;

	private final BaseUrl baseUrl;

	private final Supplier<WebAuthnRelyingPartyOperations> operations;

	private final JsonMapper json = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

	RelyingParty(PublicKeyCredentialUserEntityRepository users, UserCredentialRepository credentials, BaseUrl baseUrl) {
		this.users = users;
		this.credentials = credentials;
		this.baseUrl = baseUrl;
		// Created on first use: the port is known only once the server listens.
		this.operations = SingletonSupplier.of(this::createOperations);
	}

	/** Creates the options to register a passkey, with a new challenge. */
	PublicKeyCredentialCreationOptions creationOptions(String email) {
		var owner = UsernamePasswordAuthenticationToken.authenticated(email, null, List.of());
		return this.operations.get()
			.createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(owner));
	}

	/** Creates the options to sign in with any passkey, with a new challenge. */
	PublicKeyCredentialRequestOptions requestOptions() {
		return this.operations.get()
			.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
	}

	/** Writes options as the JSON that browsers parse. */
	String toJson(Object options) {
		return this.json.writeValueAsString(options);
	}

	/**
	 * Verifies and stores a new passkey.
	 * @param credential the browser's response, as JSON
	 * @throws RuntimeException of any type if the response is not valid
	 */
	void register(PublicKeyCredentialCreationOptions options, String name, String credential) {
		var tree = this.json.readTree(credential);
		if (tree.get("response") instanceof ObjectNode response) {
			// Deserialization fails on transports that the library does not know.
			response.remove("transports");
		}
		var registration = this.json.convertValue(tree, REGISTRATION);
		this.operations.get()
			.registerCredential(new ImmutableRelyingPartyRegistrationRequest(options,
					new RelyingPartyPublicKey(registration, name)));
	}

	/**
	 * Verifies the signature of a passkey.
	 * @param credential the browser's response, as JSON
	 * @return the e-mail address of its account
	 * @throws RuntimeException of any type if the response is not valid
	 */
	String authenticate(PublicKeyCredentialRequestOptions options, String credential) {
		var assertion = this.json.readValue(credential, ASSERTION);
		return this.operations.get().authenticate(new RelyingPartyAuthenticationRequest(options, assertion)).getName();
	}

	private WebAuthnRelyingPartyOperations createOperations() {
		var party = PublicKeyCredentialRpEntity.builder().id(this.baseUrl.host()).name("Question Bank").build();
		var operations = new Webauthn4JRelyingPartyOperations(this.users, this.credentials, party,
				Set.of(this.baseUrl.origin()));
		operations.setCustomizeCreationOptions(
				(builder) -> builder.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
					.residentKey(ResidentKeyRequirement.REQUIRED)
					.userVerification(UserVerificationRequirement.REQUIRED)
					.build()));
		operations
			.setCustomizeRequestOptions((builder) -> builder.userVerification(UserVerificationRequirement.REQUIRED));
		return operations;
	}

}
