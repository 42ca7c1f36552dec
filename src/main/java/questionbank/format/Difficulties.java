package questionbank.format;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionEntry.Finding;

/**
 * The words and numbers by which files state a difficulty. What a number means depends on
 * the other numbers of the file, which are read when the first one is met.
 */
final class Difficulties {

	static final String MISSING = "No difficulty is given: to be chosen.";

	static final String UNKNOWN = "This difficulty is unknown: to be chosen.";

	private static final Map<String, String> WORDS = words();

	private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})(\\.0{1,9})?");

	private static final List<String> SCALE = List.of("easy", "medium", "hard");

	private final Source numbers;

	private @Nullable Integer first;

	private boolean scanned;

	/**
	 * Creates an interpretation.
	 * @param numbers reads the numbers of the file
	 */
	Difficulties(Source numbers) {
		this.numbers = numbers;
	}

	private static Map<String, String> words() {
		var words = new HashMap<String, String>();
		for (var word : "easy beginner junior basic simple low entry novice".split(" ")) {
			words.put(word, "easy");
		}
		for (var word : "medium intermediate moderate mid middle normal average".split(" ")) {
			words.put(word, "medium");
		}
		for (var word : "hard advanced senior difficult expert high".split(" ")) {
			words.put(word, "hard");
		}
		return words;
	}

	/** Returns the difficulty for a word; {@code null} if it is none. */
	static @Nullable String word(String text) {
		return WORDS.get(EntryField.folded(text));
	}

	/** Returns whether the text is a number, which only the whole file explains. */
	static boolean isNumber(String text) {
		return NUMBER.matcher(text).matches();
	}

	/** Returns whether a finding says already that the difficulty is to be chosen. */
	static boolean isSaid(List<Finding> findings) {
		return findings.stream()
			.anyMatch((finding) -> finding.message().equals(MISSING) || finding.message().equals(UNKNOWN));
	}

	/** Returns the difficulty for a number; {@code null} if it is none. */
	@Nullable String number(String text) throws IOException {
		if (!this.scanned) {
			this.scanned = true;
			this.first = start(this.numbers.read());
		}
		var level = (this.first != null) ? value(text) - this.first : -1;
		return (level >= 0 && level < SCALE.size()) ? SCALE.get(level) : null;
	}

	/** Describes how numbers are read. */
	String scale() {
		var start = (this.first != null) ? this.first : 0;
		return "The difficulties %d, %d and %d are read as easy, medium and hard.".formatted(start, start + 1,
				start + 2);
	}

	private static @Nullable Integer start(Set<String> texts) {
		var values = new TreeSet<Integer>();
		texts.forEach((text) -> values.add(value(text)));
		if (values.isEmpty() || values.last() > 3) {
			return null;
		}
		if (values.last() < 3) {
			return 0;
		}
		return (values.first() > 0) ? 1 : null;
	}

	private static int value(String text) {
		var number = NUMBER.matcher(text);
		return number.matches() ? Integer.parseInt(number.group(1)) : -1;
	}

	/** Reads the difficulties of a file that are numbers. */
	@FunctionalInterface
	interface Source {

		Set<String> read() throws IOException;

	}

}
