package questionbank.account;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import org.jspecify.annotations.Nullable;

import questionbank.web.UnicodeText;

/**
 * Normalizes e-mail addresses to the form in which they are stored, shown and compared:
 * NFKC, lower case, without surrounding white space and ignorable characters, and with
 * the domain in Unicode, as IDNA (UTS #46, nontransitional) decodes it. Chromium submits
 * the domain of an {@code <input type="email">} in Punycode, other browsers as typed.
 *
 * @see <a href="https://www.unicode.org/reports/tr46/">UTS #46</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6531">RFC 6531, internationalized
 * e-mail</a>
 */
final class EmailAddress {

	/** Maximum octets of an address with its domain in ASCII (RFC 5321, 4.5.3.1.3). */
	static final int MAX_LENGTH = 254;

	/** Maximum octets before the {@code @} (RFC 5321, 4.5.3.1.1). */
	private static final int MAX_LOCAL_PART = 64;

	private static final IDNA IDNA_2008 = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI
			| IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);

	/**
	 * The characters that HTML allows in {@code <input type="email">}, with dots
	 * anywhere, and the letters, marks, numbers and symbols of RFC 6531.
	 */
	private static final UnicodeSet LOCAL_PART = new UnicodeSet(
			"[a-z0-9.!#$%\\&'*+/=?\\^_`\\{|\\}~\\-[[:L:][:M:][:N:][:P:][:S:]-[:ASCII:]]]")
		.freeze();

	/** Symbols without a visible glyph, which UTS #46 allows in domains. */
	private static final UnicodeSet BLANK_SYMBOL = new UnicodeSet("[\\u2800\\uFFFC\\U0001D159]").freeze();

	/** Ignorable characters except joiners, which IDNA validates by context. */
	private static final UnicodeSet IGNORABLE_IN_DOMAIN = new UnicodeSet(
			"[[:Default_Ignorable_Code_Point:]-[\\u200C\\u200D]]")
		.freeze();

	private EmailAddress() {
	}

	/**
	 * Returns the normal form of a typed address. It is idempotent and total; text that
	 * is no address gives an unspecified result.
	 */
	static String normalize(@Nullable String typed) {
		var text = compatible((typed != null) ? typed : "");
		var at = text.lastIndexOf('@');
		if (at < 0) {
			return withoutIgnorables(text);
		}
		var domain = compatible(IGNORABLE_IN_DOMAIN.stripFrom(text.substring(at + 1), true));
		return withoutIgnorables(text.substring(0, at)) + '@'
				+ toAscii(domain).map(EmailAddress::toUnicode).orElse(domain);
	}

	/**
	 * Normalizes a search term, which may be a part of an address: in lower case, with
	 * Punycode decoded.
	 */
	static String searchable(String typed) {
		var normal = normalize(typed);
		return normal.contains("@") ? normal : toAscii(normal).map(EmailAddress::toUnicode).orElse(normal);
	}

	/** Whether an address in its normal form is syntactically deliverable. */
	static boolean isValid(String normal) {
		var at = normal.lastIndexOf('@');
		if (at < 1 || normal.length() > MAX_LENGTH) {
			return false;
		}
		var local = normal.substring(0, at);
		var octets = local.getBytes(StandardCharsets.UTF_8).length;
		return BLANK_SYMBOL.containsNone(normal) && octets <= MAX_LOCAL_PART && LOCAL_PART.containsAll(local)
				&& UnicodeText.hasVisible(local) && !UnicodeText.hasStackedMarks(local)
				&& toAscii(normal.substring(at + 1)).filter((domain) -> octets + 1 + domain.length() <= MAX_LENGTH)
					.isPresent();
	}

	private static String withoutIgnorables(String text) {
		return compatible(UnicodeText.withoutIgnorables(text));
	}

	/**
	 * Applies NFKC and lower case; NFKC again, as lower case can be decomposed.
	 */
	private static String compatible(String text) {
		var nfkc = Normalizer2.getNFKCInstance();
		return UnicodeText.strip(nfkc.normalize(UCharacter.toLowerCase(Locale.ROOT, nfkc.normalize(text))));
	}

	/**
	 * Encodes a domain in Punycode; empty if it is not valid or too long.
	 */
	private static Optional<String> toAscii(String domain) {
		if (domain.isEmpty() || domain.length() > MAX_LENGTH || domain.endsWith(".")) {
			return Optional.empty();
		}
		var result = new IDNA.Info();
		var ascii = IDNA_2008.nameToASCII(domain, new StringBuilder(), result).toString();
		return (result.hasErrors() || ascii.isEmpty() || ascii.endsWith(".")) ? Optional.empty() : Optional.of(ascii);
	}

	private static String toUnicode(String ascii) {
		return IDNA_2008.nameToUnicode(ascii, new StringBuilder(), new IDNA.Info()).toString();
	}

}
