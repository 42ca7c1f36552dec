package questionbank.practice;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import questionbank.practice.PracticeSession.Kind;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionFilter;

/**
 * What somebody does who practises: begin a session, answer, grade, take a grade back,
 * and end. Whatever is sent twice is done once.
 */
@Service
public class Practice {

	/** The most questions in a session. */
	static final int MOST = 200;

	/** What is due again so soon is asked again before the session ends. */
	private static final Duration AHEAD = Duration.ofMinutes(20);

	private final Learners learners;

	private final PracticeSessionRepository sessions;

	private final AttemptRepository attempts;

	private final Cards cards;

	private final Preparation preparation;

	private final QuestionBank bank;

	private final QuestionCatalogue catalogue;

	private final SecureRandom randomness;

	private final Clock clock;

	Practice(Learners learners, PracticeSessionRepository sessions, AttemptRepository attempts, Cards cards,
			Preparation preparation, QuestionBank bank, QuestionCatalogue catalogue, SecureRandom randomness,
			Clock clock) {
		this.learners = learners;
		this.sessions = sessions;
		this.attempts = attempts;
		this.cards = cards;
		this.preparation = preparation;
		this.bank = bank;
		this.catalogue = catalogue;
		this.randomness = randomness;
		this.clock = clock;
	}

	/**
	 * Begins a session.
	 * @return its number, or {@code null} if there is nothing to practise
	 */
	@Transactional
	@Nullable Long start(Wish wish, Who who) {
		var questions = questions(wish, who);
		if (questions.isEmpty()) {
			return null;
		}
		var learner = this.learners.findForChange(who);
		learner.ifPresent((found) -> found.practise(wish.zone(), now()));
		var session = new PracticeSession(this.randomness.nextLong(1, Long.MAX_VALUE), wish.kind(), wish.title(),
				wish.counted(), wish.zone(), now(), wish.time());
		learner.ifPresent((found) -> session.claim(found.id()));
		this.sessions.saveAndFlush(session);
		for (int i = 0; i < questions.size(); i++) {
			this.attempts.save(new Attempt(session, i + 1, questions.get(i)));
		}
		return session.id();
	}

	private List<Long> questions(Wish wish, Who who) {
		var question = wish.question();
		if (question != null) {
			return this.bank.find(question, who.viewer()).map((found) -> List.of(found.id())).orElse(List.of());
		}
		return switch (wish.kind()) {
			case TODAY -> this.preparation.today(who, wish.zone());
			case FREE -> this.catalogue.numbers(wish.filter(), who.viewer(), wish.number());
			case MOCK -> any(wish.filter(), wish.number(), who);
		};
	}

	private List<Long> any(QuestionFilter filter, int number, Who who) {
		var all = new ArrayList<>(this.catalogue.numbers(filter, who.viewer(), QuestionCatalogue.REACH));
		Collections.shuffle(all, this.randomness);
		return all.subList(0, Math.min(number, all.size()));
	}

	/**
	 * Takes what somebody answers, and reveals the sample answer.
	 * @param text at most 20,000 characters
	 */
	@Transactional
	Outcome answer(long id, int place, String text, Who who) {
		return change(id, place, who, (session, attempt) -> {
			if (attempt.isAnswered()) {
				return text.isEmpty() || text.equals(attempt.answer()) ? Outcome.DONE : Outcome.ANSWERED_OTHERWISE;
			}
			attempt.answer(text, now());
			endSilence(session);
			return Outcome.DONE;
		});
	}

	/** A mock interview is over when everything has been answered. */
	private void endSilence(PracticeSession session) {
		if (session.kind() == Kind.MOCK
				&& this.attempts.findBySession(session.id()).stream().allMatch(Attempt::isAnswered)) {
			session.finish(now());
		}
	}

	/**
	 * Takes how well somebody knew the answer, and sees to it that the question comes
	 * again in time.
	 * @param ticked which key points the answer covered, from 0
	 * @param who who becomes a learner by this, if they are not; with an account they
	 * have {@linkplain Learners#settle settled} before
	 */
	@Transactional
	Outcome grade(long id, int place, Grade grade, Set<Integer> ticked, Who who) {
		var known = this.learners.findForChange(who);
		return change(id, place, who, (session, attempt) -> {
			if (attempt.isGraded()) {
				return (attempt.grade() == grade) ? Outcome.DONE : Outcome.GRADED_OTHERWISE;
			}
			var now = now();
			if (!isRevealed(session, attempt, now)) {
				return Outcome.NOT_REVEALED;
			}
			var question = this.bank.find(attempt.questionId(), who.viewer());
			if (question.isEmpty()) {
				return Outcome.WITHDRAWN;
			}
			var learner = known.orElseGet(() -> this.learners.begin(who, session.zone()));
			session.claim(learner.id());
			learner.practise(session.zone(), now);
			var points = question.get().content().keyPoints();
			attempt.grade(grade, points(points, ticked, true), points(points, ticked, false), learner.id(), now);
			if (attempt.isCounted()) {
				var review = new Review(attempt.questionId(), grade, now);
				askAgain(session, attempt, this.cards.take(learner.id(), review).card(), now);
			}
			return Outcome.DONE;
		});
	}

	private static List<String> points(List<String> points, Set<Integer> ticked, boolean covered) {
		return IntStream.range(0, points.size())
			.filter((i) -> ticked.contains(i) == covered)
			.mapToObj(points::get)
			.toList();
	}

	/** Whether the sample answer can be seen. */
	static boolean isRevealed(PracticeSession session, Attempt attempt, Instant now) {
		return (session.kind() == Kind.MOCK) ? !session.isSilent(now) : attempt.isAnswered();
	}

	/** What is not known yet is asked again at the end of a session. */
	private void askAgain(PracticeSession session, Attempt attempt, Card card, Instant now) {
		if (session.kind() == Kind.MOCK || card.dueAt().isAfter(now.plus(AHEAD))) {
			return;
		}
		var all = this.attempts.findBySession(session.id());
		var isAsked = all.stream().anyMatch((one) -> one.questionId() == attempt.questionId() && !one.isGraded());
		if (!isAsked && all.size() < 2 * MOST) {
			this.attempts.save(new Attempt(session, all.get(all.size() - 1).place() + 1, attempt.questionId()));
		}
	}

	/** Takes the last grade of a session back, with all that followed from it. */
	@Transactional
	Outcome undo(long id, int place, Who who) {
		var learner = this.learners.findForChange(who);
		return change(id, place, who, (session, attempt) -> {
			if (!attempt.isGraded() || learner.isEmpty()) {
				return Outcome.DONE;
			}
			var all = this.attempts.findBySession(id);
			if (last(all) != attempt) {
				return Outcome.NOT_THE_LAST;
			}
			attempt.takeBack();
			session.goOn();
			all.stream()
				.filter((one) -> one.place() > place && one.questionId() == attempt.questionId() && !one.isAnswered())
				.forEach(this.attempts::delete);
			this.attempts.saveAndFlush(attempt);
			if (attempt.isCounted()) {
				this.cards.replay(learner.get().id(), attempt.questionId());
			}
			return Outcome.DONE;
		});
	}

	/** What was graded last, or {@code null} if nothing was. */
	static @Nullable Attempt last(List<Attempt> all) {
		return all.stream()
			.filter(Attempt::isGraded)
			.max(Comparator.comparing((Attempt one) -> Objects.requireNonNull(one.gradedAt()))
				.thenComparing(Attempt::place))
			.orElse(null);
	}

	/** Ends a session before everything was asked, or the silence of a mock interview. */
	@Transactional
	Outcome finish(long id, Who who) {
		return this.sessions.findForChange(id).filter((session) -> isOpen(session, who)).map((session) -> {
			session.finish(now());
			return Outcome.DONE;
		}).orElse(Outcome.UNKNOWN);
	}

	private Outcome change(long id, int place, Who who, Change change) {
		var session = this.sessions.findForChange(id).filter((found) -> isOpen(found, who));
		var attempt = session.flatMap((found) -> this.attempts.findBySessionAndPlace(id, place));
		return attempt.isEmpty() ? Outcome.UNKNOWN : change.apply(session.get(), attempt.get());
	}

	private boolean isOpen(PracticeSession session, Who who) {
		return session.isOpenTo(this.learners.find(who).map(Learner::id).orElse(null));
	}

	/** The present moment, as precisely as every database keeps it. */
	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private interface Change {

		Outcome apply(PracticeSession session, Attempt attempt);

	}

}
