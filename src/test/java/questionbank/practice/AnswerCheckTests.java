package questionbank.practice;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.DatabaseTest;
import questionbank.question.QuestionBank;

import static org.assertj.core.api.Assertions.assertThat;

/** What looks covered, on 120 answers that were labelled without knowing the check. */
@DatabaseTest
class AnswerCheckTests {

	private static final List<String> POINTS = List.of("Rotate credentials in a secret store",
			"Confirm encryption in transit and at rest", "Grant the least privilege that is needed");

	@Autowired
	private AnswerCheck check;

	@Autowired
	private QuestionBank bank;

	@Test
	void hardlyEverTicksWhatIsNotCovered() {
		var all = LabelledAnswer.all();
		assertThat(all).hasSizeGreaterThanOrEqualTo(100);
		for (var answers : AnswerJudgement.halves(all).values()) {
			var judgement = AnswerJudgement.of(answers, this.check, this.bank);
			assertThat(judgement.precision(AnswerCheck.THRESHOLD)).as("%s", judgement.falseTicks(AnswerCheck.THRESHOLD))
				.isGreaterThanOrEqualTo(0.98);
			assertThat(judgement.fallOut(AnswerCheck.THRESHOLD)).isLessThanOrEqualTo(0.02);
			assertThat(judgement.recall(AnswerCheck.THRESHOLD)).isGreaterThan(0.25);
			assertThat(judgement.auc()).isGreaterThan(0.8);
		}
	}

	@Test
	void knowsAPointByItsStemsAndByOtherWordsForIt() {
		var covered = this.check.covered("How do you make it secure?", POINTS,
				"We were encrypting everything with TLS while in transit, and at rest too.");
		assertThat(covered.get(1)).contains("encrypting");
		assertThat(covered.get(0)).isEmpty();
		assertThat(covered.get(2)).isEmpty();
	}

	@Test
	void takesScatteredWordsForNothing() {
		var covered = this.check.covered("How?", POINTS,
				"The credentials were mine. " + "Then something else. ".repeat(20) + "The store was closed. "
						+ "And on it went. ".repeat(20) + "Crops rotate. Secret agents.");
		assertThat(covered.get(0)).isEmpty();
	}

	@Test
	void saysNothingOfNothing() {
		assertThat(this.check.covered("How?", POINTS, "")).containsExactly(List.of(), List.of(), List.of());
		assertThat(this.check.covered("How?", List.of("", "and or the"), "and or the")).containsOnly(List.of());
		assertThat(this.check.covered("", List.of(), "Anything")).isEmpty();
	}

}
