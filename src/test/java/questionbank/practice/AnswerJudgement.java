package questionbank.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import questionbank.World;
import questionbank.question.QuestionBank;

/**
 * How the answer check does on labelled answers: on each key point of each, what it says
 * and what is so.
 *
 * @param pairs a key point and an answer each
 */
record AnswerJudgement(List<Pair> pairs) {

	static AnswerJudgement of(List<LabelledAnswer> answers, AnswerCheck check, QuestionBank bank) {
		var pairs = new ArrayList<Pair>();
		for (var answer : answers) {
			var question = bank.find(answer.question(), World.CANDIDATE).orElseThrow().content();
			var looks = check.looks(question.prompt(), question.keyPoints(), answer.text());
			for (int i = 0; i < looks.size(); i++) {
				pairs.add(new Pair(looks.get(i), answer.covers().contains(i + 1),
						question.keyPoints().get(i) + " <- " + answer.text()));
			}
		}
		return new AnswerJudgement(pairs);
	}

	/** The share of ticks that are right; 1 of none. */
	double precision(double threshold) {
		var ticks = ticks(threshold);
		return ticks.isEmpty() ? 1 : ticks.stream().filter(Pair::covered).count() / (double) ticks.size();
	}

	/** The share of what is covered that is ticked. */
	double recall(double threshold) {
		return ticks(threshold).stream().filter(Pair::covered).count() / (double) count(true);
	}

	/** The share of what is not covered that is ticked all the same. */
	double fallOut(double threshold) {
		return falseTicks(threshold).size() / (double) count(false);
	}

	/** How likely something covered looks more so than something that is not. */
	double auc() {
		var sum = 0.0;
		for (var one : this.pairs) {
			for (var other : this.pairs) {
				if (one.covered && !other.covered) {
					sum += (1 + Math.signum(one.look.share() - other.look.share())) / 2;
				}
			}
		}
		return sum / (count(true) * (double) count(false));
	}

	List<Pair> falseTicks(double threshold) {
		return ticks(threshold).stream().filter((pair) -> !pair.covered).toList();
	}

	List<Pair> ticks(double threshold) {
		return this.pairs.stream().filter((pair) -> pair.look.isEnough(threshold)).toList();
	}

	long count(boolean covered) {
		return this.pairs.stream().filter((pair) -> pair.covered == covered).count();
	}

	/** A row of a table. */
	String row(double threshold) {
		return String.format(Locale.ROOT, "| %.2f | %d | %.3f | %.3f | %.2f %% | %.2f %% |", threshold,
				ticks(threshold).size(), precision(threshold), recall(threshold), 100 * (1 - precision(threshold)),
				100 * fallOut(threshold));
	}

	/** What is said of a key point and an answer, and whether it is covered. */
	record Pair(AnswerCheck.Look look, boolean covered, String text) {
	}

	static Map<String, List<LabelledAnswer>> halves(List<LabelledAnswer> all) {
		return Map.of("odd", all.stream().filter((one) -> one.question() % 2 == 1).toList(), "even",
				all.stream().filter((one) -> one.question() % 2 == 0).toList());
	}

}
