package questionbank.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import questionbank.practice.PracticeSession.Kind;
import questionbank.practice.SessionView.GradedAnswer;
import questionbank.practice.SessionView.PractisedQuestion;
import questionbank.practice.SessionView.QuestionPart;
import questionbank.practice.SessionView.Summary;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDetails;
import questionbank.question.QuestionSummary;
import questionbank.scheduling.DueDates;
import questionbank.scheduling.Grade;
import questionbank.scheduling.ReviewedCard;
import questionbank.scheduling.Workload;

/** Summarizes a session that is over: grades, time, key points and readiness. */
@Component
class SessionSummaries {

	/** The number of most missed key points, and of probes. */
	private static final int SHOWN_POINTS = 3;

	private static final int SHOWN_PROBES = 2;

	private final Cards cards;

	private final StudyPlans studyPlans;

	private final QuestionBank bank;

	SessionSummaries(Cards cards, StudyPlans studyPlans, QuestionBank bank) {
		this.cards = cards;
		this.studyPlans = studyPlans;
		this.bank = bank;
	}

	/**
	 * Summarizes a session.
	 * @param all the attempts of the session, by position
	 * @param visible the questions that the learner may see, by id
	 */
	Summary summarize(PracticeSession session, List<Attempt> all, Map<Long, QuestionSummary> visible, DueDates dates,
			LearnerIdentity identity) {
		var graded = all.stream().filter(Attempt::isGraded).toList();
		var after = session.isCounted() ? this.cards.findAll(session.learnerId(), dates.now())
				: List.<ReviewedCard>of();
		var times = times(session, all);
		var questions = questions(graded, visible, after, times, dates);
		var readiness = readiness(session, graded, after, identity);
		return new Summary(grades(graded), total(times), questions, mostMissed(graded, visible),
				(readiness != null) ? readiness.before : null, (readiness != null) ? readiness.after : null,
				(session.kind() == Kind.MOCK) ? probes(questions, identity) : List.of());
	}

	private static Map<Grade, Long> grades(List<Attempt> graded) {
		var counts = new EnumMap<Grade, Long>(Grade.class);
		graded.forEach((attempt) -> counts.merge(Objects.requireNonNull(attempt.grade()), 1L, Long::sum));
		return counts;
	}

	/**
	 * Measures the time of each question, from the answer before it. In other sessions
	 * than mock interviews, comparing and grading belongs to it. Leaves out breaks, and
	 * what a session took that was started by sending its answer.
	 */
	private static Map<Long, Duration> times(PracticeSession session, List<Attempt> all) {
		Function<Attempt, @Nullable Instant> end = (session.kind() == Kind.MOCK) ? Attempt::answeredAt
				: Attempt::gradedAt;
		var times = new HashMap<Long, Duration>();
		Instant last = null;
		for (var attempt : all.stream()
			.filter((one) -> end.apply(one) != null)
			.sorted(Comparator.comparing((one) -> Objects.requireNonNull(end.apply(one))))
			.toList()) {
			var at = Objects.requireNonNull(end.apply(attempt));
			Workload.time(last, session.startedAt(), Objects.requireNonNull(attempt.answeredAt()), at)
				.ifPresent((time) -> times.merge(attempt.questionId(), time, Duration::plus));
			last = at;
		}
		return times;
	}

	private static @Nullable Duration total(Map<Long, Duration> times) {
		return times.values().stream().reduce(Duration::plus).orElse(null);
	}

	private static List<PractisedQuestion> questions(List<Attempt> graded, Map<Long, QuestionSummary> visible,
			List<ReviewedCard> cards, Map<Long, Duration> times, DueDates dates) {
		var byQuestion = graded.stream()
			.collect(Collectors.groupingBy(Attempt::questionId, LinkedHashMap::new, Collectors.toList()));
		var due = cards.stream().collect(Collectors.toMap(ReviewedCard::question, (card) -> dates.label(card.card())));
		return byQuestion.entrySet().stream().map((entry) -> {
			var question = visible.get(entry.getKey());
			var prompt = (question != null) ? question.prompt() : null;
			return new PractisedQuestion(entry.getKey(), prompt, due.getOrDefault(entry.getKey(), ""),
					times.get(entry.getKey()),
					entry.getValue().stream().map((attempt) -> GradedAnswer.of(attempt, prompt)).toList());
		}).toList();
	}

	/**
	 * Returns the key points that were missed most often, the most missed first, of the
	 * questions that are still visible.
	 */
	private static List<QuestionPart> mostMissed(List<Attempt> graded, Map<Long, QuestionSummary> visible) {
		var counts = new LinkedHashMap<QuestionPart, Long>();
		graded.stream()
			.filter(Attempt::hasTicks)
			.flatMap((attempt) -> Stream.ofNullable(visible.get(attempt.questionId()))
				.flatMap((question) -> attempt.missed()
					.stream()
					.map((point) -> new QuestionPart(question.id(), question.prompt(), point))))
			.forEach((point) -> counts.merge(point, 1L, Long::sum));
		return counts.entrySet()
			.stream()
			.sorted(Map.Entry.<QuestionPart, Long>comparingByValue().reversed())
			.limit(SHOWN_POINTS)
			.map(Map.Entry::getKey)
			.toList();
	}

	/**
	 * Computes the readiness without and with the grades of a session, both as of its
	 * last grade, so that it stays the same when the page is opened later. Returns
	 * {@code null} if the session does not count, or while the index is rebuilt.
	 */
	private @Nullable Change readiness(PracticeSession session, List<Attempt> graded, List<ReviewedCard> now,
			LearnerIdentity identity) {
		var last = graded.stream()
			.map((attempt) -> Objects.requireNonNull(attempt.gradedAt()))
			.max(Comparator.naturalOrder());
		if (last.isEmpty() || !session.isCounted()) {
			return null;
		}
		var practised = graded.stream().map(Attempt::questionId).collect(Collectors.toSet());
		var end = last.get();
		var after = now.stream().noneMatch((card) -> card.card().reviewedAt().isAfter(end)) ? now
				: this.cards.findAll(session.learnerId(), end, this.cards.model(session.learnerId()));
		var before = new ArrayList<>(after.stream().filter((card) -> !practised.contains(card.question())).toList());
		before.addAll(this.cards.findBefore(session.learnerId(), practised, session.startedAt()));
		var readiness = this.studyPlans.readiness(identity, end, before, after);
		return readiness.isEmpty() ? null : new Change(readiness.get(0), readiness.get(1));
	}

	/**
	 * Selects follow-up questions, of the questions whose key points were missed most.
	 */
	private List<QuestionPart> probes(List<PractisedQuestion> questions, LearnerIdentity identity) {
		if (questions.isEmpty()) {
			return List.of();
		}
		var found = this.bank.find(questions.stream().map(PractisedQuestion::id).toList(), identity.viewer())
			.stream()
			.collect(Collectors.toMap(QuestionDetails::id, Function.identity()));
		return questions.stream()
			.sorted(Comparator.comparingDouble(PractisedQuestion::coverage))
			.flatMap((question) -> Stream.ofNullable(found.get(question.id()))
				.flatMap((details) -> details.content().probes().stream().limit(1))
				.map((text) -> new QuestionPart(question.id(), Objects.requireNonNull(question.prompt()), text)))
			.limit(SHOWN_PROBES)
			.toList();
	}

	private record Change(double before, double after) {
	}

}
