package questionbank.practice;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import questionbank.DatabaseTest;
import questionbank.MovingClock;
import questionbank.TestAccounts;
import questionbank.account.Role;
import questionbank.account.Viewer;
import questionbank.question.QuestionQuery;
import questionbank.scheduling.Grade;
import questionbank.scheduling.ReviewedCard;

import static org.assertj.core.api.Assertions.assertThat;

/** The cards of a learner are a function of the review log. */
@DatabaseTest
class ReplayTests {

	@Autowired
	private SessionStarter starter;

	@Autowired
	private Answering answering;

	@Autowired
	private Grading grading;

	@Autowired
	private SessionReader sessions;

	@Autowired
	private Learners learners;

	@Autowired
	private Cards cards;

	@Autowired
	private CardReplay replay;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private MovingClock clock;

	@Autowired
	private JdbcClient database;

	@Autowired
	private TransactionOperations transaction;

	static Stream<Long> seeds() {
		return LongStream.range(0, 4).boxed();
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void replayGivesTheCardsOfIncrementalUpdates(long seed) {
		var identity = newLearner();
		var random = new SplittableRandom(seed);
		for (int day = 0; day < 4; day++) {
			practise(identity, random);
			this.clock.advance(Duration.ofMinutes(random.nextLong(10, 5000)));
		}
		var learner = this.learners.find(identity).orElseThrow().id();
		var computed = cardsOf(learner);
		assertThat(computed).isNotEmpty();
		this.transaction.executeWithoutResult((status) -> this.cards.replay(learner));
		assertThat(cardsOf(learner)).isEqualTo(computed);
	}

	@Test
	void replayRestoresLostAndDamagedCardsOfAllLearners() {
		var identity = newLearner();
		var other = newLearner();
		practise(identity, new SplittableRandom(1));
		practise(other, new SplittableRandom(2));
		var one = this.learners.find(identity).orElseThrow().id();
		var two = this.learners.find(other).orElseThrow().id();
		var computed = List.of(cardsOf(one), cardsOf(two));
		this.database.sql("delete from card where learner_id = ?").param(one).update();
		this.database.sql("update card set stability = 7, reviews = 99 where learner_id = ?").param(two).update();
		assertThat(this.replay.replayAll()).isGreaterThanOrEqualTo(2);
		assertThat(List.of(cardsOf(one), cardsOf(two))).isEqualTo(computed);
	}

	private void practise(LearnerIdentity identity, SplittableRandom random) {
		var id = this.starter
			.start(new StartForm("free", null, "10", null, "true", null), QuestionQuery.ALL, 0, identity)
			.orElseThrow();
		for (var page = page(id, identity); page.current() != null
				&& page.current().position() <= 15; page = page(id, identity)) {
			var position = page.current().position();
			assertThat(this.answering.answer(id, position, AnswerForm.of(""), identity)).isEqualTo(SessionResult.DONE);
			this.clock.advance(Duration.ofSeconds(random.nextLong(1, 90)));
			assertThat(this.grading.grade(id, position, Grade.values()[random.nextInt(4)],
					page.current().question().version(), Set.of(0), identity))
				.isEqualTo(SessionResult.DONE);
			if (random.nextInt(5) == 0) {
				assertThat(this.grading.undo(id, position, identity)).isEqualTo(SessionResult.DONE);
			}
		}
	}

	private SessionView page(long id, LearnerIdentity identity) {
		return this.sessions.find(id, identity).orElseThrow();
	}

	private Map<Long, ReviewedCard> cardsOf(long learner) {
		return this.cards.findAll(learner, this.clock.instant())
			.stream()
			.collect(Collectors.toMap(ReviewedCard::question, (one) -> one));
	}

	private LearnerIdentity newLearner() {
		var account = this.accounts.add(Role.CANDIDATE);
		var identity = new LearnerIdentity(new Viewer(Role.CANDIDATE, account.name(), account.id()), "", false,
				ZoneId.of("Asia/Tokyo"));
		this.learners.register(identity);
		return identity;
	}

}
