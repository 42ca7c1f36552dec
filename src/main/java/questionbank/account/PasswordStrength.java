package questionbank.account;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.ibm.icu.text.Normalizer2;
import com.nulabinc.zxcvbn.Zxcvbn;

/**
 * Estimates with zxcvbn how many guesses a password takes. The zxcvbn l33t matcher looks
 * up every combination of letters that symbols may stand for in every part of the
 * password, so that both length and symbols are bounded first.
 *
 * @see <a href=
 * "https://www.usenix.org/conference/usenixsecurity16/technical-sessions/presentation/wheeler">zxcvbn</a>
 */
final class PasswordStrength {

	/** Maximum number of code points measured; the time grows with their square. */
	static final int MAX_MEASURED = 24;

	/** The highest zxcvbn score, of 0 to 4: 10<sup>10</sup> guesses or more. */
	private static final int STRONG = 4;

	private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}]+");

	private static final Zxcvbn ZXCVBN = new Zxcvbn();

	private PasswordStrength() {
	}

	/**
	 * Whether a password takes fewer than 10<sup>10</sup> guesses, or, without the known
	 * texts in it, fewer than 10<sup>8</sup>.
	 * @param known texts that an attacker knows of the person and tries first
	 */
	static boolean isWeak(String password, List<String> known) {
		var measured = measured(password);
		var parts = Stream.concat(Stream.of("question", "bank", "questionbank"), known.stream())
			.flatMap((text) -> Stream.concat(Stream.of(text), SEPARATOR.splitAsStream(text)))
			.map((text) -> text.toLowerCase(Locale.ROOT))
			.filter((text) -> text.length() > 2)
			.distinct()
			.sorted(Comparator.comparing(String::length).reversed())
			.toList();
		var remainder = measured.toLowerCase(Locale.ROOT);
		for (var part : parts) {
			remainder = remainder.replace(part, "");
		}
		return remainder.isEmpty() || ZXCVBN.measure(measured, parts).getScore() < STRONG
				|| !remainder.equals(measured.toLowerCase(Locale.ROOT))
						&& ZXCVBN.measure(remainder).getScore() < STRONG - 1;
	}

	/**
	 * Returns the part of a password that is measured, with one symbol for all that stand
	 * for the same letter. There are four for "c" and three each for "i" and "l": this
	 * leaves 64 combinations of 576.
	 */
	static String measured(String password) {
		// The dictionaries have no full-width letters.
		var compatible = Normalizer2.getNFKCInstance().normalize(password);
		var length = compatible.codePointCount(0, compatible.length());
		return compatible.substring(0, compatible.offsetByCodePoints(0, Math.min(MAX_MEASURED, length)))
			.replaceAll("[\\[{<]", "(")
			.replace('|', '1');
	}

}
