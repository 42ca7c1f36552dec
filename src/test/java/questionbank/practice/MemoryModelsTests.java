package questionbank.practice;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

import questionbank.HtmlPage;
import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccount;
import questionbank.TestAccounts;
import questionbank.Visitor;
import questionbank.World;
import questionbank.account.Role;
import questionbank.account.Viewer;
import questionbank.practice.PracticeSession.Kind;
import questionbank.question.Difficulty;
import questionbank.scheduling.Fsrs;
import questionbank.scheduling.Grade;
import questionbank.scheduling.Memory;
import questionbank.scheduling.ReviewedCard;

import static org.assertj.core.api.Assertions.assertThat;
import static questionbank.practice.PracticeSteps.answerOne;

/** Memory models are fitted to the answers of a learner in the background. */
@PageTest
class MemoryModelsTests {

	private static final int QUESTIONS = 10;

	private static final String NEWS = "p.news";

	@Autowired
	private MemoryModels models;

	@Autowired
	private Learners learners;

	@Autowired
	private StudyPlans studyPlans;

	@Autowired
	private Cards cards;

	@Autowired
	private PracticeSessionRepository sessions;

	@Autowired
	private AttemptRepository attempts;

	@Autowired
	private CardReplay replay;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private MovingClock clock;

	@Autowired
	private JdbcClient database;

	@Test
	void fitsAndReplaysOnceADayAfterATenthMoreAnswers() {
		var identity = newLearner(this.accounts.add(Role.CANDIDATE));
		var learner = this.learners.find(identity).orElseThrow().id();
		answer(learner, 390, true);
		this.models.fitDue();
		assertThat(this.models.find(learner)).isEmpty();
		answer(learner, 30, true);
		this.replay.replayAll();
		var before = memories(learner);
		this.models.fitDue();
		var model = this.models.find(learner).orElseThrow();
		assertThat(model.fit().isKept()).isTrue();
		assertThat(model.fit().reviews()).isEqualTo(420);
		assertThat(model.fit().lossAfter()).isLessThan(model.fit().lossBefore());
		assertThat(this.cards.model(learner).weights()).isEqualTo(model.fit().model().weights());
		assertThat(memories(learner)).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
		var fitted = memories(learner);
		this.replay.replayAll();
		assertThat(memories(learner)).isEqualTo(fitted);

		answer(learner, 50, true);
		this.models.fitDue();
		assertThat(this.models.find(learner).orElseThrow().fittedAt()).isEqualTo(model.fittedAt());
		this.clock.advance(Duration.ofHours(25));
		this.models.fitDue();
		assertThat(this.models.find(learner).orElseThrow().fit().reviews()).isEqualTo(470);
		answer(learner, 40, true);
		this.clock.advance(Duration.ofHours(25));
		this.models.fitDue();
		assertThat(this.models.find(learner).orElseThrow().fit().reviews()).isEqualTo(470);
	}

	@Test
	void answersThatDoNotCountAreFittedButNotScheduled() {
		var learner = this.learners.find(newLearner(this.accounts.add(Role.CANDIDATE))).orElseThrow().id();
		answer(learner, 200, true);
		answer(learner, 210, false);
		this.replay.replayAll();
		this.models.fitDue();
		assertThat(this.models.find(learner).orElseThrow().fit().reviews()).isEqualTo(410);
		assertThat(this.cards.findAll(learner, this.clock.instant()).stream().mapToInt(ReviewedCard::reviews).sum())
			.isEqualTo(200);
	}

	@Test
	void theReadinessIsThatOfTheModel() {
		var identity = newLearner(this.accounts.add(Role.CANDIDATE));
		var learner = this.learners.find(identity).orElseThrow().id();
		answer(learner, QUESTIONS, true);
		this.replay.replayAll();
		this.clock.advance(Duration.ofDays(10));
		var before = this.studyPlans.status(identity).plan().readiness();
		// The first answers alone do not depend on the last weight, the decay.
		var weights = Fsrs.DEFAULT.weights();
		weights[20] = 0.8;
		this.database.sql(
				"insert into learner_weights values (:id, true, :now, :now, true, :weights, 400, 80, 1, 0, :weights, null)")
			.param("id", learner)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("weights", new SqlArrayValue("float8", Arrays.stream(weights).boxed().toArray()))
			.update();
		assertThat(this.studyPlans.status(identity).plan().readiness()).isLessThan(before - 0.01);
	}

	@Test
	void aReadinessThatAFitMovesIsExplainedUntilTheNextDayOfPractice() {
		var account = this.accounts.add(Role.CANDIDATE);
		var learner = this.learners.find(newLearner(account)).orElseThrow().id();
		var questions = IntStream.range(0, QUESTIONS)
			.mapToObj((number) -> this.world.add(World.question("What does recollection " + number + " fit?",
					Difficulty.EASY, "It fits.", "recollection")))
			.toList();
		this.clock.advance(Duration.ofMinutes(1));
		var visitor = this.pages.visitor();
		visitor.signIn(account);
		visitor.send(visitor.open("/practice"), "form[action='/practice/plan']", "topic", "recollection");
		answer(learner, 420, true, questions);
		this.replay.replayAll();
		this.clock.advance(Duration.ofDays(3));
		var before = readiness(visitor);
		assertThat(visitor.open("/practice").html().select(NEWS)).isEmpty();
		this.models.fitDue();
		var page = visitor.open("/practice");
		assertThat(page.text(NEWS)).isEqualTo("Memory model fitted to your 420 answers: " + before + " → "
				+ readiness(visitor) + ". See it or switch it off");
		assertThat(readiness(visitor)).isNotEqualTo(before);
		assertThat(page.html().select(NEWS + " a").attr("href")).isEqualTo("/practice/progress#model");
		answerOne(visitor, questions.get(0).toString(), "");
		assertThat(visitor.open("/practice").text(NEWS)).startsWith("Memory model fitted");
		this.clock.advance(Duration.ofDays(1));
		assertThat(visitor.open("/practice").text(NEWS)).startsWith("Memory model fitted");
		answerOne(visitor, questions.get(1).toString(), "");
		assertThat(visitor.open("/practice").html().select(NEWS)).isEmpty();
	}

	@Test
	void aLearnerWhoSwitchesTheModelNeedsNoExplanation() {
		var account = this.accounts.add(Role.CANDIDATE);
		var learner = this.learners.find(newLearner(account)).orElseThrow().id();
		answer(learner, 420, true);
		this.replay.replayAll();
		this.models.fitDue();
		assertThat(this.models.findReplaced(learner)).get()
			.extracting((replaced) -> replaced.before().weights())
			.isEqualTo(Fsrs.DEFAULT.weights());
		var visitor = this.pages.visitor();
		visitor.signIn(account);
		press(visitor);
		assertThat(this.models.findReplaced(learner)).isEmpty();
		press(visitor);
		assertThat(this.models.findReplaced(learner)).isEmpty();
	}

	private static String readiness(Visitor visitor) {
		return visitor.open("/practice").text(".headline .percent");
	}

	@Test
	void onePressSwitchesToTheDefaultWeightsAndBack() {
		var account = this.accounts.add(Role.CANDIDATE);
		var learner = this.learners.find(newLearner(account)).orElseThrow().id();
		answer(learner, 420, true);
		this.replay.replayAll();
		var withDefault = memories(learner);
		this.models.fitDue();
		var fitted = memories(learner);
		var visitor = this.pages.visitor();
		visitor.signIn(account);
		var page = visitor.open("/practice/progress");
		assertThat(page.text("section[aria-labelledby=model]")).contains("weights fitted to how you remember", "420");
		assertThat(page.html().select(".calibration circle")).hasSizeGreaterThan(2)
			.hasSameSizeAs(page.html().select("section[aria-labelledby=model] tbody tr"));
		var off = press(visitor);
		assertThat(off.text("section[aria-labelledby=model]")).contains("default weights now", "Switched off");
		assertThat(memories(learner)).isEqualTo(withDefault);
		assertThat(this.cards.model(learner).weights()).isEqualTo(Fsrs.DEFAULT.weights());
		answer(learner, 100, true);
		this.clock.advance(Duration.ofHours(25));
		this.models.fitDue();
		assertThat(this.models.find(learner).orElseThrow().fit().reviews()).isEqualTo(420);
		this.database.sql("delete from attempt where learner_id = ? and position > 420").param(learner).update();
		assertThat(press(visitor).text("section[aria-labelledby=model]")).contains("your own weights now");
		assertThat(memories(learner)).isEqualTo(fitted);
	}

	private static HtmlPage press(Visitor visitor) {
		return visitor.arrive(visitor.send(visitor.open("/practice/progress"), "form[action$=model]"));
	}

	@Test
	void thePageSaysHowManyAnswersAreMissing() {
		var account = this.accounts.add(Role.CANDIDATE);
		answer(this.learners.find(newLearner(account)).orElseThrow().id(), 12, true);
		var visitor = this.pages.visitor();
		visitor.signIn(account);
		var page = visitor.open("/practice/progress");
		assertThat(page.text("section[aria-labelledby=model]")).contains("From 400 graded answers on", "you have 12");
		assertThat(page.texts("form[action$=model]")).isEmpty();
	}

	@Test
	void theModelMovesWithThePracticeIsExportedAndDeleted() {
		var account = this.accounts.add(Role.CANDIDATE);
		var visitor = this.pages.visitor();
		visitor.arrive(visitor.send(visitor.open("/practice"), ".now form"));
		var browser = this.database.sql("select max(id) from learner").query(Long.class).single();
		answer(browser, 420, true);
		this.models.fitDue();
		var weights = this.models.find(browser).orElseThrow().fit().model().weights();
		visitor.signIn(account);
		var learner = this.database.sql("select id from learner where person_id = ?")
			.param(account.id())
			.query(Long.class)
			.single();
		assertThat(this.cards.model(learner).weights()).isEqualTo(weights);
		assertThat(visitor.open("/practice/progress/export").html().text()).contains("\"kept\":true", "\"reviews\":420",
				Double.toString(weights[20]));
		visitor.send(visitor.open("/practice/progress"), "form[action$=removal]", "sure", "true");
		assertThat(this.models.find(learner)).isEmpty();
	}

	@Test
	void aClaimedFitIsNotRepeatedByAnotherInstance() {
		var learner = this.learners.find(newLearner(this.accounts.add(Role.CANDIDATE))).orElseThrow().id();
		answer(learner, 420, true);
		this.models.fitDue();
		this.database.sql("update learner_weights set fitted_at = null, reviews = 0 where learner_id = ?")
			.param(learner)
			.update();
		this.models.fitDue();
		assertThat(this.models.find(learner)).isEmpty();
	}

	/**
	 * Adds graded answers, each question every second day, of a learner who forgets half
	 * of them. The last one is of now.
	 */
	private void answer(long learner, int count, boolean counted) {
		answer(learner, count, counted, LongStream.rangeClosed(1, QUESTIONS).boxed().toList());
	}

	private void answer(long learner, int count, boolean counted, List<Long> questions) {
		var now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		this.database.sql("update learner set used_at = :now where id = :learner")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("learner", learner)
			.update();
		var random = new SplittableRandom(count);
		var session = new PracticeSession(random.nextLong(1, Long.MAX_VALUE / 100) + learner, learner, Kind.FREE,
				"Answers", counted, ZoneOffset.UTC, now, null);
		this.sessions.saveAndFlush(session);
		var last = this.database.sql("select count(*) from attempt where learner_id = ? and grade is not null")
			.param(learner)
			.query(Integer.class)
			.single();
		for (int i = 1; i <= count; i++) {
			var attempt = new Attempt(session, last + i, questions.get(i % QUESTIONS));
			attempt.grade(random.nextBoolean() ? Grade.GOOD : Grade.AGAIN, 1, List.of(), List.of(),
					now.minus(Duration.ofDays(2L * ((count - i) / QUESTIONS))).minusSeconds(count - i), ZoneOffset.UTC);
			this.attempts.saveAndFlush(attempt);
		}
	}

	private List<Memory> memories(long learner) {
		return this.cards.findAll(learner, this.clock.instant())
			.stream()
			.collect(Collectors.toMap(ReviewedCard::question, (card) -> card.card().memory()))
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map(Map.Entry::getValue)
			.toList();
	}

	private LearnerIdentity newLearner(TestAccount account) {
		var identity = new LearnerIdentity(new Viewer(Role.CANDIDATE, account.name(), account.id()), "", false,
				ZoneOffset.UTC);
		this.learners.register(identity);
		return identity;
	}

}
