package questionbank.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import questionbank.World;
import questionbank.question.QuestionBank;

/**
 * A question with realistic answers, each labelled with the key points that it covers in
 * the judgement of a strict interviewer.
 */
record LabelledQuestion(Source source, String prompt, List<String> keyPoints, List<Answer> answers) {

	private static final Pattern OF_THE_TEN = Pattern.compile("question: (\\d+)\nkind: \\S+\n(covers:.*)",
			Pattern.DOTALL);

	/** Loads the labelled answers to the questions of the first start, by number. */
	static List<LabelledQuestion> ofTheTen(QuestionBank bank) {
		var answers = entries("answers.txt").map(OF_THE_TEN::matcher)
			.filter((entry) -> entry.matches())
			.collect(Collectors.groupingBy((entry) -> Long.valueOf(entry.group(1)),
					Collectors.mapping((entry) -> Answer.of(entry.group(2)), Collectors.toList())));
		return answers.keySet().stream().sorted().map((id) -> {
			var content = bank.find(id, World.CANDIDATE).orElseThrow().content();
			return new LabelledQuestion(Source.TEN, content.prompt(), content.keyPoints(),
					Objects.requireNonNull(answers.get(id)));
		}).toList();
	}

	/** Loads labelled questions of other fields, which are in no bank. */
	static List<LabelledQuestion> ofOtherFields() {
		return entries("answers-other-fields.txt").map((entry) -> {
			var parts = entry.split("\n(?=point: |covers:)");
			var points = new ArrayList<String>();
			var answers = new ArrayList<Answer>();
			for (var part : Arrays.asList(parts).subList(1, parts.length)) {
				if (part.startsWith("point: ")) {
					points.add(part.substring("point: ".length()));
				}
				else {
					answers.add(Answer.of(part));
				}
			}
			return new LabelledQuestion(Source.OTHER_FIELDS, parts[0].substring("question: ".length()), points,
					answers);
		}).toList();
	}

	static List<LabelledQuestion> all(QuestionBank bank) {
		return Stream.concat(ofTheTen(bank).stream(), ofOtherFields().stream()).toList();
	}

	private static Stream<String> entries(String name) {
		try (var file = LabelledQuestion.class.getResourceAsStream(name)) {
			var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
			return Arrays.stream(text.split("\n---(\n|$)")).filter((entry) -> !entry.isBlank()).map(String::strip);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The file that a question is from. */
	enum Source {

		TEN, OTHER_FIELDS

	}

	/**
	 * An answer.
	 *
	 * @param covers the numbers of the covered key points, from 1
	 */
	record Answer(Set<Integer> covers, String text) {

		private static final Pattern COVERS = Pattern.compile("covers:((?: \\d+)*) *\n(.*)", Pattern.DOTALL);

		static Answer of(String entry) {
			var parts = COVERS.matcher(entry);
			if (!parts.matches()) {
				throw new IllegalStateException("Not a labelled answer: " + entry);
			}
			return new Answer(Arrays.stream(parts.group(1).split(" "))
				.filter((number) -> !number.isEmpty())
				.map(Integer::valueOf)
				.collect(Collectors.toUnmodifiableSet()), parts.group(2).strip());
		}

	}

}
