package questionbank.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

import org.springframework.stereotype.Component;

/**
 * Generates random tokens of 256 bits for links and cookies. They have enough entropy to
 * be stored as an unsalted SHA-256 hash.
 */
@Component
public class SecretTokens {

	/** Regular expression of a token in an address. */
	public static final String PATTERN = "[A-Za-z0-9_-]{43}";

	private static final int LENGTH = 32;

	private final SecureRandom random;

	SecretTokens(SecureRandom random) {
		this.random = random;
	}

	/** Generates a token of 43 characters (Base64url). */
	public String next() {
		var token = new byte[LENGTH];
		this.random.nextBytes(token);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
	}

	/** Returns the hash of a token, in hexadecimal. */
	public static String hash(String token) {
		try {
			var digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
