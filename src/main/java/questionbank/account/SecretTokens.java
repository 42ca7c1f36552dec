package questionbank.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

import org.springframework.stereotype.Component;

/**
 * Secrets that are handed out in links and cookies. They are long and random, so that
 * their plain hash is enough to know them again and too little to make them from.
 */
@Component
public class SecretTokens {

	/** What a secret looks like in an address. */
	public static final String PATTERN = "[A-Za-z0-9_-]{43}";

	private static final int LENGTH = 32;

	private final SecureRandom randomness;

	SecretTokens(SecureRandom randomness) {
		this.randomness = randomness;
	}

	/** A new one, of 43 characters. */
	public String next() {
		var secret = new byte[LENGTH];
		this.randomness.nextBytes(secret);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
	}

	/** What is kept of a secret. */
	public static String hash(String secret) {
		try {
			var digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
