package questionbank.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

/**
 * A learner who practises once a day towards an interview date and forgets as FSRS-6
 * says. The grades are drawn at random: for a new question by the default first grades;
 * for another, Again with the probability of forgetting, else Hard and Easy one time in
 * ten each.
 */
final class SimulatedLearner {

	private static final LocalDate FIRST = LocalDate.parse("2026-01-05");

	private static final PracticeDays UTC = new PracticeDays(ZoneOffset.UTC);

	private static final double HARD = 0.1;

	private static final double EASY = 0.1;

	private final Map<Long, ReviewedCard> practised = new TreeMap<>();

	private final Scheduler scheduler = new Scheduler(Fsrs.DEFAULT, Scheduler.RETENTION, true, Scheduler.Steps.ANSWERS);

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

	/** Practises the plan of each remaining day. */
	SimulatedLearner practiseAsPlanned() {
		while (this.day < this.days) {
			practise(planned());
		}
		return this;
	}

	/** Practises some questions and advances to the next day. */
	void practise(List<Long> questions) {
		questions.forEach(this::review);
		this.day++;
	}

	/** Advances to the next day without practising. */
	void skip() {
		this.day++;
	}

	/** Returns the questions of today's plan. */
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
		var target = new StudyTarget(FIRST.plusDays(this.days), this.daily);
		var known = List.copyOf(this.practised.values());
		return new Planner(known, this.questions - known.size(), FirstGrades.of(known), target, UTC, now());
	}

	/** Computes the mean probability of recall on the date without further practice. */
	double readiness() {
		return this.practised.values().stream().mapToDouble((card) -> recall(card, interview())).sum() / this.questions;
	}

	/** Computes the probability of recall at a time without practice until then. */
	double recall(ReviewedCard card, Instant time) {
		var days = Duration.between(card.card().reviewedAt(), time).toSeconds()
				/ (double) Duration.ofDays(1).toSeconds();
		return Fsrs.DEFAULT.retrievability(days, card.card().memory().stability());
	}

	int questions() {
		return this.questions;
	}

	int daily() {
		return this.daily;
	}

	/** Returns the card of a question, or {@code null} if it is new. */
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
			drawn -= FirstGrades.DEFAULT.probability(grade);
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
