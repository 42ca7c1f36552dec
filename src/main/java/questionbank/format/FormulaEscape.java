package questionbank.format;

import java.util.regex.Pattern;

/**
 * Escapes cells that a spreadsheet would take for a formula by a leading apostrophe, and
 * restores them.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV
 * injection</a>
 */
final class FormulaEscape {

	/** Some spreadsheets also take the full-width characters. */
	private static final Pattern FORMULA = Pattern.compile("'*+[=+\\-@\\t\\r\\uFF1D\\uFF0B\\uFF0D\\uFF20]");

	private FormulaEscape() {
	}

	static String escape(String text) {
		return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
	}

	static String restore(String text) {
		return (text.startsWith("'") && FORMULA.matcher(text).lookingAt()) ? text.substring(1) : text;
	}

}
