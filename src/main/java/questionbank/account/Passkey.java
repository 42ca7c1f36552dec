package questionbank.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.springframework.security.web.webauthn.api.CredentialRecord;

/**
 * A passkey as its owner sees it.
 *
 * @param id what it is called in addresses
 * @param name what its owner calls it
 */
record Passkey(String id, String name, Instant madeAt, Instant usedAt) {

	static Passkey of(CredentialRecord credential) {
		return new Passkey(credential.getCredentialId().toBase64UrlString(), credential.getLabel(),
				credential.getCreated(), credential.getLastUsed());
	}

	/** The day on which it was made, in UTC. */
	public LocalDate since() {
		return LocalDate.ofInstant(this.madeAt, ZoneOffset.UTC);
	}

	/** The day on which somebody last came in by it, in UTC. */
	public LocalDate lastUsed() {
		return LocalDate.ofInstant(this.usedAt, ZoneOffset.UTC);
	}

}
