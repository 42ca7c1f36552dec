package questionbank.practice;

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

import questionbank.practice.Card.State;

/**
 * Plans what to practise. With an interview date it takes the reviews that add most to
 * the recall on that date, without one the reviews that are due, both within the
 * learner's daily limit. Questions in learning steps are repeated besides.
 *
 * @param practised the questions of the aim that were practised
 * @param unseen the number of its questions that were not
 * @param now the moment that days count from: before it they are negative
 */
record Planner(List<ReviewedCard> practised, long unseen, FirstGrades firsts, PracticeGoal aim, Days days,
		Instant now) {

	/** The number of days that are shown one by one, and of rows for those after them. */
	private static final int ROWS = 14;

	/**
	 * The number of days that are forecast one by one. Of more days several are forecast
	 * at once, which bounds the time that a forecast takes.
	 */
	private static final int SINGLE_DAYS = 100;

	/** Without a date, the due questions of so many days are shown. */
	private static final int WEEK = 7;

	private static final double DAY = Duration.ofDays(1).toMillis();

	/** Plans today and forecasts the days until the interview. */
	Plan plan() {
		var queue = queue();
		var date = date();
		return (date == null) ? plan(queue, null, week())
				: plan(queue, date, days(forecast(), date, limit(queue.done())));
	}

	/** Plans today only, which takes much less time than a forecast. */
	DailyQueue queue() {
		var start = this.days.start(today());
		Predicate<ReviewedCard> isDone = (one) -> !one.card().reviewedAt().isBefore(start);
		var again = this.practised.stream()
			.filter(isDone.and((one) -> one.card().state() != State.REVIEW))
			.sorted(Comparator.comparing((one) -> one.card().dueAt()))
			.map(ReviewedCard::question)
			.toList();
		var done = (int) this.practised.stream().filter(isDone).count();
		var others = this.practised.stream().filter(isDone.negate()).toList();
		return (date() == null) ? byDueDate(again, others, done) : byWorth(again, others, done);
	}

	private DailyQueue byDueDate(List<Long> again, List<ReviewedCard> others, int done) {
		var due = others.stream()
			.filter((one) -> !this.days.due(one.card()).isAfter(today()))
			.sorted(Comparator.comparing((one) -> one.card().dueAt()))
			.map(ReviewedCard::question)
			.limit(limit(done))
			.toList();
		var fresh = (int) Math.min(limit(done) - due.size(), this.unseen);
		return new DailyQueue(again, due, fresh, List.of(), done);
	}

	private DailyQueue byWorth(List<Long> again, List<ReviewedCard> others, int done) {
		var outlook = outlook();
		var until = until();
		var first = outlook.first(0, until);
		var limit = limit(done);
		var worthwhile = others.stream()
			.map((one) -> new Worth(one.question(), outlook.worth(one.card().memory(), reviewed(one), 0, until)))
			.filter((one) -> one.worth > RecallModel.LEAST)
			.sorted(Comparator.comparingDouble((one) -> -one.worth))
			.toList();
		var before = worthwhile.stream().filter((one) -> one.worth > first).limit(limit).map(Worth::question).toList();
		var fresh = (int) Math.min(limit - before.size(), this.unseen);
		var after = worthwhile.stream()
			.skip(before.size())
			.limit(limit - before.size() - fresh)
			.map(Worth::question)
			.toList();
		return new DailyQueue(again, before, fresh, after, done);
	}

	private int limit(int done) {
		return Math.max(0, this.aim.daily() - done);
	}

	private Plan plan(DailyQueue queue, @Nullable LocalDate date, List<Plan.Day> ahead) {
		return new Plan(today(), date, queue.again(), queue.before(), queue.fresh(), queue.after(), queue.done(),
				forecast().readiness(), (date != null) ? prospect(date, ahead) : null, ahead);
	}

	private Plan.Prospect prospect(LocalDate date, List<Plan.Day> kept) {
		var leftOut = forecast();
		days(leftOut, date, 0);
		return new Plan.Prospect(Objects.requireNonNull(kept.get(0).readiness()),
				Objects.requireNonNull(kept.get(kept.size() - 1).readiness()), leftOut.readiness());
	}

	/** The questions that become due on each of the days after today. */
	private List<Plan.Day> week() {
		return today().datesUntil(today().plusDays(WEEK + 1))
			.skip(1)
			.map((day) -> new Plan.Day(day, day, 0,
					this.practised.stream().filter((one) -> this.days.due(one.card()).equals(day)).count(), null))
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
		var begun = 0.0;
		for (int day = 0; day < left;) {
			var end = (day < ROWS) ? day + 1 : Math.min(day + row, left);
			var count = (day == 0) ? practise(forecast, 0, limit) : practise(forecast, day, end, atOnce);
			// The rounded numbers of new questions add up to the rounded sum.
			var fresh = Math.round(begun + count.fresh()) - Math.round(begun);
			begun += count.fresh();
			planned.add(new Plan.Day(today().plusDays(day), today().plusDays(end - 1L), fresh,
					Math.max(0, Math.round(count.fresh() + count.repeats()) - fresh), forecast.readiness()));
			day = end;
		}
		return planned;
	}

	private Forecast.Count practise(Forecast forecast, int from, int end, int atOnce) {
		var count = Forecast.Count.NONE;
		for (int day = from; day < end; day += atOnce) {
			count = count.plus(practise(forecast, day, Math.min(atOnce, end - day) * this.aim.daily()));
		}
		return count;
	}

	private Forecast.Count practise(Forecast forecast, int day, int limit) {
		var start = daysUntil(this.days.start(today().plusDays(day)));
		return forecast.practise(day, Math.min(start, day), limit);
	}

	private Forecast forecast() {
		return new Forecast(outlook(), until(),
				this.practised.stream()
					.map((one) -> new Forecast.Group(one.card().memory(), reviewed(one), 1))
					.toList(),
				this.unseen);
	}

	/** Computes the probability of recall on the date, or now if there is none. */
	double recall(ReviewedCard one) {
		return outlook().without(one.card().memory(), reviewed(one), until());
	}

	private RecallModel outlook() {
		return new RecallModel(Fsrs.DEFAULT, this.firsts);
	}

	private LocalDate today() {
		return this.days.of(this.now);
	}

	private @Nullable LocalDate date() {
		return this.aim.ahead(this.days.date(this.now));
	}

	/** The days until the interview; 0 without one. */
	private double until() {
		var date = date();
		return (date != null) ? daysUntil(this.days.interview(date, this.now)) : 0;
	}

	/** The day of the last review; none is later than now. */
	private double reviewed(ReviewedCard one) {
		return Math.min(0, daysUntil(one.card().reviewedAt()));
	}

	private double daysUntil(Instant moment) {
		return Duration.between(this.now, moment).toMillis() / DAY;
	}

	private record Worth(long question, double worth) {
	}

}
