package questionbank.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

import questionbank.practice.Card.State;

/**
 * Plans what to practise. Towards a date it takes what is worth most for it, and without
 * one what is due, both within the questions a day that the learner chose; what was begun
 * today is repeated besides.
 *
 * @param practised the questions of the aim that were practised
 * @param unseen how many there are that were not
 */
record Planner(List<Practised> practised, long unseen, FirstGrades firsts, Aim aim, Days days, Instant now) {

	/** So many days are planned one by one, and those after them in as many steps. */
	private static final int STEPS = 14;

	/** Without a date, what becomes due within these days is shown. */
	private static final int WEEK = 7;

	private static final double DAY = Duration.ofDays(1).toMillis();

	Plan plan() {
		var today = this.days.of(this.now);
		var start = this.days.start(today);
		Predicate<Practised> isDone = (one) -> !one.card().reviewedAt().isBefore(start);
		var again = this.practised.stream()
			.filter(isDone.and((one) -> one.card().state() != State.REVIEW))
			.sorted(Comparator.comparing((one) -> one.card().dueAt()))
			.map(Practised::question)
			.toList();
		var done = (int) this.practised.stream().filter(isDone).count();
		var others = this.practised.stream().filter(isDone.negate()).toList();
		var most = Math.max(0, this.aim.daily() - done);
		var date = this.aim.ahead(this.days.date(this.now));
		return (date == null) ? byDueDate(today, again, others, done, most)
				: towards(date, today, again, others, done, most);
	}

	private Plan byDueDate(LocalDate today, List<Long> again, List<Practised> others, int done, int most) {
		var due = others.stream()
			.filter((one) -> !this.days.due(one.card()).isAfter(today))
			.sorted(Comparator.comparing((one) -> one.card().dueAt()))
			.map(Practised::question)
			.limit(most)
			.toList();
		var fresh = (int) Math.min(most - due.size(), this.unseen);
		return new Plan(today, null, again, due, fresh, List.of(), done, forecast(0).readiness(), null, week(today));
	}

	/** What becomes due on the days after today. */
	private List<Plan.Day> week(LocalDate today) {
		return today.datesUntil(today.plusDays(WEEK + 1))
			.skip(1)
			.map((day) -> new Plan.Day(day, day, 0,
					this.practised.stream().filter((one) -> this.days.due(one.card()).equals(day)).count(), null))
			.toList();
	}

	private Plan towards(LocalDate date, LocalDate today, List<Long> again, List<Practised> others, int done,
			int most) {
		var until = daysUntil(this.days.interview(date, this.now));
		var outlook = outlook();
		var first = outlook.first(0, until);
		var worthwhile = others.stream()
			.map((one) -> new Worth(one.question(),
					outlook.worth(one.card().memory(), daysUntil(one.card().reviewedAt()), 0, until)))
			.filter((one) -> one.worth > Outlook.LEAST)
			.sorted(Comparator.comparingDouble((one) -> -one.worth))
			.toList();
		var before = worthwhile.stream().filter((one) -> one.worth > first).limit(most).map(Worth::question).toList();
		var fresh = (int) Math.min(most - before.size(), this.unseen);
		var after = worthwhile.stream()
			.skip(before.size())
			.limit(most - before.size() - fresh)
			.map(Worth::question)
			.toList();
		var kept = days(forecast(until), today, date, most);
		return new Plan(today, date, again, before, fresh, after, done, forecast(until).readiness(),
				prospect(until, today, date, most, kept), kept);
	}

	private Plan.Prospect prospect(double until, LocalDate today, LocalDate date, int most, List<Plan.Day> kept) {
		var once = forecast(until);
		practise(once, today, 0, most);
		var leftOut = forecast(until);
		days(leftOut, today, date, 0);
		var last = kept.get(kept.size() - 1).readiness();
		return new Plan.Prospect(once.readiness(), (last != null) ? last : 0, leftOut.readiness());
	}

	/**
	 * Practises on each day before the date, or on the date itself if that is today.
	 * @param most how many questions there is room for today
	 */
	private List<Plan.Day> days(Forecast forecast, LocalDate today, LocalDate date, int most) {
		var left = (int) Math.max(1, ChronoUnit.DAYS.between(today, date));
		var step = Math.max(1, (left - 1) / STEPS);
		var planned = new ArrayList<Plan.Day>();
		for (int day = 0; day < left;) {
			var length = (day < STEPS) ? 1 : Math.min(step, left - day);
			var count = practise(forecast, today, day, (day == 0) ? most : length * this.aim.daily());
			planned.add(new Plan.Day(today.plusDays(day), today.plusDays(day + length - 1L), count.fresh(),
					count.repeats(), forecast.readiness()));
			day += length;
		}
		return planned;
	}

	private Forecast.Count practise(Forecast forecast, LocalDate today, int day, int most) {
		var since = daysUntil(this.days.start(today.plusDays(day)));
		return forecast.practise(day, Math.min(since, day), most);
	}

	private Forecast forecast(double until) {
		return new Forecast(outlook(), until,
				this.practised.stream()
					.map((one) -> new Forecast.Known(one.card().memory(), daysUntil(one.card().reviewedAt()), 1))
					.toList(),
				this.unseen);
	}

	/** How likely a question is remembered on the date, or now if there is none. */
	double recall(Practised one) {
		var date = this.aim.ahead(this.days.date(this.now));
		return outlook().without(one.card().memory(), daysUntil(one.card().reviewedAt()),
				(date != null) ? daysUntil(this.days.interview(date, this.now)) : 0);
	}

	private Outlook outlook() {
		return new Outlook(Fsrs.DEFAULT, this.firsts);
	}

	/** In days from now; below 0 for what has passed. */
	private double daysUntil(Instant moment) {
		return Duration.between(this.now, moment).toMillis() / DAY;
	}

	private record Worth(long question, double worth) {
	}

}
