package questionbank.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.springframework.security.web.webauthn.api.CredentialRecord;

/**
 * A registered passkey, as the account page of its owner lists it.
 *
 * @param id the credential id in Base64url
 * @param name the name that its owner chose
 */
record Passkey(String id, String name, Instant createdAt, Instant usedAt) {

	static Passkey of(CredentialRecord credential) {
		return new Passkey(credential.getCredentialId().toBase64UrlString(), credential.getLabel(),
				credential.getCreated(), credential.getLastUsed());
	}

	/** Returns the day of its registration, in UTC. */
	public LocalDate since() {
		return LocalDate.ofInstant(this.createdAt, ZoneOffset.UTC);
	}

	/** Returns the day of the last sign-in with it, in UTC. */
	public LocalDate lastUsed() {
		return LocalDate.ofInstant(this.usedAt, ZoneOffset.UTC);
	}

}
