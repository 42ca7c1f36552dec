package questionbank.practice;

import questionbank.scheduling.PracticeDays;
import questionbank.scheduling.ReviewedCard;
import questionbank.scheduling.Grade;
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

import questionbank.practice.PracticeSession.Kind;
import questionbank.practice.SessionView.Answered;
import questionbank.practice.SessionView.Asked;
import questionbank.practice.SessionView.Choice;
import questionbank.practice.SessionView.Point;
import questionbank.practice.SessionView.Stage;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDetails;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionSummary;

/**
 * A session as whoever practises sees it: the question whose turn it is, or at the end
 * what came of it. What it says of its questions is read from the database, as the index
 * may lack them for a while.
 */
@Service
class SessionReader {

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

	/** The session, if it is theirs who ask. */
	@Transactional(readOnly = true)
	Optional<SessionView> find(long id, LearnerIdentity who) {
		return this.learners.find(who)
			.flatMap((learner) -> this.sessions.findByLearner(id, learner.id())
				.map((session) -> page(session, this.properties.days(learner.zone()), who)));
	}

	private SessionView page(PracticeSession session, PracticeDays days, LearnerIdentity who) {
		var now = this.clock.instant();
		var all = this.attempts.findBySession(session.id());
		var seen = this.bank.summaries(all.stream().map(Attempt::questionId).collect(Collectors.toSet()), who.viewer());
		var turn = turn(session, all, seen, who, now);
		var last = Grading.last(all, now);
		var endsAt = session.endsAt();
		return new SessionView(session.id(), session.kind(), session.title(), session.isCounted(), days.zone(),
				session.startedAt(), all.size(), (int) all.stream().filter(Attempt::isGraded).count(),
				(int) all.stream()
					.filter((one) -> !one.isGraded() && !seen.containsKey(one.questionId()) && !isAsked(one, turn))
					.count(),
				endsAt, (endsAt != null) ? Timestamps.millisUntil(endsAt, now) : null, stage(session, turn, now),
				(turn != null) ? asked(session, turn, all, days, now) : null, unsent(session, all, seen.keySet(), now),
				(turn == null) ? answered(session, all, seen, days, now) : List.of(),
				(turn == null) ? this.lists.rest(session, who).orElse(null) : null,
				(last != null) ? last.position() : null);
	}

	private static @Nullable Integer unsent(PracticeSession session, List<Attempt> all, Set<Long> seen, Instant now) {
		var open = Grading.openAtTheEnd(session, all, seen, now);
		return (open != null && !open.isAnswered()) ? open.position() : null;
	}

	private static boolean isAsked(Attempt attempt, @Nullable Turn turn) {
		return turn != null && turn.attempt == attempt;
	}

	/** What was graded, each with the date on which it comes again. */
	private List<Answered> answered(PracticeSession session, List<Attempt> all, Map<Long, QuestionSummary> seen,
			PracticeDays days, Instant now) {
		var standing = session.isCounted()
				? this.cards.of(session.learnerId(), now)
					.stream()
					.collect(Collectors.toMap(ReviewedCard::question, Function.identity()))
				: Map.<Long, ReviewedCard>of();
		return all.stream()
			.filter(Attempt::isGraded)
			.map((one) -> answered(one, seen, standing.get(one.questionId()), days, now))
			.toList();
	}

	/** Whose turn it is, of what can still be seen. */
	private @Nullable Turn turn(PracticeSession session, List<Attempt> all, Map<Long, QuestionSummary> seen,
			LearnerIdentity who, Instant now) {
		if (session.isOver()) {
			return null;
		}
		var silent = session.isHidingAnswers(now);
		return all.stream()
			.filter((one) -> silent ? !one.isAnswered() : !one.isGraded())
			.filter((one) -> seen.containsKey(one.questionId()))
			.flatMap(
					(one) -> this.revisions.find(one, who.viewer()).map((question) -> new Turn(one, question)).stream())
			.findFirst()
			.orElse(null);
	}

	private static Stage stage(PracticeSession session, @Nullable Turn turn, Instant now) {
		if (turn == null) {
			return Stage.OVER;
		}
		return Grading.isRevealed(session, turn.attempt, now) ? Stage.GRADE : Stage.ANSWER;
	}

	private Asked asked(PracticeSession session, Turn turn, List<Attempt> all, PracticeDays days, Instant now) {
		var attempt = turn.attempt;
		var revealed = Grading.isRevealed(session, attempt, now);
		return new Asked(attempt.position(), number(session, attempt, all, now), turn.question,
				Objects.requireNonNullElse(attempt.answer(), ""), isLate(session, attempt),
				revealed ? choices(session, attempt, days, now) : List.of(),
				revealed ? points(turn.question.content(), attempt) : List.of(),
				revealed ? earlier(session.learnerId(), attempt.questionId()) : List.of());
	}

	private static boolean isLate(PracticeSession session, Attempt attempt) {
		var at = attempt.answeredAt();
		return at != null && attempt.answer() != null && session.isLate(at);
	}

	/** What was ticked before the grade was taken back, or else what looks covered. */
	private List<Point> points(QuestionDraft question, Attempt attempt) {
		var points = question.keyPoints();
		var looks = this.check.covered(question.prompt(), points, Objects.requireNonNullElse(attempt.answer(), ""));
		var isNew = attempt.covered().isEmpty() && attempt.missed().isEmpty();
		return IntStream.range(0, points.size())
			.mapToObj((i) -> new Point(points.get(i), looks.get(i),
					isNew ? !looks.get(i).isEmpty() : attempt.covered().contains(points.get(i))))
			.toList();
	}

	/** Which question it is: of those to answer, or of those to grade. */
	private static int number(PracticeSession session, Attempt attempt, List<Attempt> all, Instant now) {
		var silent = session.isHidingAnswers(now);
		return 1 + (int) all.stream()
			.filter((one) -> one.position() < attempt.position() && (silent ? one.isAnswered() : one.isGraded()))
			.count();
	}

	private List<Choice> choices(PracticeSession session, Attempt attempt, PracticeDays days, Instant now) {
		if (!session.isCounted()) {
			return List.of(Grade.values()).stream().map((grade) -> new Choice(grade, "")).toList();
		}
		var before = this.cards.find(session.learnerId(), attempt.questionId(), now);
		return this.cards.next(before, attempt.questionId(), now)
			.entrySet()
			.stream()
			.map((next) -> new Choice(next.getKey(), DueDateLabel.of(next.getValue(), days, now)))
			.toList();
	}

	private List<Answered> earlier(long learner, long question) {
		return this.attempts.findGraded(learner, question, EARLIER)
			.stream()
			.map((one) -> answered(one, null, ""))
			.toList();
	}

	private static Answered answered(Attempt attempt, Map<Long, QuestionSummary> seen, @Nullable ReviewedCard standing,
			PracticeDays days, Instant now) {
		var question = seen.get(attempt.questionId());
		return answered(attempt, (question != null) ? question.prompt() : null,
				(standing != null) ? DueDateLabel.of(standing.card(), days, now) : "");
	}

	private static Answered answered(Attempt attempt, @Nullable String prompt, String next) {
		return new Answered(attempt.sessionId(), attempt.position(), attempt.questionId(), prompt,
				Objects.requireNonNullElse(attempt.answer(), ""), attempt.grade(), attempt.gradedAt(),
				attempt.gradedZone(), attempt.covered(), attempt.missed(), next);
	}

	private record Turn(Attempt attempt, QuestionDetails question) {
	}

}
