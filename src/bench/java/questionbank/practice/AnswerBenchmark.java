package questionbank.practice;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

import questionbank.practice.AnswerCheck.Score;
import questionbank.practice.AnswerEvaluation.Kind;
import questionbank.practice.AnswerEvaluation.Pair;
import questionbank.practice.AnswerEvaluation.Share;
import questionbank.question.QuestionBank;

/**
 * Prints how often the answer check is right on labelled answers: by measure, by
 * threshold, and on held-out questions by thresholds chosen on the others.
 */
final class AnswerBenchmark {

	private static final int WORDS = 2_000;

	private static final int RUNS = 200;

	private AnswerBenchmark() {
	}

	public static void main(String[] args) throws ReflectiveOperationException {
		var program = Class.forName("questionbank.QuestionBankApplication");
		try (var context = new SpringApplicationBuilder(program).web(WebApplicationType.NONE)
			.run("--spring.datasource.url=jdbc:h2:mem:answers", "--questionbank.data=./target/bench/answers",
					"--logging.level.root=error", "--bench.bare=")) {
			var check = context.getBean(AnswerCheck.class);
			var ten = LabelledQuestion.ofTheTen(context.getBean(QuestionBank.class));
			var others = LabelledQuestion.ofOtherFields();
			var all = LabelledQuestion.all(context.getBean(QuestionBank.class));
			var own = AnswerEvaluation.ofOwnPoints(all, check);
			var foreign = AnswerEvaluation.ofForeignPoints(all, all.size() - 1, check);
			printSets(List.of(ten, others, all), check);
			printThresholds(own, foreign);
			printHeldOut(own);
			printTime(check, ten.get(0), all);
		}
	}

	private static void printSets(List<List<LabelledQuestion>> sets, AnswerCheck check) {
		print("| questions | answers | covered | not covered | AUC of words | of characters | of the mean |%n"
				+ "|--:|--:|--:|--:|--:|--:|--:|%n");
		for (var questions : sets) {
			var own = AnswerEvaluation.ofOwnPoints(questions, check);
			print("| %d | %d | %d | %d | %.3f | %.3f | %.3f |%n", questions.size(),
					questions.stream().mapToInt((question) -> question.answers().size()).sum(),
					own.count(Pair::covered), own.count((pair) -> !pair.covered()), own.auc(Score::share),
					own.auc(Score::similarity), own.auc(Score::value));
		}
	}

	private static void printThresholds(AnswerEvaluation own, AnswerEvaluation foreign) {
		print("%n%d pairs with key points of other questions%n%n", foreign.pairs().size());
		print("| threshold | right ticks | wrong ticks | wrong, of ticks | on answers that cover nothing "
				+ "| of what is not covered | of other questions | recall |%n|--:|--:|--:|--:|--:|--:|--:|--:|%n");
		IntStream.rangeClosed(8, 30).mapToDouble((step) -> step / 50.0).forEach((threshold) -> {
			var ticked = AnswerEvaluation.from(threshold);
			var wrong = own.wrongTicks(ticked);
			print("| %.2f | %d | %d | %.2f %% | %d | %.2f %% | %.3f %% | %.3f |%n", threshold,
					wrong.whole() - wrong.part(), wrong.part(), 100 * wrong.value(), count(own, ticked),
					100 * own.falsePositiveRate(ticked).value(), 100 * foreign.falsePositiveRate(ticked).value(),
					own.recall(ticked).value());
		});
	}

	private static int count(AnswerEvaluation own, Predicate<Pair> ticked) {
		return own.count(ticked.and((pair) -> pair.kind() == Kind.COVERS_NOTHING));
	}

	private static void printHeldOut(AnswerEvaluation own) {
		print("%nThe threshold is %.2f; chosen on all questions it is %.2f; with one question left out %s%n%n",
				AnswerCheck.THRESHOLD, ThresholdSelection.choose(own),
				new TreeSet<>(ThresholdSelection.leaveOneQuestionOut(own).values()));
		var ticked = ThresholdSelection.heldOut(own);
		print("| on held-out questions | %% | 95 %% interval | of |%n|---|--:|--:|--:|%n");
		row("wrong ticks, of ticks on answers that cover something", own.wrongTicks(ticked));
		row("ticked, of what is not covered", own.falsePositiveRate(ticked));
		var nothing = own.where((pair) -> pair.kind() == Kind.COVERS_NOTHING);
		row("the same of answers that cover nothing", nothing.falsePositiveRate(ticked));
		row("right ticks, of all ticks", own.precision(ticked));
		row("recall", own.recall(ticked));
		for (var source : LabelledQuestion.Source.values()) {
			row("recall, " + source, own.where((pair) -> pair.question().source() == source).recall(ticked));
		}
	}

	private static void row(String name, Share share) {
		print("| %s | %.2f %% | %.2f to %.2f %% | %d of %d |%n", name, 100 * share.value(), 100 * share.lower(),
				100 * share.upper(), share.part(), share.whole());
	}

	/**
	 * Processor time of a check of a long answer against the key points of a question.
	 */
	private static void printTime(AnswerCheck check, LabelledQuestion question, List<LabelledQuestion> all) {
		var words = all.stream()
			.flatMap((one) -> one.answers().stream())
			.flatMap((answer) -> Stream.of(answer.text().split("(?<= )")))
			.limit(WORDS)
			.collect(Collectors.joining());
		var clock = ManagementFactory.getThreadMXBean();
		var times = new double[RUNS];
		for (int i = -RUNS; i < RUNS; i++) {
			var start = clock.getCurrentThreadCpuTime();
			check.covered(question.prompt(), question.keyPoints(), words);
			times[Math.max(0, i)] = (clock.getCurrentThreadCpuTime() - start) / 1e6;
		}
		Arrays.sort(times);
		print("%n%d words, %d key points: %.1f ms of processor time at p50, %.1f ms at p95%n", WORDS,
				question.keyPoints().size(), times[RUNS / 2], times[RUNS * 95 / 100]);
	}

	private static void print(String format, Object... values) {
		System.out.printf(Locale.ROOT, format, values);
	}

}
