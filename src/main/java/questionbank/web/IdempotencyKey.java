package questionbank.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeMap;

import javax.crypto.spec.SecretKeySpec;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;

/**
 * Idempotency key of a submitted form: SHA-256 over its path, its CSRF token and all
 * other parameters. Spring Security masks the token anew for each rendered page, so the
 * key is unique to a page, and unknown to anyone who has not received that page.
 *
 * @param hash identifies the submission, in hexadecimal
 * @param encryptor encrypts the stored answer (AES-GCM)
 */
record IdempotencyKey(String hash, BytesEncryptor encryptor) {

	private static final String CSRF_TOKEN = "_csrf";

	private static final int NONCE_BYTES = 16;

	/**
	 * Computes the key of a submission, also in its error dispatch; {@code null} if it
	 * has no CSRF token.
	 */
	static @Nullable IdempotencyKey of(HttpServletRequest request) {
		if (request.getParameter(CSRF_TOKEN) == null) {
			return null;
		}
		var submission = new StringBuilder(
				(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String submitted) ? submitted
						: request.getRequestURI());
		new TreeMap<>(request.getParameterMap()).forEach(
				(name, values) -> submission.append('\n').append(name).append('=').append(Arrays.toString(values)));
		return new IdempotencyKey(HexFormat.of().formatHex(digest("name", submission)), encryptor(submission));
	}

	private static BytesEncryptor encryptor(CharSequence submission) {
		return new AesBytesEncryptor(new SecretKeySpec(digest("key", submission), "AES"),
				KeyGenerators.secureRandom(NONCE_BYTES), CipherAlgorithm.GCM);
	}

	private static byte[] digest(String purpose, CharSequence submission) {
		try {
			return MessageDigest.getInstance("SHA-256")
				.digest((purpose + '\n' + submission).getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
