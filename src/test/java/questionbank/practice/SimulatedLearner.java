package questionbank.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

/**
 * A learner who practises once a day towards an interview date and forgets as FSRS-6
 * says. The grades are drawn at random: of a new question by the usual first grades, of
 * another Again with the probability of having forgotten it, else Hard and Easy one time
 * in ten each.
 */
final class SimulatedLearner {

	private static final LocalDate FIRST = LocalDate.parse("2026-01-05");

	private static final Days UTC = new Days(ZoneOffset.UTC);

	private static final double HARD = 0.1;

	private static final double EASY = 0.1;

	private final Map<Long, ReviewedCard> practised = new TreeMap<>();

	private final Scheduler scheduler = new Scheduler(Fsrs.DEFAULT, Scheduler.RETENTION, true);

	private final SplittableRandom random;

	private final int questions;

	private final int days;

	private final int daily;

	private int day;

	/**
	 * Creates a learner before the first day.
	 * @param questions the number of questions in the bank
	 * @param days the days until the interview
	 * @param daily the number of questions a day
	 */
	SimulatedLearner(int questions, int days, int daily, long seed) {
		this.questions = questions;
		this.days = days;
		this.daily = daily;
		this.random = new SplittableRandom(seed);
	}

	/** Practises today's plan on each day that is left. */
	SimulatedLearner practiseAsPlanned() {
		while (this.day < this.days) {
			practise(planned());
		}
		return this;
	}

	/** Practises some questions today, and goes on to the next day. */
	void practise(List<Long> questions) {
		questions.forEach(this::review);
		this.day++;
	}

	/** Goes on to the next day without practising. */
	void skip() {
		this.day++;
	}

	/** The questions of today's plan. */
	List<Long> planned() {
		var queue = planner().queue();
		var planned = new ArrayList<>(queue.before());
		LongStream.range(0, this.questions)
			.filter((question) -> !this.practised.containsKey(question))
			.limit(queue.fresh())
			.forEach(planned::add);
		planned.addAll(queue.after());
		return planned;
	}

	Planner planner() {
		var aim = new PracticeGoal(FIRST.plusDays(this.days), this.daily, Set.of(), Set.of());
		var known = List.copyOf(this.practised.values());
		return new Planner(known, this.questions - known.size(), FirstGrades.of(known), aim, UTC, now());
	}

	/** The mean probability of recall on the date without further practice. */
	double readiness() {
		return this.practised.values().stream().mapToDouble((one) -> recall(one, interview())).sum() / this.questions;
	}

	/** The probability of recall at a moment without practice until then. */
	double recall(ReviewedCard one, Instant moment) {
		var days = Duration.between(one.card().reviewedAt(), moment).toSeconds()
				/ (double) Duration.ofDays(1).toSeconds();
		return Fsrs.DEFAULT.retrievability(days, one.card().memory().stability());
	}

	int questions() {
		return this.questions;
	}

	int daily() {
		return this.daily;
	}

	/** What was practised of a question, or {@code null} if it is new. */
	@Nullable ReviewedCard practised(long question) {
		return this.practised.get(question);
	}

	Instant now() {
		return noon(this.day);
	}

	Instant interview() {
		return noon(this.days);
	}

	private void review(long question) {
		var before = this.practised.get(question);
		var grade = (before != null) ? again(before) : first();
		this.practised.put(question, ReviewedCard.after(before, new Review(question, grade, now()), this.scheduler));
	}

	private Grade first() {
		var drawn = this.random.nextDouble();
		for (var grade : Grade.values()) {
			drawn -= FirstGrades.USUAL.of(grade);
			if (drawn < 0) {
				return grade;
			}
		}
		return Grade.EASY;
	}

	private Grade again(ReviewedCard before) {
		if (this.random.nextDouble() >= recall(before, now())) {
			return Grade.AGAIN;
		}
		var drawn = this.random.nextDouble();
		return (drawn < HARD) ? Grade.HARD : (drawn < HARD + EASY) ? Grade.EASY : Grade.GOOD;
	}

	private static Instant noon(int day) {
		return FIRST.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
	}

}
