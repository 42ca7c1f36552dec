package questionbank.practice;

import questionbank.scheduling.PracticeDays;
import questionbank.scheduling.Grade;
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

import questionbank.practice.ProgressView.BarChart;
import questionbank.practice.ProgressView.Calendar;
import questionbank.practice.ProgressView.LineChart;
import questionbank.practice.ProgressView.MissedPoint;
import questionbank.practice.SessionView.Answered;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionSummary;

/** What came of somebody's practice, and all that is kept of it. */
@Service
class Progress {

	/** Key points are judged by so many of the latest answers. */
	private static final int JUDGED = 500;

	private static final int WEAKEST = 8;

	private final StudyPlans preparation;

	private final Learners learners;

	private final LearnerRepository learnerRows;

	private final PracticeSessionRepository sessions;

	private final AttemptRepository attempts;

	private final QuestionBank bank;

	private final PracticeProperties properties;

	private final Clock clock;

	Progress(StudyPlans preparation, Learners learners, LearnerRepository learnerRows,
			PracticeSessionRepository sessions, AttemptRepository attempts, QuestionBank bank,
			PracticeProperties properties, Clock clock) {
		this.preparation = preparation;
		this.learners = learners;
		this.learnerRows = learnerRows;
		this.sessions = sessions;
		this.attempts = attempts;
		this.bank = bank;
		this.properties = properties;
		this.clock = clock;
	}

	ProgressView page(LearnerIdentity who) {
		var standing = this.preparation.standing(who);
		var learner = this.learners.find(who).map(Learner::id).orElse(null);
		var graded = (learner != null) ? graded(learner, standing) : List.<DatedGrade>of();
		// A learner who has crossed the date line may have grades of tomorrow.
		var last = graded.stream()
			.map(DatedGrade::day)
			.reduce(standing.days().dayOf(standing.now()), (one, other) -> one.isAfter(other) ? one : other);
		return new ProgressView(standing, forecast(standing), calendar(graded, last), weeks(graded, last),
				weakest(learner, who), (learner != null) ? this.attempts.countGraded(learner) : 0);
	}

	/** The grades of the weeks that are shown, each on its practice day. */
	private List<DatedGrade> graded(long learner, PracticeStatus standing) {
		var now = standing.now();
		var first = firstShown(standing.days().dayOf(now));
		return this.attempts
			.findGradedBetween(learner, standing.days().startOf(first.minusDays(2)), Timestamps.latest(now))
			.stream()
			.map((one) -> new DatedGrade(day(one, standing.days()), Objects.requireNonNull(one.grade())))
			.filter((one) -> !one.day().isBefore(first))
			.toList();
	}

	/** Days that have passed stay those of the zone in which they were practised. */
	private LocalDate day(Attempt attempt, PracticeDays days) {
		var zone = attempt.gradedZone();
		return ((zone != null) ? this.properties.days(zone) : days).dayOf(Objects.requireNonNull(attempt.gradedAt()));
	}

	private static LocalDate monday(LocalDate day) {
		return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
	}

	private static LocalDate firstShown(LocalDate last) {
		return monday(last).minusWeeks(Calendar.WEEKS - 1L);
	}

	private static @Nullable LineChart forecast(PracticeStatus standing) {
		var plan = standing.plan();
		if (plan.date() == null) {
			return null;
		}
		var points = new ArrayList<LineChart.Point>();
		points.add(new LineChart.Point(plan.today(), plan.readiness(), 0, 100 - 100 * plan.readiness()));
		var length = (double) Math.max(1, plan.practiceDaysLeft());
		for (var day : plan.days()) {
			var readiness = Objects.requireNonNullElse(day.readiness(), 0.0);
			var x = 100 * (ChronoUnit.DAYS.between(plan.today(), day.last()) + 1) / length;
			points.add(new LineChart.Point(day.last(), readiness, Math.min(100, x), 100 - 100 * readiness));
		}
		return new LineChart(points);
	}

	private static Calendar calendar(List<DatedGrade> graded, LocalDate last) {
		var first = firstShown(last);
		var counts = graded.stream()
			.filter((one) -> !one.day().isBefore(first))
			.collect(Collectors.groupingBy(DatedGrade::day, Collectors.counting()));
		var most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
		var shown = IntStream.rangeClosed(0, (int) ChronoUnit.DAYS.between(first, last)).mapToObj((day) -> {
			var answers = counts.getOrDefault(first.plusDays(day), 0L).intValue();
			return new Calendar.Day(first.plusDays(day), answers, day / 7, day % 7,
					(int) Math.ceil(4.0 * answers / most));
		}).toList();
		var streak = 0;
		for (var day = counts.containsKey(last) ? last : last.minusDays(1); counts
			.containsKey(day); day = day.minusDays(1)) {
			streak++;
		}
		return new Calendar(shown, counts.size(), streak);
	}

	private static BarChart weeks(List<DatedGrade> graded, LocalDate last) {
		var weeks = IntStream.range(0, BarChart.WEEKS).mapToObj((back) -> {
			var start = monday(last).minusWeeks(BarChart.WEEKS - 1L - back);
			var grades = new EnumMap<Grade, Integer>(Grade.class);
			graded.stream()
				.filter((one) -> !one.day().isBefore(start) && one.day().isBefore(start.plusWeeks(1)))
				.forEach((one) -> grades.merge(one.grade(), 1, Integer::sum));
			return new BarChart.Week(start, grades, grades.values().stream().mapToInt(Integer::intValue).sum());
		}).toList();
		return new BarChart(weeks, Math.max(1, weeks.stream().mapToInt(BarChart.Week::total).max().orElse(1)));
	}

	/**
	 * Whoever ticks nothing of a good answer has not looked at the key points; that says
	 * nothing of them.
	 */
	private List<MissedPoint> weakest(@Nullable Long learner, LearnerIdentity who) {
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
	List<Answered> history(LearnerIdentity who, int limit, int offset) {
		var graded = this.learners.find(who)
			.map((learner) -> this.attempts.findLatest(learner.id(), limit, offset))
			.orElse(List.of());
		var seen = this.bank.summaries(graded.stream().map(Attempt::questionId).collect(Collectors.toSet()),
				who.viewer());
		return graded.stream().map((one) -> answered(one, seen.get(one.questionId()))).toList();
	}

	private static Answered answered(Attempt attempt, @Nullable QuestionSummary question) {
		return new Answered(attempt.sessionId(), attempt.position(), attempt.questionId(),
				(question != null) ? question.prompt() : null, Objects.requireNonNullElse(attempt.answer(), ""),
				attempt.grade(), attempt.gradedAt(), attempt.gradedZone(), attempt.covered(), attempt.missed(), "");
	}

	/** Deletes all that is kept of somebody's practice, at once and for good. */
	@Transactional
	void remove(LearnerIdentity who) {
		this.learners.findForChange(who).ifPresent((learner) -> this.learnerRows.deleteById(learner.id()));
	}

	/** All that is kept of somebody's practice, to take away. */
	@Transactional(readOnly = true)
	PracticeExport export(LearnerIdentity who) {
		return this.learners.find(who)
			.map((learner) -> PracticeExport.of(learner, this.preparation.aim(learner, who),
					this.sessions.findLatest(learner.id(), Timestamps.latest(now()), Integer.MAX_VALUE),
					this.attempts.findLog(learner.id()), now()))
			.orElseGet(() -> PracticeExport.nothing(now()));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
	}

	/** A grade on the practice day on which it was given. */
	private record DatedGrade(LocalDate day, Grade grade) {
	}

}
