package questionbank.practice;

import questionbank.scheduling.ReviewedCard;
import questionbank.scheduling.Grade;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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
import questionbank.World;
import questionbank.account.Role;
import questionbank.account.SecretTokens;
import questionbank.account.Viewer;
import questionbank.practice.PracticeSession.Kind;
import questionbank.question.QuestionFilter;

import static org.assertj.core.api.Assertions.assertThat;

/** The log is what is true: what is kept of a learner is what follows from it. */
@DatabaseTest
class ReplayTests {

	@Autowired
	private Practice practice;

	@Autowired
	private Grading grading;

	@Autowired
	private SessionReader sessions;

	@Autowired
	private Learners learners;

	@Autowired
	private Cards cards;

	@Autowired
	private Replay replay;

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
	void leadsToWhatWasComputedReviewByReview(long seed) {
		var who = somebody();
		var random = new SplittableRandom(seed);
		for (int day = 0; day < 4; day++) {
			practise(who, random);
			this.clock.advance(Duration.ofMinutes(random.nextLong(10, 5000)));
		}
		var learner = this.learners.find(who).orElseThrow().id();
		var computed = standing(learner);
		assertThat(computed).isNotEmpty();
		this.transaction.executeWithoutResult((status) -> this.cards.replay(learner));
		assertThat(standing(learner)).isEqualTo(computed);
	}

	@Test
	void rebuildsWhatWasLostOrSpoiltOfEverybody() {
		var who = somebody();
		var other = somebody();
		practise(who, new SplittableRandom(1));
		practise(other, new SplittableRandom(2));
		var one = this.learners.find(who).orElseThrow().id();
		var two = this.learners.find(other).orElseThrow().id();
		var computed = List.of(standing(one), standing(two));
		this.database.sql("delete from card where learner_id = ?").param(one).update();
		this.database.sql("update card set stability = 7, reviews = 99 where learner_id = ?").param(two).update();
		assertThat(this.replay.all()).isGreaterThanOrEqualTo(2);
		assertThat(List.of(standing(one), standing(two))).isEqualTo(computed);
	}

	private void practise(LearnerIdentity who, SplittableRandom random) {
		var id = this.practice
			.start(new SessionRequest(Kind.FREE, QuestionFilter.ALL, null, 10, null, true, "Test", null, 0), who)
			.orElseThrow();
		for (var page = page(id, who); page.asked() != null && page.graded() < 15; page = page(id, who)) {
			var place = page.asked().position();
			assertThat(this.grading.answer(id, place, AnswerForm.of(""), who)).isEqualTo(SessionResult.DONE);
			this.clock.advance(Duration.ofSeconds(random.nextLong(1, 90)));
			assertThat(this.grading.grade(id, place, Grade.values()[random.nextInt(4)],
					page.asked().question().version(), java.util.Set.of(0), who))
				.isEqualTo(SessionResult.DONE);
			if (random.nextInt(5) == 0) {
				assertThat(this.grading.undo(id, place, who)).isEqualTo(SessionResult.DONE);
			}
		}
	}

	private SessionView page(long id, LearnerIdentity who) {
		return this.sessions.find(id, who).orElseThrow();
	}

	private Map<Long, ReviewedCard> standing(long learner) {
		return this.cards.of(learner, this.clock.instant())
			.stream()
			.collect(Collectors.toMap(ReviewedCard::question, (one) -> one));
	}

	private LearnerIdentity somebody() {
		var resident = this.accounts.add(Role.CANDIDATE);
		var who = new LearnerIdentity(new Viewer(Role.CANDIDATE, resident.name(), resident.id()), "", false,
				ZoneId.of("Asia/Tokyo"));
		this.learners.settle(who);
		return who;
	}

}
