package questionbank.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import questionbank.scheduling.Card.State;

/**
 * Plans the reviews of a learner. With an interview date it takes the reviews with the
 * greatest gain in recall on that date, without one the reviews that are due, both within
 * the daily limit. Questions in learning steps do not count towards the limit.
 *
 * @param practised the questions of the goal with reviews
 * @param unseen the number of its new questions
 * @param now the origin from which days count: before it they are negative
 * @param model the memory model of the learner
 */
public record Planner(List<ReviewedCard> practised, long unseen, FirstGrades firsts, StudyTarget target,
		PracticeDays days, Instant now, Fsrs model) {

	/**
	 * The number of days with a row each, and the maximum number of rows for the days
	 * after them.
	 */
	private static final int ROWS = 14;

	/**
	 * The maximum number of days to the interview that are forecast one by one. If there
	 * are more, several days are forecast at once, which bounds the time of a forecast.
	 */
	private static final int SINGLE_DAYS = 100;

	/** The number of days shown without an interview date. */
	private static final int WEEK = 7;

	private static final double DAY = Duration.ofDays(1).toMillis();

	/** Returns a planner of the same learner and day for other questions. */
	public Planner with(List<ReviewedCard> practised, long unseen) {
		return new Planner(practised, unseen, this.firsts, this.target, this.days, this.now, this.model);
	}

	/** Plans with the default weights. */
	Planner(List<ReviewedCard> practised, long unseen, FirstGrades firsts, StudyTarget target, PracticeDays days,
			Instant now) {
		this(practised, unseen, firsts, target, days, now, Fsrs.DEFAULT);
	}

	/** Plans today and forecasts the days until the interview. */
	public Plan plan() {
		var queue = queue();
		var date = date();
		return (date == null) ? plan(queue, null, week())
				: plan(queue, date, days(forecast(), date, limit(queue.done())));
	}

	/** Plans today only, which is much faster than a forecast. */
	public DailyQueue queue() {
		var start = this.days.startOf(today());
		Predicate<ReviewedCard> isDone = (card) -> !card.card().reviewedAt().isBefore(start);
		var again = this.practised.stream()
			.filter(isDone.and((card) -> card.card().state() != State.REVIEW))
			.sorted(Comparator.comparing((card) -> card.card().dueAt()))
			.map(ReviewedCard::question)
			.toList();
		var done = (int) this.practised.stream().filter(isDone).count();
		var others = this.practised.stream().filter(isDone.negate()).toList();
		return (date() == null) ? byDueDate(again, others, done) : byGain(again, others, done);
	}

	private DailyQueue byDueDate(List<Long> again, List<ReviewedCard> others, int done) {
		var due = others.stream()
			.filter((card) -> !this.days.dueDay(card.card()).isAfter(today()))
			.sorted(Comparator.comparing((card) -> card.card().dueAt()))
			.map(ReviewedCard::question)
			.limit(limit(done))
			.toList();
		var fresh = (int) Math.min(limit(done) - due.size(), this.unseen);
		return new DailyQueue(again, due, fresh, List.of(), done);
	}

	private DailyQueue byGain(List<Long> again, List<ReviewedCard> others, int done) {
		var model = recallModel();
		var until = until();
		var first = model.first(0, until);
		var limit = limit(done);
		var worthwhile = others.stream()
			.map((card) -> new Candidate(card.question(), model.gain(card.card().memory(), reviewed(card), 0, until)))
			.filter((card) -> card.gain > RecallModel.MINIMUM_GAIN)
			.sorted(Comparator.comparingDouble((card) -> -card.gain))
			.toList();
		var before = worthwhile.stream()
			.filter((card) -> card.gain > first)
			.limit(limit)
			.map(Candidate::question)
			.toList();
		var fresh = (int) Math.min(limit - before.size(), this.unseen);
		var after = worthwhile.stream()
			.skip(before.size())
			.limit(limit - before.size() - fresh)
			.map(Candidate::question)
			.toList();
		return new DailyQueue(again, before, fresh, after, done);
	}

	private int limit(int done) {
		return Math.max(0, this.target.dailyLimit() - done);
	}

	private Plan plan(DailyQueue queue, @Nullable LocalDate date, List<Plan.Day> ahead) {
		return new Plan(today(), date, queue.again(), queue.before(), queue.fresh(), queue.after(), queue.done(),
				readiness(), (date != null) ? prospect(date, ahead) : null, ahead);
	}

	private Plan.Prospect prospect(LocalDate date, List<Plan.Day> kept) {
		var leftOut = forecast();
		days(leftOut, date, 0);
		return new Plan.Prospect(Objects.requireNonNull(kept.get(0).readiness()),
				Objects.requireNonNull(kept.get(kept.size() - 1).readiness()), leftOut.readiness());
	}

	/** Counts the questions due on each of the days after today. */
	private List<Plan.Day> week() {
		return today().datesUntil(today().plusDays(WEEK + 1))
			.skip(1)
			.map((day) -> new Plan.Day(day, day, 0,
					this.practised.stream().filter((card) -> this.days.dueDay(card.card()).equals(day)).count(), null))
			.toList();
	}

	/**
	 * Forecasts each day before the date, or the date itself if that is today.
	 * @param limit the number of questions left for today
	 */
	private List<Plan.Day> days(Forecast forecast, LocalDate date, int limit) {
		var left = (int) Math.max(1, ChronoUnit.DAYS.between(today(), date));
		var atOnce = (left - 1) / SINGLE_DAYS + 1;
		var row = Math.max(1, (left - 1) / ROWS);
		var planned = new ArrayList<Plan.Day>();
		var started = 0.0;
		for (int day = 0; day < left;) {
			var end = (day < ROWS) ? day + 1 : Math.min(day + row, left);
			var count = (day == 0) ? practise(forecast, 0, limit) : practise(forecast, day, end, atOnce);
			// The rounded numbers of new questions add up to the rounded sum.
			var fresh = Math.round(started + count.fresh()) - Math.round(started);
			started += count.fresh();
			planned.add(new Plan.Day(today().plusDays(day), today().plusDays(end - 1L), fresh,
					Math.max(0, Math.round(count.fresh() + count.repeats()) - fresh), forecast.readiness()));
			day = end;
		}
		return planned;
	}

	private Forecast.Count practise(Forecast forecast, int from, int end, int atOnce) {
		var count = Forecast.Count.NONE;
		for (int day = from; day < end; day += atOnce) {
			count = count.plus(practise(forecast, day, Math.min(atOnce, end - day) * this.target.dailyLimit()));
		}
		return count;
	}

	private Forecast.Count practise(Forecast forecast, int day, int limit) {
		var start = daysUntil(this.days.startOf(today().plusDays(day)));
		return forecast.practise(day, Math.min(start, day), limit);
	}

	private Forecast forecast() {
		return new Forecast(recallModel(), until(),
				this.practised.stream()
					.map((card) -> new Forecast.Group(card.card().memory(), reviewed(card), 1))
					.toList(),
				this.unseen);
	}

	/**
	 * Computes the mean probability of recall on the date, or now if there is none; 0
	 * without questions.
	 */
	public double readiness() {
		return forecast().readiness();
	}

	/** Computes the probability of recall on the date, or now if there is none. */
	public double recall(ReviewedCard card) {
		return recallModel().without(card.card().memory(), reviewed(card), until());
	}

	private RecallModel recallModel() {
		return new RecallModel(this.model, this.firsts);
	}

	private LocalDate today() {
		return this.days.dayOf(this.now);
	}

	private @Nullable LocalDate date() {
		return this.target.upcoming(this.days.dateOf(this.now));
	}

	/** Returns the days until the interview; 0 without one. */
	private double until() {
		var date = date();
		return (date != null) ? daysUntil(this.days.interviewTime(date, this.now)) : 0;
	}

	/** Returns the day of the last review, at most 0: none is later than now. */
	private double reviewed(ReviewedCard card) {
		return Math.min(0, daysUntil(card.card().reviewedAt()));
	}

	private double daysUntil(Instant time) {
		return Duration.between(this.now, time).toMillis() / DAY;
	}

	private record Candidate(long question, double gain) {
	}

}
