package questionbank.account;

import com.ibm.icu.text.UnicodeSet;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

import questionbank.web.UnicodeText;

/**
 * Encodes passwords under the OpaqueString profile of PRECIS: spaces of any kind become
 * U+0020, and the result is in normalization form C. Keyboards and systems compose the
 * same letter differently. A password that was encoded as typed, before this was in
 * place, still matches.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8265#section-4.2">RFC 8265, 4.2</a>
 */
public final class NormalizingPasswordEncoder implements PasswordEncoder {

	private static final UnicodeSet SPACE = new UnicodeSet("[:Zs:]").freeze();

	private final PasswordEncoder encoder;

	public NormalizingPasswordEncoder(PasswordEncoder encoder) {
		this.encoder = encoder;
	}

	/** Returns the form of a password that is encoded and measured. */
	static String normalize(String password) {
		var spaced = new StringBuilder(password.length());
		password.codePoints()
			.map((character) -> SPACE.contains(character) ? ' ' : character)
			.forEach(spaced::appendCodePoint);
		return UnicodeText.normalize(spaced.toString());
	}

	@Override
	public @Nullable String encode(@Nullable CharSequence password) {
		return this.encoder.encode((password != null) ? normalize(password.toString()) : null);
	}

	@Override
	public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
		if (password == null) {
			return this.encoder.matches(null, encoded);
		}
		var normal = normalize(password.toString());
		return this.encoder.matches(normal, encoded)
				|| !normal.contentEquals(password) && this.encoder.matches(password, encoded);
	}

	@Override
	public boolean upgradeEncoding(@Nullable String encoded) {
		return this.encoder.upgradeEncoding(encoded);
	}

}
