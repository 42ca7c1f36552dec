package questionbank.account;

import java.util.Map;

import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.AuthenticatorAssertionResponse;
import com.webauthn4j.data.AuthenticatorAttestationResponse;
import com.webauthn4j.data.PublicKeyCredential;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.test.authenticator.webauthn.NoneAttestationAuthenticator;
import com.webauthn4j.test.authenticator.webauthn.WebAuthnAuthenticatorAdaptor;
import com.webauthn4j.test.client.ClientPlatform;
import com.webauthn4j.util.Base64UrlUtil;
import tools.jackson.databind.json.JsonMapper;

/** A device that makes passkeys and signs with them, as a page of some address has it. */
class Device {

	private final JsonMapper json = JsonMapper.builder().build();

	private final ObjectConverter options = new ObjectConverter();

	private final WebAuthnAuthenticatorAdaptor authenticator = new WebAuthnAuthenticatorAdaptor(
			new NoneAttestationAuthenticator());

	private ClientPlatform page;

	Device(String origin) {
		show(origin);
	}

	/** Shows a page of another address. */
	Device show(String origin) {
		this.page = new ClientPlatform(new Origin(origin), this.authenticator);
		return this;
	}

	/** What a browser sends that has been asked to make a passkey. */
	String make(String asked) {
		var made = this.page
			.create(this.options.getJsonConverter().readValue(asked, PublicKeyCredentialCreationOptions.class));
		AuthenticatorAttestationResponse response = made.getResponse();
		return json(made, Map.of("attestationObject", encode(response.getAttestationObject()), "clientDataJSON",
				encode(response.getClientDataJSON()), "transports", new String[] { "internal" }));
	}

	/** What a browser sends that has been asked to sign. */
	String sign(String asked) {
		var signed = this.page
			.get(this.options.getJsonConverter().readValue(asked, PublicKeyCredentialRequestOptions.class));
		AuthenticatorAssertionResponse response = signed.getResponse();
		return json(signed,
				Map.of("authenticatorData", encode(response.getAuthenticatorData()), "clientDataJSON",
						encode(response.getClientDataJSON()), "signature", encode(response.getSignature()),
						"userHandle", encode(response.getUserHandle())));
	}

	private String json(PublicKeyCredential<?, ?> credential, Map<String, Object> response) {
		return this.json.writeValueAsString(Map.of("id", credential.getId(), "rawId", credential.getId(), "type",
				"public-key", "response", response, "clientExtensionResults", Map.of()));
	}

	private static String encode(byte[] bytes) {
		return Base64UrlUtil.encodeToString(bytes);
	}

}
