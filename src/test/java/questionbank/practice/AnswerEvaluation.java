package questionbank.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import questionbank.practice.AnswerCheck.Score;

/**
 * Scores of the answer check on labelled answers: one for each pair of a key point and an
 * answer.
 */
record AnswerEvaluation(List<Pair> pairs) {

	/** Scores each answer against the key points of its own question. */
	static AnswerEvaluation ofOwnPoints(List<LabelledQuestion> questions, AnswerCheck check) {
		return new AnswerEvaluation(questions.stream()
			.flatMap((question) -> question.answers().stream().flatMap((answer) -> pairs(question, answer, check)))
			.toList());
	}

	private static Stream<Pair> pairs(LabelledQuestion question, LabelledQuestion.Answer answer, AnswerCheck check) {
		var scores = check.scores(question.prompt(), question.keyPoints(), answer.text());
		var kind = answer.covers().isEmpty() ? Kind.COVERS_NOTHING : Kind.COVERS_SOME;
		return Stream.iterate(0, (i) -> i < scores.size(), (i) -> i + 1)
			.map((i) -> new Pair(question, kind, scores.get(i), answer.covers().contains(i + 1),
					question.keyPoints().get(i) + " <- " + answer.text()));
	}

	/**
	 * Scores each answer against the key points of other questions, which it does not
	 * cover.
	 * @param others the number of other questions for each answer
	 */
	static AnswerEvaluation ofForeignPoints(List<LabelledQuestion> questions, int others, AnswerCheck check) {
		var pairs = new ArrayList<Pair>();
		for (int i = 0; i < questions.size(); i++) {
			for (int j = 1; j <= others; j++) {
				var other = questions.get((i + j) % questions.size());
				for (var answer : questions.get(i).answers()) {
					check.scores(other.prompt(), other.keyPoints(), answer.text())
						.forEach((score) -> pairs.add(new Pair(other, Kind.FOREIGN, score, false, answer.text())));
				}
			}
		}
		return new AnswerEvaluation(pairs);
	}

	AnswerEvaluation where(Predicate<Pair> condition) {
		return new AnswerEvaluation(this.pairs.stream().filter(condition).toList());
	}

	/** Whether pairs are ticked from a threshold on. */
	static Predicate<Pair> from(double threshold) {
		return (pair) -> pair.score.isCovered(threshold);
	}

	Share precision(Predicate<Pair> ticked) {
		return new Share(count(ticked.and(Pair::covered)), count(ticked));
	}

	/** Returns the share of covered key points that are ticked. */
	Share recall(Predicate<Pair> ticked) {
		return new Share(count(ticked.and(Pair::covered)), count(Pair::covered));
	}

	/**
	 * Returns the share of ticks that are wrong, on answers that cover at least one key
	 * point.
	 */
	Share wrongTicks(Predicate<Pair> ticked) {
		var tries = where((pair) -> pair.kind == Kind.COVERS_SOME);
		return new Share(tries.count(ticked.and((pair) -> !pair.covered)), tries.count(ticked));
	}

	/** Returns the share of uncovered key points that are ticked. */
	Share falsePositiveRate(Predicate<Pair> ticked) {
		return new Share(count(ticked.and((pair) -> !pair.covered)), count((pair) -> !pair.covered));
	}

	int count(Predicate<Pair> condition) {
		return (int) this.pairs.stream().filter(condition).count();
	}

	/** Returns the probability that a covered pair has a higher score than another. */
	double auc(ToDoubleFunction<Score> measure) {
		var covered = values(measure, true);
		var others = values(measure, false);
		var sum = 0.0;
		for (var one : covered) {
			for (var other : others) {
				sum += (1 + Math.signum(one - other)) / 2;
			}
		}
		return sum / covered.length / others.length;
	}

	private double[] values(ToDoubleFunction<Score> measure, boolean covered) {
		return this.pairs.stream()
			.filter((pair) -> pair.covered == covered)
			.mapToDouble((pair) -> measure.applyAsDouble(pair.score))
			.toArray();
	}

	/** The relation of an answer to the key point of its pair. */
	enum Kind {

		/** An answer to the same question that covers at least one of its key points. */
		COVERS_SOME,

		/**
		 * An answer to the same question that covers none of them: off topic, or wrong.
		 */
		COVERS_NOTHING,

		/** An answer to another question. */
		FOREIGN

	}

	/**
	 * A key point and an answer.
	 *
	 * @param question the question of the key point
	 */
	record Pair(LabelledQuestion question, Kind kind, Score score, boolean covered, String text) {
	}

	/** A share with its counts. */
	record Share(int part, int whole) {

		private static final double Z = 1.96;

		/** Returns the share from 0 to 1; 0 without pairs. */
		double value() {
			return (this.whole > 0) ? this.part / (double) this.whole : 0;
		}

		/**
		 * Returns the lower bound of the Wilson score interval of 95 % (E. B. Wilson,
		 * 1927).
		 */
		double lower() {
			return bound(-1);
		}

		/** Returns the upper bound of the same interval. */
		double upper() {
			return bound(1);
		}

		private double bound(int side) {
			var n = Math.max(1, this.whole);
			var half = Z * Math.sqrt(value() * (1 - value()) / n + Z * Z / (4.0 * n * n));
			return (value() + Z * Z / (2 * n) + side * half) / (1 + Z * Z / n);
		}

	}

}
