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

/**
 * The part of the program in Web Authentication, as Spring Security plays it: what is
 * asked of a browser, and whether its answer will do. A passkey has to ask for a finger,
 * a face or a PIN, so that it is worth as much as a password and the device together.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/">Web Authentication, Level 3</a>
 */
@Component
class RelyingParty {

	private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> MADE = new TypeReference<>() {
	};

	private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> SIGNED = new TypeReference<>() {
	};

	private final PublicKeyCredentialUserEntityRepository users;

	private final UserCredentialRepository credentials;

	private final BaseUrl address;

	private final Supplier<WebAuthnRelyingPartyOperations> rules;

	private final JsonMapper json = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

	RelyingParty(PublicKeyCredentialUserEntityRepository users, UserCredentialRepository credentials, BaseUrl address) {
		this.users = users;
		this.credentials = credentials;
		this.address = address;
		// The port may be known only once the program listens.
		this.rules = SingletonSupplier.of(this::rules);
	}

	/** What a browser is to make for somebody. */
	PublicKeyCredentialCreationOptions offer(String email) {
		var owner = UsernamePasswordAuthenticationToken.authenticated(email, null, List.of());
		return this.rules.get()
			.createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(owner));
	}

	/** What a browser is to sign, for whomever. */
	PublicKeyCredentialRequestOptions challenge() {
		return this.rules.get()
			.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
	}

	/** What is asked, as a browser reads it. */
	String json(Object asked) {
		return this.json.writeValueAsString(asked);
	}

	/**
	 * Keeps what a browser made.
	 * @param credential as JSON
	 * @throws RuntimeException of any kind if it is not what was asked for
	 */
	void register(PublicKeyCredentialCreationOptions asked, String name, String credential) {
		var tree = this.json.readTree(credential);
		if (tree.get("response") instanceof ObjectNode response) {
			// New kinds of devices have names for their ways that the library does not
			// know.
			response.remove("transports");
		}
		var made = this.json.convertValue(tree, MADE);
		this.rules.get()
			.registerCredential(
					new ImmutableRelyingPartyRegistrationRequest(asked, new RelyingPartyPublicKey(made, name)));
	}

	/**
	 * The e-mail address of who has signed.
	 * @param credential as JSON
	 * @throws RuntimeException of any kind if it is not what was asked for
	 */
	String authenticate(PublicKeyCredentialRequestOptions asked, String credential) {
		var signed = this.json.readValue(credential, SIGNED);
		return this.rules.get().authenticate(new RelyingPartyAuthenticationRequest(asked, signed)).getName();
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

}
