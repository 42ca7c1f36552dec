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

/**
 * An authenticator that registers passkeys and signs with them, for a page of an origin.
 */
class Device {

	private final JsonMapper json = JsonMapper.builder().build();

	private final ObjectConverter converter = new ObjectConverter();

	private final WebAuthnAuthenticatorAdaptor authenticator = new WebAuthnAuthenticatorAdaptor(
			new NoneAttestationAuthenticator());

	private ClientPlatform page;

	Device(String origin) {
		openOrigin(origin);
	}

	/** Opens a page of another origin. */
	Device openOrigin(String origin) {
		this.page = new ClientPlatform(new Origin(origin), this.authenticator);
		return this;
	}

	/** Returns a browser's response to creation options. */
	String register(String options) {
		var registration = this.page
			.create(this.converter.getJsonConverter().readValue(options, PublicKeyCredentialCreationOptions.class));
		AuthenticatorAttestationResponse response = registration.getResponse();
		return json(registration, Map.of("attestationObject", encode(response.getAttestationObject()), "clientDataJSON",
				encode(response.getClientDataJSON()), "transports", new String[] { "internal" }));
	}

	/** Returns a browser's response to request options. */
	String sign(String options) {
		var assertion = this.page
			.get(this.converter.getJsonConverter().readValue(options, PublicKeyCredentialRequestOptions.class));
		AuthenticatorAssertionResponse response = assertion.getResponse();
		return json(assertion,
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
