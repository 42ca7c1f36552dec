package questionbank.practice;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import questionbank.practice.ProgressPage.BarChart;
import questionbank.practice.ProgressPage.Calendar;
import questionbank.practice.ProgressPage.LineChart;
import questionbank.practice.ProgressPage.MissedPoint;
import questionbank.practice.SessionPage.Answered;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionSummary;

/** What came of somebody's practice, and all that is kept of it. */
@Service
class Progress {

	/** Key points are judged by so many of the latest answers. */
	private static final int JUDGED = 500;

	private static final int WEAKEST = 8;

	private final Preparation preparation;

	private final Learners learners;

	private final LearnerRepository learnerRows;

	private final PracticeSessionRepository sessions;

	private final AttemptRepository attempts;

	private final QuestionBank bank;

	private final Clock clock;

	Progress(Preparation preparation, Learners learners, LearnerRepository learnerRows,
			PracticeSessionRepository sessions, AttemptRepository attempts, QuestionBank bank, Clock clock) {
		this.preparation = preparation;
		this.learners = learners;
		this.learnerRows = learnerRows;
		this.sessions = sessions;
		this.attempts = attempts;
		this.bank = bank;
		this.clock = clock;
	}

	ProgressPage page(Who who) {
		var standing = this.preparation.standing(who, null);
		var learner = this.learners.find(who).map(Learner::id).orElse(null);
		var days = standing.days();
		var today = days.of(standing.now());
		var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		var first = monday.minusWeeks(Calendar.WEEKS - 1L);
		var graded = (learner != null) ? this.attempts.findGradedSince(learner, days.start(first)) : List.<Attempt>of();
		return new ProgressPage(standing, forecast(standing), calendar(graded, days, first, today),
				weeks(graded, days, monday), weakest(learner, who),
				(learner != null) ? this.attempts.countGraded(learner) : 0);
	}

	private static @Nullable LineChart forecast(Standing standing) {
		var plan = standing.plan();
		if (plan.date() == null) {
			return null;
		}
		var points = new ArrayList<LineChart.Point>();
		points.add(new LineChart.Point(plan.today(), plan.readiness(), 0, 100 - 100 * plan.readiness()));
		var length = (double) Math.max(1, plan.daysLeft());
		for (var day : plan.days()) {
			var readiness = Objects.requireNonNullElse(day.readiness(), 0.0);
			var x = 100 * (ChronoUnit.DAYS.between(plan.today(), day.last()) + 1) / length;
			points.add(new LineChart.Point(day.last(), readiness, Math.min(100, x), 100 - 100 * readiness));
		}
		return new LineChart(points);
	}

	private static Calendar calendar(List<Attempt> graded, Days days, LocalDate first, LocalDate today) {
		var counts = graded.stream().collect(Collectors.groupingBy((one) -> day(one, days), Collectors.counting()));
		var most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
		var shown = IntStream.rangeClosed(0, (int) ChronoUnit.DAYS.between(first, today)).mapToObj((day) -> {
			var answers = counts.getOrDefault(first.plusDays(day), 0L).intValue();
			return new Calendar.Day(first.plusDays(day), answers, day / 7, day % 7,
					(int) Math.ceil(4.0 * answers / most));
		}).toList();
		var streak = 0;
		for (var day = counts.containsKey(today) ? today : today.minusDays(1); counts
			.containsKey(day); day = day.minusDays(1)) {
			streak++;
		}
		return new Calendar(shown, counts.size(), streak);
	}

	private static BarChart weeks(List<Attempt> graded, Days days, LocalDate monday) {
		var weeks = IntStream.range(0, BarChart.WEEKS).mapToObj((back) -> {
			var start = monday.minusWeeks(BarChart.WEEKS - 1L - back);
			var grades = new EnumMap<Grade, Integer>(Grade.class);
			graded.stream()
				.filter((one) -> !day(one, days).isBefore(start) && day(one, days).isBefore(start.plusWeeks(1)))
				.forEach((one) -> grades.merge(Objects.requireNonNull(one.grade()), 1, Integer::sum));
			return new BarChart.Week(start, grades, grades.values().stream().mapToInt(Integer::intValue).sum());
		}).toList();
		return new BarChart(weeks, Math.max(1, weeks.stream().mapToInt(BarChart.Week::total).max().orElse(1)));
	}

	private static LocalDate day(Attempt attempt, Days days) {
		return days.of(Objects.requireNonNull(attempt.gradedAt()));
	}

	/**
	 * Whoever ticks nothing of a good answer has not looked at the key points; that says
	 * nothing of them.
	 */
	private List<MissedPoint> weakest(@Nullable Long learner, Who who) {
		if (learner == null) {
			return List.of();
		}
		var counts = new HashMap<MissedPoint, int[]>();
		for (var attempt : this.attempts.findLatest(learner, JUDGED, 0)) {
			if (!attempt.covered().isEmpty() || attempt.grade() == Grade.AGAIN) {
				attempt.covered().forEach((point) -> count(counts, point, attempt, 0));
				attempt.missed().forEach((point) -> count(counts, point, attempt, 1));
			}
		}
		var weakest = counts.entrySet()
			.stream()
			.filter((counted) -> counted.getValue()[0] > 0)
			.map((counted) -> new MissedPoint(counted.getKey().point(), counted.getKey().question(),
					counted.getValue()[0], counted.getValue()[1]))
			.sorted(Comparator.comparingDouble((MissedPoint one) -> -(one.missed() - 0.5) / one.asked())
				.thenComparing(MissedPoint::question)
				.thenComparing(MissedPoint::point))
			.limit(WEAKEST)
			.toList();
		var seen = this.bank.summaries(weakest.stream().map(MissedPoint::question).toList(), who.viewer());
		return weakest.stream().filter((one) -> seen.containsKey(one.question())).toList();
	}

	private static void count(Map<MissedPoint, int[]> counts, String point, Attempt attempt, int missed) {
		var count = counts.computeIfAbsent(new MissedPoint(point, attempt.questionId(), 0, 0), (absent) -> new int[2]);
		count[0] += missed;
		count[1]++;
	}

	/**
	 * A page of all answers that were graded, the latest first.
	 * @param offset how many to leave out
	 */
	@Transactional(readOnly = true)
	List<Answered> history(Who who, int limit, int offset) {
		var graded = this.learners.find(who)
			.map((learner) -> this.attempts.findLatest(learner.id(), limit, offset))
			.orElse(List.of());
		var seen = this.bank.summaries(graded.stream().map(Attempt::questionId).collect(Collectors.toSet()),
				who.viewer());
		return graded.stream().map((one) -> answered(one, seen.get(one.questionId()))).toList();
	}

	private static Answered answered(Attempt attempt, @Nullable QuestionSummary question) {
		return new Answered(attempt.sessionId(), attempt.place(), attempt.questionId(),
				(question != null) ? question.prompt() : null, Objects.requireNonNullElse(attempt.answer(), ""),
				attempt.grade(), attempt.gradedAt(), attempt.covered(), attempt.missed(), "");
	}

	/** Deletes all that is kept of somebody's practice, at once and for good. */
	@Transactional
	void remove(Who who) {
		this.learners.findForChange(who).ifPresent((learner) -> this.learnerRows.deleteById(learner.id()));
	}

	/** All that is kept of somebody's practice, to take away. */
	@Transactional(readOnly = true)
	PracticeExport export(Who who) {
		return this.learners.find(who)
			.map((learner) -> PracticeExport.of(learner, this.preparation.aim(learner, who),
					this.sessions.findLatest(learner.id(), Integer.MAX_VALUE), this.attempts.findLog(learner.id()),
					now()))
			.orElseGet(() -> PracticeExport.nothing(now()));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
	}

}
