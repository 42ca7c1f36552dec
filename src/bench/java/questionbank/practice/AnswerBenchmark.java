package questionbank.practice;

import java.util.stream.IntStream;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

import questionbank.question.QuestionBank;

/**
 * Says how often the answer check is right, on labelled answers and at several
 * thresholds.
 */
final class AnswerBenchmark {

	private AnswerBenchmark() {
	}

	public static void main(String[] args) throws ReflectiveOperationException {
		var program = Class.forName("questionbank.QuestionBankApplication");
		try (var context = new SpringApplicationBuilder(program).web(WebApplicationType.NONE)
			.run("--spring.datasource.url=jdbc:h2:mem:answers", "--questionbank.data=./target/bench/answers",
					"--logging.level.root=error", "--bench.bare=")) {
			var all = LabelledAnswer.all();
			var judgement = AnswerJudgement.of(all, context.getBean(AnswerCheck.class),
					context.getBean(QuestionBank.class));
			System.out.printf("%d answers; of the pairs of a key point and an answer %d are covered and %d are not%n",
					all.size(), judgement.count(true), judgement.count(false));
			System.out.printf("AUC %.3f; the threshold is %.2f%n%n", judgement.auc(), AnswerCheck.THRESHOLD);
			System.out.println("| threshold | ticks | precision | recall | false ticks | of what is not covered |");
			System.out.println("|--:|--:|--:|--:|--:|--:|");
			IntStream.rangeClosed(5, 17).forEach((step) -> System.out.println(judgement.row(0.04 * step)));
		}
	}

}
