package questionbank.practice;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import questionbank.practice.AnswerEvaluation.Pair;

/**
 * Chooses the threshold of the answer check, and cross-validates the choice with one
 * question left out at a time.
 */
final class ThresholdSelection {

	/** Bound on both error rates of the promise. */
	static final double PROMISE = 0.02;

	/** Bound while choosing; the rest is margin for questions not yet seen. */
	private static final double BOUND = 0.015;

	private static final int HIGHEST = 90;

	private ThresholdSelection() {
	}

	/**
	 * Finds the lowest threshold, in hundredths, from which on both error rates are
	 * within the bound.
	 */
	static double choose(AnswerEvaluation evaluation) {
		var threshold = HIGHEST;
		while (threshold > 0 && isWithinBound(evaluation, (threshold - 1) / 100.0)) {
			threshold--;
		}
		return threshold / 100.0;
	}

	private static boolean isWithinBound(AnswerEvaluation evaluation, double threshold) {
		var ticked = AnswerEvaluation.from(threshold);
		return evaluation.wrongTicks(ticked).value() <= BOUND && evaluation.falsePositiveRate(ticked).value() <= BOUND;
	}

	/**
	 * Chooses a threshold for each question on all other questions.
	 * @return the thresholds by prompt
	 */
	static Map<String, Double> leaveOneQuestionOut(AnswerEvaluation evaluation) {
		return evaluation.pairs()
			.stream()
			.map((pair) -> pair.question().prompt())
			.distinct()
			.collect(Collectors.toMap(Function.identity(),
					(prompt) -> choose(evaluation.where((pair) -> !pair.question().prompt().equals(prompt)))));
	}

	/** Whether pairs are ticked, each by the threshold that was chosen without it. */
	static Predicate<Pair> heldOut(AnswerEvaluation evaluation) {
		var thresholds = leaveOneQuestionOut(evaluation);
		return (pair) -> pair.score().isCovered(Objects.requireNonNull(thresholds.get(pair.question().prompt())));
	}

}
