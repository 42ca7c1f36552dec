package questionbank.desk;

import java.text.StringCharacterIterator;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.text.SearchIterator;
import com.ibm.icu.text.StringSearch;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.text.UnicodeSetSpanner;
import com.ibm.icu.util.ULocale;

/**
 * Replaces text regardless of its Unicode normalization form. It is found by the
 * collation of CLDR's root locale at tertiary strength, which distinguishes case, accents
 * and punctuation, but ignores composition, soft hyphens and zero-width characters.
 */
final class TextSearch {

	private static final RuleBasedCollator COLLATOR = collator();

	private static final UnicodeSetSpanner IGNORABLE = new UnicodeSetSpanner(
			new UnicodeSet("[:Default_Ignorable_Code_Point:]").freeze());

	private TextSearch() {
	}

	private static RuleBasedCollator collator() {
		var collator = (RuleBasedCollator) Collator.getInstance(ULocale.ROOT);
		collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
		return (RuleBasedCollator) collator.freeze();
	}

	/**
	 * Replaces every occurrence of a text.
	 * @param find not empty; if collation ignores all of it, such as a soft hyphen, it is
	 * found character by character
	 */
	static String replaceAll(String text, String find, String replacement) {
		if (COLLATOR.compare(find, "") == 0) {
			return text.replace(find, replacement);
		}
		if (text.chars().allMatch((c) -> c < 128)) {
			// ASCII has a single normalization form, and a plain search is many times
			// faster.
			return text.replace(IGNORABLE.deleteFrom(find), replacement);
		}
		var search = new StringSearch(find, new StringCharacterIterator(text), COLLATOR, null);
		var replaced = new StringBuilder();
		var from = 0;
		for (var at = search.first(); at != SearchIterator.DONE; at = search.next()) {
			replaced.append(text, from, at).append(replacement);
			from = at + search.getMatchLength();
		}
		return replaced.append(text, from, text.length()).toString();
	}

}
