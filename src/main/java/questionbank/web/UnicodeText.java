package questionbank.web;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.text.UnicodeSet.SpanCondition;
import org.jspecify.annotations.Nullable;

/**
 * Unicode properties and normalization forms of text that people type. Character
 * properties are those of ICU, so that they do not depend on the version of Java.
 *
 * @see <a href="https://www.unicode.org/reports/tr15/">UAX #15, Normalization Forms</a>
 */
public final class UnicodeText {

	/**
	 * The most combining marks on one base character: twice the four that UTS #39 allows
	 * in identifiers, so that Tibetan stacks and pointed Hebrew pass.
	 *
	 * @see <a href="https://www.unicode.org/reports/tr39/#Optional_Detection">UTS #39,
	 * 5.4</a>
	 */
	public static final int MAX_MARKS = 8;

	private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

	private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

	/** Default_Ignorable_Code_Point: invisible where a font does not know them. */
	private static final UnicodeSet IGNORABLE = new UnicodeSet("[:Default_Ignorable_Code_Point:]").freeze();

	/**
	 * White space, and the format characters that have no meaning at the end of a text.
	 * Joiners, variation selectors and tags belong to the character before them.
	 */
	private static final UnicodeSet BLANK = new UnicodeSet("[[:White_Space:]\\u00AD\\u180E\\u200B\\u2060\\uFEFF]")
		.freeze();

	/**
	 * All characters except separators, controls, format and private-use characters,
	 * marks, surrogates, unassigned code points, ignorable characters, the two symbols
	 * that are drawn as nothing, and the placeholders of an embedded object and of an
	 * undecodable character.
	 */
	private static final UnicodeSet VISIBLE = new UnicodeSet(
			"[^[:Z:][:Cc:][:Cf:][:Co:][:Cs:][:M:][:White_Space:][:Default_Ignorable_Code_Point:][:Cn:]"
					+ "\\u2800\\uFFFC\\uFFFD\\U0001D159]")
		.freeze();

	/**
	 * Controls other than tab and line breaks, explicit formatting of the text direction,
	 * lone surrogates and noncharacters; PostgreSQL refuses some of them.
	 */
	private static final UnicodeSet UNREADABLE = new UnicodeSet(
			"[[[:Cc:]-[\\t\\n\\r]]\\u202A-\\u202E\\u2066-\\u2069[:Cs:][:Noncharacter_Code_Point:]]")
		.freeze();

	private static final UnicodeSet LINE_BREAK = new UnicodeSet("[\\n\\r\\u2028\\u2029]").freeze();

	private static final UnicodeSet MARK = new UnicodeSet("[[:Mn:][:Me:]]").freeze();

	private UnicodeText() {
	}

	/**
	 * Returns typed text as it is stored: stripped, in normalization form C, and with LF
	 * as line break, where browsers submit CRLF.
	 * @return the text, empty for {@code null}
	 */
	public static String typed(@Nullable String text) {
		return (text != null) ? strip(lines(text)) : "";
	}

	/** Returns typed text as {@link #typed} does, but not stripped. */
	public static String lines(@Nullable String text) {
		return (text != null) ? normalize(text.replace("\r\n", "\n")) : "";
	}

	/** Returns the text in normalization form C, in which text is stored. */
	public static String normalize(String text) {
		return NFC.normalize(text);
	}

	/**
	 * Returns the text under NFKC_Casefold, for comparison: without case, compatibility
	 * variants and ignorable characters.
	 */
	public static String foldCase(String text) {
		return NFKC_CASEFOLD.normalize(text);
	}

	/** Removes white space and blank format characters from both ends of the text. */
	public static String strip(String text) {
		var start = BLANK.span(text, SpanCondition.CONTAINED);
		return (start == text.length()) ? "" : text.substring(start, BLANK.spanBack(text, SpanCondition.CONTAINED));
	}

	/**
	 * Returns the text, cut after a number of UTF-16 code units, with an ellipsis if it
	 * is longer.
	 */
	public static String abbreviate(String text, int max) {
		return (text.length() > max) ? cut(text, max) + "…" : text;
	}

	/**
	 * Returns the text, cut after a number of UTF-16 code units, or after one less where
	 * that would leave half of a surrogate pair.
	 */
	public static String cut(String text, int max) {
		if (text.length() <= max) {
			return text;
		}
		return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
	}

	/** Removes Default_Ignorable_Code_Point characters. */
	public static String withoutIgnorables(String text) {
		return IGNORABLE.containsSome(text) ? IGNORABLE.stripFrom(text, true) : text;
	}

	/** Returns whether any character of the text is drawn. */
	public static boolean hasVisible(String text) {
		return VISIBLE.containsSome(text);
	}

	/**
	 * Returns whether the text has no controls other than tab and line breaks, no
	 * explicit formatting of its direction, no lone surrogates and no noncharacters.
	 */
	public static boolean isReadable(String text) {
		return UNREADABLE.containsNone(text);
	}

	/** Replaces unreadable characters and line breaks by spaces. */
	public static String readable(String text) {
		var readable = new StringBuilder(text.length());
		text.codePoints()
			.map((character) -> (UNREADABLE.contains(character) || LINE_BREAK.contains(character)) ? ' ' : character)
			.forEach(readable::appendCodePoint);
		return readable.toString();
	}

	public static boolean isOneLine(String text) {
		return LINE_BREAK.containsNone(text);
	}

	/**
	 * Returns whether a character of the text carries more than {@link #MAX_MARKS}
	 * combining marks, as decomposed. Ignorable characters between them do not count.
	 */
	public static boolean hasStackedMarks(String text) {
		if (MARK.containsNone(text)) {
			return false;
		}
		var marks = 0;
		var decomposed = Normalizer2.getNFDInstance().normalize(text);
		for (int at = 0; at < decomposed.length();) {
			var character = decomposed.codePointAt(at);
			at += Character.charCount(character);
			if (MARK.contains(character)) {
				if (++marks > MAX_MARKS) {
					return true;
				}
			}
			else if (!IGNORABLE.contains(character)) {
				marks = 0;
			}
		}
		return false;
	}

}
