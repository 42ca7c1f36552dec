package questionbank.practice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import questionbank.practice.SessionView.Count;
import questionbank.practice.SessionView.CurrentQuestion;
import questionbank.practice.SessionView.GradeOption;
import questionbank.practice.SessionView.GradedAnswer;
import questionbank.practice.SessionView.KeyPoint;
import questionbank.practice.SessionView.Stage;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDetails;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionSummary;
import questionbank.scheduling.DueDates;
import questionbank.scheduling.Grade;
import questionbank.scheduling.Timestamps;

/**
 * Reads a session for its page: the current question, or at the end the graded answers.
 * Reads questions from the database, as the search index may lag behind.
 */
@Service
class SessionReader {

	/** The maximum number of earlier answers shown with a question. */
	private static final int EARLIER = 10;

	private final Learners learners;

	private final PracticeSessionRepository sessions;

	private final AttemptRepository attempts;

	private final Cards cards;

	private final QuestionBank bank;

	private final ShownRevisions revisions;

	private final SessionSummaries summaries;

	private final ListPractice lists;

	private final AnswerCheck check;

	private final PracticeProperties properties;

	private final Clock clock;

	SessionReader(Learners learners, PracticeSessionRepository sessions, AttemptRepository attempts, Cards cards,
			QuestionBank bank, ShownRevisions revisions, SessionSummaries summaries, ListPractice lists,
			AnswerCheck check, PracticeProperties properties, Clock clock) {
		this.learners = learners;
		this.sessions = sessions;
		this.attempts = attempts;
		this.cards = cards;
		this.bank = bank;
		this.revisions = revisions;
		this.summaries = summaries;
		this.lists = lists;
		this.check = check;
		this.properties = properties;
		this.clock = clock;
	}

	/** Finds a session of the learner. */
	@Transactional(readOnly = true)
	Optional<SessionView> find(long id, LearnerIdentity identity) {
		var now = this.clock.instant();
		return this.learners.find(identity)
			.flatMap((learner) -> this.sessions.findByLearner(id, learner.id())
				.map((session) -> view(session, learner.dueDates(this.properties.days(learner.zone()), now),
						identity)));
	}

	private SessionView view(PracticeSession session, DueDates dates, LearnerIdentity identity) {
		var now = dates.now();
		var all = this.attempts.findBySession(session.id());
		var visible = this.bank.summaries(all.stream().map(Attempt::questionId).collect(Collectors.toSet()),
				identity.viewer());
		var current = currentAttempt(session, all, visible, identity, now);
		var count = Count.of(all,
				(attempt) -> visible.containsKey(attempt.questionId()) || isCurrent(attempt, current));
		var endsAt = session.endsAt();
		return new SessionView(session.id(), session.kind(), session.title(), session.isCounted(), dates.days().zone(),
				dates.interview(), session.startedAt(), count,
				(int) all.stream().map(Attempt::questionId).distinct().count() - count.total(), endsAt,
				(endsAt != null) ? Timestamps.millisUntil(endsAt, now) : null, stage(session, current, now),
				(current != null) ? currentQuestion(session, current, all, dates) : null,
				unsent(session, all, visible.keySet(), now),
				(current == null) ? this.summaries.summarize(session, all, visible, dates, identity) : null,
				(current == null) ? this.lists.findRemaining(session, identity).orElse(null) : null,
				Attempt.findLastGraded(all, now).map(Attempt::position).orElse(null));
	}

	private static @Nullable Integer unsent(PracticeSession session, List<Attempt> all, Set<Long> visible,
			Instant now) {
		return session.findOpenAtEnd(all, visible, now)
			.filter((attempt) -> !attempt.isAnswered())
			.map(Attempt::position)
			.orElse(null);
	}

	private static boolean isCurrent(Attempt attempt, @Nullable ShownAttempt current) {
		return current != null && current.attempt == attempt;
	}

	/** Finds the first visible attempt to answer or to grade. */
	private @Nullable ShownAttempt currentAttempt(PracticeSession session, List<Attempt> all,
			Map<Long, QuestionSummary> visible, LearnerIdentity identity, Instant now) {
		if (session.isOver()) {
			return null;
		}
		var isHidingAnswers = session.isHidingAnswers(now);
		return all.stream()
			.filter((attempt) -> isHidingAnswers ? !attempt.isAnswered() : !attempt.isGraded())
			.filter((attempt) -> visible.containsKey(attempt.questionId()))
			.flatMap((attempt) -> this.revisions.find(attempt, identity.viewer())
				.map((question) -> new ShownAttempt(attempt, question))
				.stream())
			.findFirst()
			.orElse(null);
	}

	private static Stage stage(PracticeSession session, @Nullable ShownAttempt current, Instant now) {
		if (current == null) {
			return Stage.OVER;
		}
		return session.isRevealed(current.attempt, now) ? Stage.GRADE : Stage.ANSWER;
	}

	private CurrentQuestion currentQuestion(PracticeSession session, ShownAttempt current, List<Attempt> all,
			DueDates dates) {
		var attempt = current.attempt;
		var now = dates.now();
		var revealed = session.isRevealed(attempt, now);
		return new CurrentQuestion(attempt.position(), number(session, attempt, all, now), current.question,
				Objects.requireNonNullElse(attempt.answer(), ""), missedBefore(attempt, all), isLate(session, attempt),
				revealed ? options(session, attempt, dates) : List.of(),
				revealed ? points(current.question.content(), attempt) : List.of(),
				revealed ? earlier(session.learnerId(), attempt.questionId()) : List.of());
	}

	private static boolean isLate(PracticeSession session, Attempt attempt) {
		var at = attempt.answeredAt();
		return at != null && attempt.answer() != null && session.isLate(at);
	}

	/** Returns the key points, ticked as before an undo, or else if they look covered. */
	private List<KeyPoint> points(QuestionDraft question, Attempt attempt) {
		var points = question.keyPoints();
		var matches = this.check.covered(question.prompt(), points, Objects.requireNonNullElse(attempt.answer(), ""));
		var isNew = attempt.covered().isEmpty() && attempt.missed().isEmpty();
		return IntStream.range(0, points.size())
			.mapToObj((i) -> new KeyPoint(points.get(i), matches.get(i),
					isNew ? !matches.get(i).isEmpty() : attempt.covered().contains(points.get(i))))
			.toList();
	}

	/** Returns the number of the question among those answered, or those graded. */
	private static int number(PracticeSession session, Attempt attempt, List<Attempt> all, Instant now) {
		var isHidingAnswers = session.isHidingAnswers(now);
		return (int) Stream
			.concat(Stream.of(attempt),
					all.stream()
						.filter((other) -> other.position() < attempt.position())
						.filter((other) -> isHidingAnswers ? other.isAnswered() : other.isGraded()))
			.map(Attempt::questionId)
			.distinct()
			.count();
	}

	/** Returns the key points that the last answer in this session missed. */
	private static List<String> missedBefore(Attempt attempt, List<Attempt> all) {
		return all.stream()
			.filter((other) -> other.isGraded() && other.questionId() == attempt.questionId())
			.reduce((first, last) -> last)
			.map(Attempt::missed)
			.orElse(List.of());
	}

	private List<GradeOption> options(PracticeSession session, Attempt attempt, DueDates dates) {
		if (!session.isCounted()) {
			return List.of(Grade.values()).stream().map((grade) -> new GradeOption(grade, "")).toList();
		}
		var before = this.cards.find(session.learnerId(), attempt.questionId(), dates.now());
		return this.cards.next(session.learnerId(), before, attempt.questionId(), dates.now())
			.entrySet()
			.stream()
			.map((next) -> new GradeOption(next.getKey(), dates.label(next.getValue())))
			.toList();
	}

	private List<GradedAnswer> earlier(long learner, long question) {
		return this.attempts.findGraded(learner, question, EARLIER)
			.stream()
			.map((attempt) -> GradedAnswer.of(attempt, null))
			.toList();
	}

	private record ShownAttempt(Attempt attempt, QuestionDetails question) {
	}

}
