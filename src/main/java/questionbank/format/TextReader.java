package questionbank.format;

import java.util.regex.Pattern;

/** Recognizes the plain-text form. */
final class TextReader {

	static final Pattern NUMBERED_QUESTION = Pattern.compile("(question|q)\\h*#?(\\d{1,6})\\h*([.:)–-]\\h*(.*))?",
			Pattern.CASE_INSENSITIVE);

	private TextReader() {
	}

}
