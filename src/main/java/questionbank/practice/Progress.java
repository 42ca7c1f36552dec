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
import java.util.LinkedHashMap;
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
import questionbank.practice.ProgressView.MissedQuestion;
import questionbank.practice.SessionView.GradedAnswer;
import questionbank.question.QuestionBank;
import questionbank.scheduling.Grade;
import questionbank.scheduling.PracticeDays;
import questionbank.scheduling.Timestamps;

/** Reads the history of a learner's practice, exports it, and deletes it. */
@Service
class Progress {

	/** The number of latest answers that the missed key points are computed from. */
	private static final int ANALYSED = 500;

	private static final int WEAKEST = 8;

	/** The number of misses from which on a key point is shown. */
	private static final int MISSED = 2;

	private final StudyPlans studyPlans;

	private final MemoryModels models;

	private final Learners learners;

	private final LearnerRepository learnerRows;

	private final PracticeSessionRepository sessions;

	private final AttemptRepository attempts;

	private final QuestionBank bank;

	private final PracticeProperties properties;

	private final Clock clock;

	Progress(StudyPlans studyPlans, MemoryModels models, Learners learners, LearnerRepository learnerRows,
			PracticeSessionRepository sessions, AttemptRepository attempts, QuestionBank bank,
			PracticeProperties properties, Clock clock) {
		this.studyPlans = studyPlans;
		this.models = models;
		this.learners = learners;
		this.learnerRows = learnerRows;
		this.sessions = sessions;
		this.attempts = attempts;
		this.bank = bank;
		this.properties = properties;
		this.clock = clock;
	}

	ProgressView view(LearnerIdentity identity) {
		var status = this.studyPlans.status(identity);
		var learner = this.learners.find(identity).map(Learner::id).orElse(null);
		var graded = (learner != null) ? graded(learner, status) : List.<DatedGrade>of();
		// A learner who has crossed the date line may have grades dated tomorrow.
		var last = graded.stream()
			.map(DatedGrade::day)
			.reduce(status.days().dayOf(status.now()), (day, other) -> day.isAfter(other) ? day : other);
		return new ProgressView(status, forecast(status), calendar(graded, last), weeks(graded, last),
				weakest(learner, identity), (learner != null) ? this.attempts.countGraded(learner) : 0,
				(learner != null) ? this.models.find(learner).orElse(null) : null);
	}

	/** Finds the grades of the shown weeks, each with its practice day. */
	private List<DatedGrade> graded(long learner, PracticeStatus status) {
		var now = status.now();
		var first = firstShown(status.days().dayOf(now));
		return this.attempts
			.findGradedBetween(learner, status.days().startOf(first.minusDays(2)), Timestamps.latest(now))
			.stream()
			.map((attempt) -> new DatedGrade(day(attempt, status.days()), Objects.requireNonNull(attempt.grade())))
			.filter((grade) -> !grade.day().isBefore(first))
			.toList();
	}

	/** Returns the practice day of a grade, in the time zone in which it was given. */
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

	private static @Nullable LineChart forecast(PracticeStatus status) {
		var plan = status.plan();
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
			.filter((grade) -> !grade.day().isBefore(first))
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
		return new Calendar(shown, counts.size(), streak, ProgressView.spanTwoWeeks(counts.keySet(), last));
	}

	private static BarChart weeks(List<DatedGrade> graded, LocalDate last) {
		var weeks = IntStream.range(0, BarChart.WEEKS).mapToObj((back) -> {
			var start = monday(last).minusWeeks(BarChart.WEEKS - 1L - back);
			var grades = new EnumMap<Grade, Integer>(Grade.class);
			graded.stream()
				.filter((grade) -> !grade.day().isBefore(start) && grade.day().isBefore(start.plusWeeks(1)))
				.forEach((grade) -> grades.merge(grade.grade(), 1, Integer::sum));
			return new BarChart.Week(start, grades, grades.values().stream().mapToInt(Integer::intValue).sum());
		}).toList();
		var first = weeks.get(0).monday();
		var days = graded.stream().map(DatedGrade::day).filter((day) -> !day.isBefore(first)).toList();
		return new BarChart(weeks, Math.max(1, weeks.stream().mapToInt(BarChart.Week::total).max().orElse(1)),
				ProgressView.spanTwoWeeks(days, last));
	}

	/**
	 * Finds the key points that were missed at least twice, the most missed first, and
	 * groups them by question.
	 */
	private List<MissedQuestion> weakest(@Nullable Long learner, LearnerIdentity identity) {
		if (learner == null) {
			return List.of();
		}
		var counts = new HashMap<MissedPoint, int[]>();
		for (var attempt : this.attempts.findLatest(learner, ANALYSED, 0)) {
			if (attempt.hasTicks()) {
				attempt.covered().forEach((point) -> count(counts, point, attempt, 0));
				attempt.missed().forEach((point) -> count(counts, point, attempt, 1));
			}
		}
		var weakest = counts.entrySet()
			.stream()
			.filter((counted) -> counted.getValue()[0] >= MISSED)
			.map((counted) -> new MissedPoint(counted.getKey().point(), counted.getKey().question(),
					counted.getValue()[0], counted.getValue()[1]))
			.sorted(Comparator.comparingDouble((MissedPoint point) -> -(point.missed() - 0.5) / point.asked())
				.thenComparing(MissedPoint::question)
				.thenComparing(MissedPoint::point))
			.toList();
		var visible = this.bank.summaries(weakest.stream().map(MissedPoint::question).toList(), identity.viewer());
		var byQuestion = weakest.stream()
			.filter((point) -> visible.containsKey(point.question()))
			.limit(WEAKEST)
			.collect(Collectors.groupingBy(MissedPoint::question, LinkedHashMap::new, Collectors.toList()));
		return byQuestion.entrySet()
			.stream()
			.map((question) -> new MissedQuestion(question.getKey(),
					Objects.requireNonNull(visible.get(question.getKey())).prompt(), question.getValue()))
			.toList();
	}

	private static void count(Map<MissedPoint, int[]> counts, String point, Attempt attempt, int missed) {
		var count = counts.computeIfAbsent(new MissedPoint(point, attempt.questionId(), 0, 0), (absent) -> new int[2]);
		count[0] += missed;
		count[1]++;
	}

	/**
	 * Finds a slice of the graded answers, the latest first.
	 */
	@Transactional(readOnly = true)
	List<GradedAnswer> history(LearnerIdentity identity, int limit, int offset) {
		var graded = this.learners.find(identity)
			.map((learner) -> this.attempts.findLatest(learner.id(), limit, offset))
			.orElse(List.of());
		var visible = this.bank.summaries(graded.stream().map(Attempt::questionId).collect(Collectors.toSet()),
				identity.viewer());
		return graded.stream().map((attempt) -> {
			var question = visible.get(attempt.questionId());
			return GradedAnswer.of(attempt, (question != null) ? question.prompt() : null);
		}).toList();
	}

	/** Deletes the learner with all sessions, attempts and cards. */
	@Transactional
	void delete(LearnerIdentity identity) {
		this.learners.findForChange(identity).ifPresent((learner) -> this.learnerRows.deleteById(learner.id()));
	}

	/** Exports the data of a learner. */
	@Transactional(readOnly = true)
	/** Returns today's plan in short, or {@code null} without a learner. */
	StudyPlans.@Nullable Today today(LearnerIdentity identity) {
		return this.studyPlans.findToday(identity).orElse(null);
	}

	PracticeExport export(LearnerIdentity identity) {
		return this.learners.find(identity)
			.map((learner) -> PracticeExport.of(learner, this.studyPlans.goal(learner, identity),
					this.sessions.findLatest(learner.id(), Timestamps.latest(now()), Integer.MAX_VALUE),
					this.attempts.findLog(learner.id()), this.models.find(learner.id()).orElse(null),
					this.learners.export(learner.id()), now()))
			.orElseGet(() -> PracticeExport.empty(now()));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
	}

	/** A grade with its practice day. */
	private record DatedGrade(LocalDate day, Grade grade) {
	}

}
