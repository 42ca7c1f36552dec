package questionbank.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import questionbank.web.UnicodeText;

/**
 * Lists in one text: an item on each line. The items get bullets, and further lines of an
 * item are indented, if the lines alone would be read as other items.
 */
final class ItemLines {

	private static final Pattern BULLET = Pattern.compile("[-*+•] +(?=\\S)");

	private static final String INDENT = "  ";

	private ItemLines() {
	}

	static String join(List<String> items) {
		var plain = items.stream().noneMatch((item) -> item.indexOf('\n') >= 0)
				&& !items.stream().allMatch((item) -> BULLET.matcher(item).lookingAt());
		return plain ? String.join("\n", items) : bulleted(items);
	}

	static String bulleted(List<String> items) {
		return items.stream().map((item) -> "- " + item.replace("\n", "\n" + INDENT)).collect(Collectors.joining("\n"));
	}

	static List<String> split(String text) {
		var lines = text.lines().filter((line) -> !line.isBlank()).toList();
		var bulleted = !lines.isEmpty() && lines.stream()
			.allMatch((line) -> line.startsWith(INDENT) || BULLET.matcher(line.stripLeading()).lookingAt());
		return bulleted ? bullets(text) : lines.stream().map(UnicodeText::strip).toList();
	}

	private static List<String> bullets(String text) {
		var items = new ArrayList<String>();
		for (var line : text.lines().toList()) {
			var bullet = BULLET.matcher(line);
			if (bullet.lookingAt() || items.isEmpty()) {
				items.add(BULLET.matcher(line.stripLeading()).replaceFirst(""));
			}
			else {
				var last = items.size() - 1;
				items.set(last, items.get(last) + "\n" + (line.startsWith(INDENT) ? line.substring(2) : line));
			}
		}
		return items.stream().map(UnicodeText::strip).filter((item) -> !item.isEmpty()).toList();
	}

}
