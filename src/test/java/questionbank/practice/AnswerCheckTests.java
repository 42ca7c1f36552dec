package questionbank.practice;

import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.DatabaseTest;
import questionbank.practice.AnswerCheck.Score;
import questionbank.practice.AnswerEvaluation.Pair;
import questionbank.practice.LabelledQuestion.Source;
import questionbank.question.QuestionBank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The answer check on 280 labelled answers to 59 questions. */
@DatabaseTest
@Tag("one-database")
class AnswerCheckTests {

	private static final List<String> POINTS = List.of("Rotate credentials in a secret store",
			"Confirm encryption in transit and at rest", "Grant the least privilege that is needed");

	@Autowired
	private AnswerCheck check;

	@Autowired
	private QuestionBank bank;

	@Test
	void keepsItsErrorRatesOnQuestionsOutsideTheThresholdSelection() {
		var own = AnswerEvaluation.ofOwnPoints(LabelledQuestion.all(this.bank), this.check);
		assertThat(own.pairs()).hasSizeGreaterThan(1_700);
		var ticked = ThresholdSelection.heldOut(own);
		var wrong = own.where((pair) -> ticked.test(pair) && !pair.covered()).pairs().stream().map(Pair::text).toList();
		assertThat(own.wrongTicks(ticked).value()).as("%s", wrong).isLessThanOrEqualTo(ThresholdSelection.PROMISE);
		assertThat(own.falsePositiveRate(ticked).value()).as("%s", wrong)
			.isLessThanOrEqualTo(ThresholdSelection.PROMISE);
		assertThat(own.recall(ticked).value()).isGreaterThan(0.15);
	}

	@Test
	void rarelyTicksKeyPointsOfOtherQuestions() {
		var foreign = AnswerEvaluation.ofForeignPoints(LabelledQuestion.all(this.bank), 4, this.check);
		assertThat(foreign.pairs()).hasSizeGreaterThan(5_000);
		assertThat(foreign.falsePositiveRate(AnswerEvaluation.from(AnswerCheck.THRESHOLD)).value())
			.isLessThanOrEqualTo(0.002);
	}

	@Test
	void usesTheThresholdSelectedOnAllQuestions() {
		var own = AnswerEvaluation.ofOwnPoints(LabelledQuestion.all(this.bank), this.check);
		assertThat(AnswerCheck.THRESHOLD).isCloseTo(ThresholdSelection.choose(own), within(0.03));
	}

	@Test
	void bothMeasuresSeparateBetterThanEitherAlone() {
		for (var questions : List.of(LabelledQuestion.ofTheTen(this.bank), LabelledQuestion.ofOtherFields())) {
			var own = AnswerEvaluation.ofOwnPoints(questions, this.check);
			assertThat(own.auc(Score::value)).as("%s", questions.get(0).source())
				.isGreaterThan(own.auc(Score::share))
				.isGreaterThan(own.auc(Score::similarity))
				.isGreaterThan((questions.get(0).source() == Source.TEN) ? 0.84 : 0.68);
		}
	}

	@Test
	void matchesStemsAndSynonyms() {
		var covered = this.check.covered("How do you make it secure?", POINTS,
				"We were encrypting everything with TLS while in transit, and at rest too.");
		assertThat(covered.get(1)).contains("encrypting");
		assertThat(covered.get(0)).isEmpty();
		assertThat(covered.get(2)).isEmpty();
	}

	@Test
	void ignoresScatteredWords() {
		var covered = this.check.covered("How?", POINTS,
				"The credentials were mine. " + "Then something else. ".repeat(20) + "The store was closed. "
						+ "And on it went. ".repeat(20) + "Crops rotate. Secret agents.");
		assertThat(covered.get(0)).isEmpty();
	}

	@Test
	void countsARepeatedWordOnce() {
		var once = score("Rotate credentials, store credentials, revoke credentials", "The credentials were lost.");
		var twice = score("Rotate credentials, store credentials, revoke credentials",
				"The credentials, credentials, and credential were lost.");
		assertThat(once.size()).isEqualTo(4);
		assertThat(twice.words()).containsExactly("credentials");
		assertThat(twice.share()).isEqualTo(once.share());
		assertThat(twice.hasEnoughWords()).isFalse();
	}

	@Test
	void countsSynonymsAsOneWord() {
		var score = score("Monitoring and observability of queues", "Observability, monitoring, and monitored again");
		assertThat(score.size()).isEqualTo(2);
		assertThat(score.words()).hasSize(1);
	}

	@Test
	void matchesMisspeltWordsByTheirCharacters() {
		var point = "Reconciliation of totals";
		assertThat(score(point, "reconcilliation every night").similarity())
			.isGreaterThan(score(point, "lunch every night").similarity() + 0.2);
	}

	@Test
	void readsOnlyTheFirstTwoThousandWords() {
		var point = "Rotate credentials in a secret store";
		assertThat(score(point, "else ".repeat(1_990) + ". " + point).words()).isNotEmpty();
		var late = score(point, "else ".repeat(2_000) + ". " + point);
		assertThat(late.words()).isEmpty();
		assertThat(late.similarity()).isZero();
	}

	@Test
	void findsNothingInEmptyInput() {
		assertThat(this.check.covered("How?", POINTS, "")).containsExactly(List.of(), List.of(), List.of());
		assertThat(this.check.covered("How?", List.of("", "and or the"), "and or the")).containsOnly(List.of());
		assertThat(this.check.covered("", List.of(), "Anything")).isEmpty();
	}

	private Score score(String point, String answer) {
		return this.check.scores("How?", List.of(point), answer).get(0);
	}

}
