package questionbank.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import questionbank.scheduling.Card.State;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares due dates with the reference implementations. */
class SchedulerTests {

	private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");

	private final Scheduler exact = new Scheduler(Fsrs.DEFAULT, 0.9, false);

	@ParameterizedTest
	@CsvSource({ "AGAIN, LEARNING, 0, 60", "HARD, LEARNING, 0, 330", "GOOD, LEARNING, 1, 600",
			"EASY, REVIEW, 0, 691200" })
	void theFirstReviewGivesALearningStepOrAnInterval(Grade grade, State state, int step, long seconds) {
		var card = this.exact.review(null, grade, NOW, 0);
		assertThat(card.state()).isEqualTo(state);
		assertThat(card.step()).isEqualTo(step);
		assertThat(Duration.between(NOW, card.dueAt())).isEqualTo(Duration.ofSeconds(seconds));
		assertThat(card.memory()).isEqualTo(Fsrs.DEFAULT.first(grade));
	}

	@Test
	void aHistoryGivesTheIntervalsOfTheReferences() {
		var grades = new int[] { 3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3 };
		var intervals = new ArrayList<Long>();
		Card card = null;
		for (var grade : grades) {
			card = this.exact.review(card, Grade.values()[grade - 1], due(card), 0);
			intervals.add(Duration.between(card.reviewedAt(), card.dueAt()).toDays());
		}
		assertThat(intervals).containsExactly(0L, 2L, 11L, 46L, 163L, 498L, 0L, 0L, 2L, 4L, 7L, 12L, 21L);
	}

	@ParameterizedTest
	@CsvSource({ "LEARNING, 0, AGAIN, LEARNING, 0, 60", "LEARNING, 0, HARD, LEARNING, 0, 330",
			"LEARNING, 1, HARD, LEARNING, 1, 600", "LEARNING, 1, AGAIN, LEARNING, 0, 60",
			"RELEARNING, 0, HARD, RELEARNING, 0, 900", "RELEARNING, 0, AGAIN, RELEARNING, 0, 600",
			"REVIEW, 0, AGAIN, RELEARNING, 0, 600" })
	void learningStepsLastMinutes(State from, int at, Grade grade, State state, int step, long seconds) {
		var card = this.exact.review(new Card(from, at, new Memory(2, 5), NOW, NOW), grade, NOW, 0);
		assertThat(card.state()).isEqualTo(state);
		assertThat(card.step()).isEqualTo(step);
		assertThat(Duration.between(NOW, card.dueAt())).isEqualTo(Duration.ofSeconds(seconds));
	}

	@ParameterizedTest
	@CsvSource({ "LEARNING, 1, GOOD", "LEARNING, 0, EASY", "LEARNING, 7, HARD", "RELEARNING, 0, GOOD",
			"REVIEW, 0, HARD" })
	void leavesLearningStepsForIntervalsOfDays(State from, int at, Grade grade) {
		var card = this.exact.review(new Card(from, at, new Memory(2, 5), NOW, NOW), grade, NOW, 0);
		assertThat(card.state()).isEqualTo(State.REVIEW);
		assertThat(card.dueAt()).isAfterOrEqualTo(NOW.plus(Duration.ofDays(1)));
	}

	@ParameterizedTest
	@CsvSource({ "AGAIN, LEARNING, 600", "HARD, LEARNING, 900", "GOOD, REVIEW, 172800", "EASY, REVIEW, 691200" })
	void aNewQuestionAnsweredWellGoesStraightToItsNextDay(Grade grade, State state, long seconds) {
		var answers = new Scheduler(Fsrs.DEFAULT, 0.9, false, Scheduler.Steps.ANSWERS);
		var card = answers.review(null, grade, NOW, 0);
		assertThat(card.state()).isEqualTo(state);
		assertThat(Duration.between(NOW, card.dueAt())).isEqualTo(Duration.ofSeconds(seconds));
		assertThat(card.memory()).isEqualTo(Fsrs.DEFAULT.first(grade));
	}

	@Test
	void aReviewOnTheNextMorningCountsAsTheNextDay() {
		var evening = this.exact.review(this.exact.review(null, Grade.GOOD, NOW, 0), Grade.GOOD, NOW.plusSeconds(600),
				0);
		var morning = this.exact.review(evening, Grade.GOOD, evening.reviewedAt().plus(Duration.ofHours(12)), 0);
		assertThat(Duration.between(morning.reviewedAt(), morning.dueAt())).isEqualTo(Duration.ofDays(7));
		var sameEvening = this.exact.review(evening, Grade.GOOD, evening.reviewedAt().plus(Duration.ofHours(6)), 0);
		assertThat(Duration.between(sameEvening.reviewedAt(), sameEvening.dueAt())).isEqualTo(Duration.ofDays(2));
	}

	@Test
	void spreadsIntervalsUniformlyAndDeterministically() {
		var spreading = new Scheduler(Fsrs.DEFAULT, 0.9, true);
		var card = new Card(State.REVIEW, 0, new Memory(10, 5), NOW, NOW);
		var days = LongStream.range(0, 2_000)
			.map((seed) -> Duration.between(NOW, spreading.review(card, Grade.GOOD, NOW, seed).dueAt()).toDays())
			.boxed()
			.toList();
		// 10 days, and 1 + 0.15 · 4.5 + 0.10 · 3 = 1.975 to either side
		assertThat(List.copyOf(new TreeSet<>(days))).containsExactly(8L, 9L, 10L, 11L, 12L);
		for (long day = 8; day <= 12; day++) {
			var wanted = day;
			assertThat(days.stream().filter((drawn) -> drawn == wanted).count()).isBetween(320L, 480L);
		}
		assertThat(spreading.review(card, Grade.GOOD, NOW, 7)).isEqualTo(spreading.review(card, Grade.GOOD, NOW, 7));
		var soon = new Card(State.REVIEW, 0, new Memory(2, 5), NOW, NOW);
		assertThat(LongStream.range(0, 50).mapToObj((seed) -> spreading.review(soon, Grade.GOOD, NOW, seed).dueAt()))
			.containsOnly(NOW.plus(Duration.ofDays(2)));
	}

	private static Instant due(@Nullable Card card) {
		return (card != null) ? card.dueAt() : NOW;
	}

}
