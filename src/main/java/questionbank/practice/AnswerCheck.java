package questionbank.practice;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import questionbank.question.QuestionCatalogue;
import questionbank.textanalysis.TextAnalysis;
import questionbank.textanalysis.TextAnalysis.Coverage;
import questionbank.textanalysis.TextAnalysis.Word;

/**
 * Finds the key points that a typed answer seems to cover. Compares words and characters,
 * not meaning; a key point without a match may still be covered.
 * <p>
 * The score of a key point is the mean of two measures: the share of its distinct words,
 * weighted by rarity, that stand close together in the answer, and the
 * {@linkplain TextAnalysis#similarities similarity} of its characters to those of the
 * answer's most similar sentence.
 * <p>
 * Accuracy on questions that were not used to choose the threshold: at most 2 % of the
 * ticks on answers that cover at least one key point are wrong, and at most 2 % of the
 * key points that an answer does not cover are ticked. An answer that uses the terms of
 * the question to say something false can be ticked more often. The measured figures are
 * under “The answer check” in {@code src/bench/README.md}.
 */
@Component
class AnswerCheck {

	/**
	 * The score from which a key point looks covered. Chosen by {@code AnswerBenchmark}.
	 */
	static final double THRESHOLD = 0.40;

	/** Fewer matching words may be a coincidence. */
	private static final int MINIMUM_WORDS = 3;

	/** Bounds the time; later words are ignored. */
	private static final int MAXIMUM_WORDS = 2_000;

	private final QuestionCatalogue catalogue;

	AnswerCheck(QuestionCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	/**
	 * Finds the covered key points.
	 * @return for each key point in order, the words of the answer that cover it; empty
	 * if it does not look covered
	 */
	List<List<String>> covered(String prompt, List<String> points, String answer) {
		return scores(prompt, points, answer).stream()
			.map((score) -> score.isCovered(THRESHOLD) ? score.words() : List.<String>of())
			.toList();
	}

	/** Scores each key point against the answer, in order. */
	List<Score> scores(String prompt, List<String> points, String answer) {
		var promptWords = TextAnalysis.words(prompt);
		var answerWords = first(TextAnalysis.words(answer));
		var similarities = TextAnalysis.similarities(points, answer.substring(0, end(answerWords)));
		var pointWords = points.stream().map(TextAnalysis::words).toList();
		var rarity = this.catalogue.rarity(pointWords.stream().flatMap(Collection::stream).toList());
		return IntStream.range(0, points.size())
			.mapToObj((i) -> Score.of(TextAnalysis.coverage(pointWords.get(i), promptWords, rarity, answerWords),
					similarities.get(i)))
			.toList();
	}

	private static List<Word> first(List<Word> words) {
		return words.subList(0, Math.min(MAXIMUM_WORDS, words.size()));
	}

	private static int end(List<Word> words) {
		if (words.isEmpty()) {
			return 0;
		}
		var last = words.get(words.size() - 1);
		return last.start() + last.text().length();
	}

	/**
	 * The similarity of an answer to a key point.
	 *
	 * @param share of the weight of the key point's distinct words, 0 to 1
	 * @param similarity of the characters of the most similar sentence, 0 to 1
	 * @param words of the answer that match, each once, in order
	 * @param size the number of distinct words of the key point
	 */
	record Score(double share, double similarity, List<String> words, int size) {

		static Score of(Coverage coverage, double similarity) {
			return new Score(coverage.share(), similarity, coverage.words(), coverage.size());
		}

		double value() {
			return (this.share + this.similarity) / 2;
		}

		/** Whether enough words match, whatever the score. */
		boolean hasEnoughWords() {
			return !this.words.isEmpty() && this.words.size() >= Math.min(MINIMUM_WORDS, this.size);
		}

		boolean isCovered(double threshold) {
			return value() >= threshold && hasEnoughWords();
		}

	}

}
