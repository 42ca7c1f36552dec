package questionbank.practice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import questionbank.practice.SessionView.CurrentQuestion;
import questionbank.practice.SessionView.GradeOption;
import questionbank.practice.SessionView.GradedAnswer;
import questionbank.practice.SessionView.KeyPoint;
import questionbank.practice.SessionView.Stage;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDetails;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionSummary;
import questionbank.scheduling.DueDateLabel;
import questionbank.scheduling.Grade;
import questionbank.scheduling.PracticeDays;
import questionbank.scheduling.ReviewedCard;

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

	private final ListPractice lists;

	private final AnswerCheck check;

	private final PracticeProperties properties;

	private final Clock clock;

	SessionReader(Learners learners, PracticeSessionRepository sessions, AttemptRepository attempts, Cards cards,
			QuestionBank bank, ShownRevisions revisions, ListPractice lists, AnswerCheck check,
			PracticeProperties properties, Clock clock) {
		this.learners = learners;
		this.sessions = sessions;
		this.attempts = attempts;
		this.cards = cards;
		this.bank = bank;
		this.revisions = revisions;
		this.lists = lists;
		this.check = check;
		this.properties = properties;
		this.clock = clock;
	}

	/** Finds a session of the learner. */
	@Transactional(readOnly = true)
	Optional<SessionView> find(long id, LearnerIdentity identity) {
		return this.learners.find(identity)
			.flatMap((learner) -> this.sessions.findByLearner(id, learner.id())
				.map((session) -> view(session, this.properties.days(learner.zone()), identity)));
	}

	private SessionView view(PracticeSession session, PracticeDays days, LearnerIdentity identity) {
		var now = this.clock.instant();
		var all = this.attempts.findBySession(session.id());
		var visible = this.bank.summaries(all.stream().map(Attempt::questionId).collect(Collectors.toSet()),
				identity.viewer());
		var current = currentAttempt(session, all, visible, identity, now);
		var endsAt = session.endsAt();
		return new SessionView(session.id(), session.kind(), session.title(), session.isCounted(), days.zone(),
				session.startedAt(), all.size(), (int) all.stream().filter(Attempt::isGraded).count(),
				(int) all.stream()
					.filter((attempt) -> !attempt.isGraded() && !visible.containsKey(attempt.questionId())
							&& !isCurrent(attempt, current))
					.count(),
				endsAt, (endsAt != null) ? Timestamps.millisUntil(endsAt, now) : null, stage(session, current, now),
				(current != null) ? currentQuestion(session, current, all, days, now) : null,
				unsent(session, all, visible.keySet(), now),
				(current == null) ? answers(session, all, visible, days, now) : List.of(),
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

	/** Returns the graded answers, each with its due date. */
	private List<GradedAnswer> answers(PracticeSession session, List<Attempt> all, Map<Long, QuestionSummary> visible,
			PracticeDays days, Instant now) {
		var cards = session.isCounted()
				? this.cards.findAll(session.learnerId(), now)
					.stream()
					.collect(Collectors.toMap(ReviewedCard::question, Function.identity()))
				: Map.<Long, ReviewedCard>of();
		return all.stream()
			.filter(Attempt::isGraded)
			.map((attempt) -> gradedAnswer(attempt, visible, cards.get(attempt.questionId()), days, now))
			.toList();
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
			PracticeDays days, Instant now) {
		var attempt = current.attempt;
		var revealed = session.isRevealed(attempt, now);
		return new CurrentQuestion(attempt.position(), number(session, attempt, all, now), current.question,
				Objects.requireNonNullElse(attempt.answer(), ""), isLate(session, attempt),
				revealed ? options(session, attempt, days, now) : List.of(),
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

	/** Returns the number of an attempt among those to answer, or those to grade. */
	private static int number(PracticeSession session, Attempt attempt, List<Attempt> all, Instant now) {
		var isHidingAnswers = session.isHidingAnswers(now);
		return 1 + (int) all.stream()
			.filter((other) -> other.position() < attempt.position()
					&& (isHidingAnswers ? other.isAnswered() : other.isGraded()))
			.count();
	}

	private List<GradeOption> options(PracticeSession session, Attempt attempt, PracticeDays days, Instant now) {
		if (!session.isCounted()) {
			return List.of(Grade.values()).stream().map((grade) -> new GradeOption(grade, "")).toList();
		}
		var before = this.cards.find(session.learnerId(), attempt.questionId(), now);
		return this.cards.next(session.learnerId(), before, attempt.questionId(), now)
			.entrySet()
			.stream()
			.map((next) -> new GradeOption(next.getKey(), DueDateLabel.of(next.getValue(), days, now)))
			.toList();
	}

	private List<GradedAnswer> earlier(long learner, long question) {
		return this.attempts.findGraded(learner, question, EARLIER)
			.stream()
			.map((attempt) -> gradedAnswer(attempt, null, ""))
			.toList();
	}

	private static GradedAnswer gradedAnswer(Attempt attempt, Map<Long, QuestionSummary> visible,
			@Nullable ReviewedCard card, PracticeDays days, Instant now) {
		var question = visible.get(attempt.questionId());
		return gradedAnswer(attempt, (question != null) ? question.prompt() : null,
				(card != null) ? DueDateLabel.of(card.card(), days, now) : "");
	}

	private static GradedAnswer gradedAnswer(Attempt attempt, @Nullable String prompt, String due) {
		return new GradedAnswer(attempt.sessionId(), attempt.position(), attempt.questionId(), prompt,
				Objects.requireNonNullElse(attempt.answer(), ""), attempt.grade(), attempt.gradedAt(),
				attempt.gradedZone(), attempt.covered(), attempt.missed(), due);
	}

	private record ShownAttempt(Attempt attempt, QuestionDetails question) {
	}

}
