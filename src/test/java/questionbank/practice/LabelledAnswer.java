package questionbank.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An answer that somebody might type, with what a fair and rather strict interviewer says
 * that it covers.
 *
 * @param kind right, partly or off-topic
 * @param covers the numbers of the key points, from 1
 */
record LabelledAnswer(long question, String kind, Set<Integer> covers, String text) {

	private static final Pattern ENTRY = Pattern.compile("question: (\\d+)\nkind: (\\S+)\ncovers:((?: \\d+)*) *\n(.*)",
			Pattern.DOTALL);

	/** All of them. */
	static List<LabelledAnswer> all() {
		try (var file = LabelledAnswer.class.getResourceAsStream("answers.txt")) {
			var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
			return Arrays.stream(text.split("\n---(\n|$)"))
				.filter((entry) -> !entry.isBlank())
				.map(LabelledAnswer::read)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static LabelledAnswer read(String entry) {
		var parts = ENTRY.matcher(entry.strip());
		if (!parts.matches()) {
			throw new IllegalStateException("This is no labelled answer: " + entry);
		}
		var covers = Arrays.stream(parts.group(3).strip().split(" "))
			.filter((number) -> !number.isEmpty())
			.map(Integer::valueOf)
			.collect(Collectors.toSet());
		return new LabelledAnswer(Long.parseLong(parts.group(1)), parts.group(2), covers, parts.group(4));
	}

}
