package questionbank.format;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The lines that structure the plain-text form: the number of a question, labels of one
 * line such as "Difficulty: hard", and labels of a block such as "Sample answer". A line
 * of a text that looks like one of them is written with a backslash before it.
 */
final class TextForm {

	/** Lines end at line feeds alone, but may have other line separators within. */
	private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;

	/** "Question 1", "Q1." or "Question 1: What is …?". */
	static final Pattern QUESTION = Pattern.compile("(?:question|q)\\h*#?(\\d{1,6})\\h*(?:[.:)–-]\\h*(.*))?", FLAGS);

	/** "1. What is …?", which may also be an item of a list. */
	static final Pattern NUMBER = Pattern.compile("(\\d{1,6})[.)]\\h+(.*)", FLAGS);

	/** "Difficulty: hard". */
	static final Pattern FIELD = Pattern
		.compile("(id|difficulty|level|expertise|topics?|tags?|category|status|audience)\\h*[:=–-]\\h*(.*)", FLAGS);

	/** "Sample answer", or "Answer: It is …". */
	static final Pattern BLOCK = Pattern.compile("((?:sample |model |suggested )?answer|key points|good to hear"
			+ "|follow-up questions|follow-ups|sources?|problem)\\h*(?::\\h*(.*))?", FLAGS);

	private static final Pattern ESCAPED = Pattern.compile("(\\h*)(\\\\*)(\\S.*)?", Pattern.DOTALL);

	private TextForm() {
	}

	/** Returns the match of a pattern with a line; {@code null} without. */
	static @Nullable Matcher match(Pattern pattern, String line) {
		var matcher = pattern.matcher(line.strip());
		return matcher.matches() ? matcher : null;
	}

	static EntryField field(String label) {
		var field = EntryField.named(label.toLowerCase(Locale.ROOT).replace("sample ", ""));
		return (field != null) ? field : EntryField.PROBLEM;
	}

	/**
	 * Returns whether a line structures the form.
	 * @param prompt in the prompt a number begins a question, elsewhere an item of a list
	 */
	private static boolean isMarker(String line, boolean prompt) {
		return match(QUESTION, line) != null || match(FIELD, line) != null || match(BLOCK, line) != null
				|| (prompt && match(NUMBER, line) != null);
	}

	static String escape(String text, boolean prompt) {
		return text.lines().map((line) -> escapeLine(line, prompt)).collect(Collectors.joining("\n"));
	}

	private static String escapeLine(String line, boolean prompt) {
		var parts = ESCAPED.matcher(line);
		return (parts.matches() && parts.group(3) != null && isMarker(parts.group(3), prompt))
				? parts.group(1) + "\\" + parts.group(2) + parts.group(3) : line;
	}

	static String restoreLine(String line, boolean prompt) {
		var parts = ESCAPED.matcher(line);
		return (parts.matches() && !parts.group(2).isEmpty() && parts.group(3) != null
				&& isMarker(parts.group(3), prompt)) ? parts.group(1) + parts.group(2).substring(1) + parts.group(3)
						: line;
	}

	static String restore(List<String> lines, boolean prompt) {
		return lines.stream().map((line) -> restoreLine(line, prompt)).collect(Collectors.joining("\n"));
	}

}
