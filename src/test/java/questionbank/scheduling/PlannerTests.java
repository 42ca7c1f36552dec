package questionbank.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import questionbank.scheduling.Card.State;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PlannerTests {

	private static final Instant NOW = Instant.parse("2026-11-24T18:00:00Z");

	private static final PracticeDays DAYS = new PracticeDays(ZoneId.of("Europe/Berlin"));

	private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

	@Test
	void plansDueReviewsBeforeNewQuestionsWithoutADate() {
		var plan = plan(target(null, 4), 10, known(1, 5, 5), known(2, 9, 30), known(3, 7, 3), known(4, 3, 2));
		assertThat(plan.before()).containsExactly(3L, 4L, 1L);
		assertThat(plan.fresh()).isEqualTo(1);
		assertThat(plan.size()).isEqualTo(4);
		assertThat(plan.prospect()).isNull();
	}

	@Test
	void countsACardAsDueOnItsWholePracticeDay() {
		var tonight = Instant.parse("2026-11-24T02:50:00Z");
		var card = new Card(State.REVIEW, 0, new Memory(1, 5), tonight.minus(Duration.ofDays(4)),
				tonight.plus(Duration.ofDays(1)));
		assertThat(plan(target(null, 4), 0, new ReviewedCard(1, card, 1, Grade.GOOD)).before()).containsExactly(1L);
	}

	@Test
	void plansTheGreatestGainForTheDate() {
		var date = TODAY.plusDays(3);
		var weak = known(1, 1, 1);
		var strong = known(2, 1, 300);
		var plan = plan(target(date, 2), 0, strong, weak);
		assertThat(plan.before()).isEmpty();
		assertThat(plan.after()).startsWith(1L);
		var model = new RecallModel(Fsrs.DEFAULT, FirstGrades.DEFAULT);
		assertThat(model.gain(weak.card().memory(), -1, 0, 2.7))
			.isGreaterThan(model.gain(strong.card().memory(), -1, 0, 2.7));
	}

	@Test
	void countsTheNextMorningAsOneDay() {
		var lastEvening = known(1, 0.5, 3);
		var planner = new Planner(List.of(lastEvening), 0, FirstGrades.DEFAULT, target(null, 4), DAYS, NOW);
		assertThat(planner.recall(lastEvening)).isEqualTo(Fsrs.DEFAULT.retrievability(1, 3));
		assertThat(planner.plan().readiness()).isEqualTo(Fsrs.DEFAULT.retrievability(1, 3));
	}

	@Test
	void plansNewQuestionsBeforeReviewsWithLessGain() {
		var plan = plan(target(TODAY.plusDays(5), 3), 2, known(1, 1, 8), known(2, 1, 8));
		assertThat(plan.before()).isEmpty();
		assertThat(plan.fresh()).isEqualTo(2);
		assertThat(plan.after()).hasSize(1);
	}

	@Test
	void subtractsTodaysReviewsFromTheDailyLimit() {
		var done = known(1, 0.1, 8);
		var plan = plan(target(TODAY.plusDays(5), 3), 10, done);
		assertThat(plan.practised()).isEqualTo(1);
		assertThat(plan.fresh()).isEqualTo(2);
		assertThat(plan(target(null, 1), 10, done).size()).isZero();
	}

	@Test
	void plansLearningStepsBeyondTheDailyLimit() {
		var started = new ReviewedCard(1, new Card(State.LEARNING, 0, new Memory(0.2, 6), NOW.minusSeconds(30), NOW), 1,
				Grade.AGAIN);
		var plan = plan(target(null, 1), 10, started);
		assertThat(plan.again()).containsExactly(1L);
		assertThat(plan.size()).isEqualTo(1);
	}

	@Test
	void forecastsTheReadinessWithFurtherPractice() {
		var plan = plan(target(TODAY.plusDays(6), 5), 20, known(1, 1, 3), known(2, 3, 5));
		var prospect = plan.prospect();
		assertThat(prospect).isNotNull();
		assertThat(plan.readiness()).isLessThan(prospect.afterToday());
		assertThat(prospect.afterToday()).isLessThan(prospect.ifLeftOut());
		assertThat(prospect.ifLeftOut()).isLessThan(prospect.ifKept());
		assertThat(plan.days()).hasSize(6)
			.extracting(Plan.Day::readiness)
			.isSorted()
			.first()
			.isEqualTo(prospect.afterToday());
		assertThat(plan.days()).extracting((day) -> day.fresh() + day.repeats()).containsOnly(5L);
	}

	@Test
	void forecastsTheGainOfTodaysQuestions() {
		var plan = plan(target(TODAY.plusDays(4), 2), 0, known(1, 2, 2), known(2, 5, 9), known(3, 1, 50));
		var model = new RecallModel(Fsrs.DEFAULT, FirstGrades.DEFAULT);
		var until = Duration.between(NOW, DAYS.interviewTime(TODAY.plusDays(4), NOW)).toMinutes() / (24.0 * 60);
		var added = plan.after()
			.stream()
			.mapToDouble((id) -> (id == 1) ? model.gain(new Memory(2, 5), -2, 0, until)
					: (id == 2) ? model.gain(new Memory(9, 5), -5, 0, until)
							: model.gain(new Memory(50, 5), -1, 0, until))
			.sum() / 3;
		assertThat(plan.prospect().afterToday() - plan.readiness()).isEqualTo(added, within(1e-9));
	}

	@Test
	void plansOnTheDayItself() {
		var plan = plan(target(TODAY, 5), 3, known(1, 4, 3));
		assertThat(plan.days()).hasSize(1);
		assertThat(plan.size()).isEqualTo(4);
		assertThat(plan.prospect().afterToday()).isEqualTo(plan.prospect().ifKept());
	}

	@Test
	void ignoresADateThatHasPassed() {
		assertThat(plan(target(TODAY.minusDays(1), 5), 3).date()).isNull();
	}

	@Test
	void groupsDaysFarAheadIntoRows() {
		var plan = plan(target(TODAY.plusDays(300), 5), 500, known(1, 4, 3));
		assertThat(plan.days()).hasSizeLessThan(30);
		assertThat(plan.days().get(plan.days().size() - 1).last()).isEqualTo(TODAY.plusDays(299));
		assertThat(plan.days().stream().mapToLong(Plan.Day::fresh).sum()).isEqualTo(500);
	}

	@Test
	void usesOwnFirstGradesFromTwentyQuestionsOn() {
		var many = IntStream.range(0, 20).mapToObj((i) -> known(i, 1, 1)).toList();
		assertThat(FirstGrades.of(many.subList(0, 19))).isEqualTo(FirstGrades.DEFAULT);
		assertThat(FirstGrades.of(many).probability(Grade.GOOD)).isEqualTo(1);
		assertThat(FirstGrades.of(many).probability(Grade.AGAIN)).isZero();
	}

	@Test
	void isDeterministic() {
		var one = plan(target(TODAY.plusDays(9), 5), 20, known(1, 1, 3), known(2, 3, 5));
		assertThat(plan(target(TODAY.plusDays(9), 5), 20, known(1, 1, 3), known(2, 3, 5))).isEqualTo(one);
	}

	private static Plan plan(StudyTarget target, long unseen, ReviewedCard... practised) {
		return new Planner(List.of(practised), unseen, FirstGrades.DEFAULT, target, DAYS, NOW).plan();
	}

	private static StudyTarget target(@Nullable LocalDate date, int dailyLimit) {
		return new StudyTarget(date, dailyLimit);
	}

	/** Returns a card reviewed some days ago and due after its stability in days. */
	private static ReviewedCard known(long question, double daysAgo, int stability) {
		var reviewed = NOW.minusSeconds((long) (daysAgo * 24 * 3600));
		return new ReviewedCard(question, new Card(State.REVIEW, 0, new Memory(stability, 5), reviewed,
				reviewed.plus(Duration.ofDays(stability))), 1, Grade.GOOD);
	}

}
