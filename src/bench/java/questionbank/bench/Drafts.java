package questionbank.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import questionbank.question.Audience;
import questionbank.question.Difficulty;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionStatus;

/** Generates random questions of realistic length and markup. */
final class Drafts {

	private static final int TOPICS = 40;

	private final Vocabulary vocabulary;

	private final RandomGenerator random;

	private final List<String> topics;

	Drafts(Vocabulary vocabulary, RandomGenerator random) {
		this.vocabulary = vocabulary;
		this.random = random;
		this.topics = Stream
			.generate(() -> vocabulary.significantWord(random)
					+ ((random.nextInt(3) > 0) ? "" : "-" + vocabulary.significantWord(random)))
			.filter((slug) -> slug.length() <= 40)
			.distinct()
			.limit(TOPICS)
			.toList();
	}

	QuestionDraft next() {
		return new QuestionDraft(this.vocabulary.line(this.random, 8, 25) + "?", difficulty(), answer(),
				several(5, 8, () -> this.vocabulary.line(this.random, 6, 13)),
				several(3, 4, () -> this.vocabulary.line(this.random, 10, 18) + "?"), topics(), status(),
				(this.random.nextInt(100) < 3) ? Audience.INTERVIEWERS : Audience.EVERYONE,
				"Generated for a benchmark");
	}

	private Difficulty difficulty() {
		var drawn = this.random.nextInt(100);
		return (drawn < 30) ? Difficulty.EASY : (drawn < 80) ? Difficulty.MEDIUM : Difficulty.HARD;
	}

	private QuestionStatus status() {
		var drawn = this.random.nextInt(100);
		return (drawn < 2) ? QuestionStatus.DRAFT : (drawn < 4) ? QuestionStatus.RETIRED : QuestionStatus.PUBLISHED;
	}

	/** Generates 100 to 180 words in sentences, some with a list or emphasis. */
	private String answer() {
		var sentences = new ArrayList<String>();
		var words = this.random.nextInt(100, 165);
		while (words > 0) {
			var sentence = this.vocabulary.line(this.random, 8, 16);
			words -= sentence.split(" ").length;
			sentences.add(sentence + ".");
		}
		return switch (this.random.nextInt(5)) {
			case 0 -> String.join("\n- ", sentences);
			case 1 -> "**" + sentences.get(0) + "** " + String.join(" ", sentences.subList(1, sentences.size()));
			case 2 -> String.join("\n\n", sentences);
			default -> String.join(" ", sentences);
		};
	}

	/** Draws topics, a few of them far more often than the rest. */
	private List<String> topics() {
		return IntStream.range(0, this.random.nextInt(2, 5))
			.mapToObj((i) -> this.topics.get((int) (TOPICS * this.random.nextDouble() * this.random.nextDouble())))
			.distinct()
			.toList();
	}

	private List<String> several(int min, int max, Supplier<String> text) {
		return Stream.generate(text).limit(this.random.nextInt(min, max + 1)).toList();
	}

}
