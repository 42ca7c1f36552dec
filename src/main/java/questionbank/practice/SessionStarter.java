package questionbank.practice;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

import questionbank.practice.PracticeSession.Kind;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionFilter;
import questionbank.question.QuestionQuery;
import questionbank.scheduling.Timestamps;

/** Starts sessions: daily practice, mock interviews, and free practice of a list. */
@Service
class SessionStarter {

	/** The maximum number of questions in a session. */
	static final int MAXIMUM_QUESTIONS = 200;

	/**
	 * The exclusive bound of session ids, which are random and have at most 18 digits.
	 */
	private static final long ID_BOUND = 1_000_000_000_000_000_000L;

	/**
	 * The time in which a repeated start of the same single question returns the first
	 * session. A different answer to it is then compared with the first one.
	 */
	private static final Duration DUPLICATE_WINDOW = Duration.ofSeconds(10);

	private final Learners learners;

	private final PracticeSessionRepository sessions;

	private final AttemptRepository attempts;

	private final SessionList sessionList;

	private final ListPractice listPractice;

	private final StudyPlans studyPlans;

	private final QuestionBank bank;

	private final QuestionCatalogue catalogue;

	private final TransactionOperations transaction;

	private final SecureRandom random;

	private final PracticeProperties properties;

	private final Clock clock;

	SessionStarter(Learners learners, PracticeSessionRepository sessions, AttemptRepository attempts,
			SessionList sessionList, ListPractice listPractice, StudyPlans studyPlans, QuestionBank bank,
			QuestionCatalogue catalogue, TransactionOperations transaction, SecureRandom random,
			PracticeProperties properties, Clock clock) {
		this.learners = learners;
		this.sessions = sessions;
		this.attempts = attempts;
		this.sessionList = sessionList;
		this.listPractice = listPractice;
		this.studyPlans = studyPlans;
		this.bank = bank;
		this.catalogue = catalogue;
		this.transaction = transaction;
		this.random = random;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Starts a session, or returns an open one that the form would duplicate: today's
	 * daily practice, or the same single question, started seconds ago. Registers the
	 * learner if there is none yet.
	 * @param form a form without errors
	 * @param query the list of questions, without errors
	 * @param asOf a state of the bank in which the topics of the query have these names
	 * @return the id of the session; empty if there is no question to practise
	 */
	Optional<Long> start(StartForm form, QuestionQuery query, long asOf, LearnerIdentity identity) {
		var questions = questions(form, this.catalogue.filter(query), identity);
		if (questions.isEmpty()) {
			return Optional.empty();
		}
		this.learners.register(identity);
		return this.transaction.execute((status) -> {
			// Locks the learner: no concurrent request starts another session.
			var learner = this.learners.findForChange(identity).orElseThrow();
			return Optional.of(duplicated(form, query, learner, identity).orElseGet(() -> {
				var session = new PracticeSession(nextId(), learner.id(), form.sessionKind(), form.title(query),
						form.isCounted(), learner.zone(), this.clock.instant(), form.timeLimit());
				form.list(query).ifPresent((address) -> session.takeFrom(address, asOf, null));
				return save(session, questions);
			}));
		});
	}

	private List<Long> questions(StartForm form, QuestionFilter filter, LearnerIdentity identity) {
		var question = form.questionId();
		if (question.isPresent()) {
			return this.bank.find(question.get(), identity.viewer())
				.map((found) -> List.of(found.id()))
				.orElse(List.of());
		}
		return switch (form.sessionKind()) {
			case TODAY -> this.studyPlans.planToday(identity);
			case FREE -> this.catalogue.numbers(filter, identity.viewer(), form.count());
			case MOCK -> sample(filter, form.count(), identity);
		};
	}

	/** Draws questions at random, each with the same probability. */
	private List<Long> sample(QuestionFilter filter, int count, LearnerIdentity identity) {
		if (this.catalogue.count(filter, identity.viewer()) <= QuestionCatalogue.REACH) {
			var all = new ArrayList<>(this.catalogue.numbers(filter, identity.viewer(), QuestionCatalogue.REACH));
			Collections.shuffle(all, this.random);
			return all.subList(0, Math.min(count, all.size()));
		}
		// Of so many questions, hardly one is drawn twice.
		var drawn = new LinkedHashSet<Long>();
		for (int i = 0; i < 2 * count && drawn.size() < count; i++) {
			this.catalogue.random(filter, identity.viewer()).ifPresent((question) -> drawn.add(question.id()));
		}
		return List.copyOf(drawn);
	}

	private Optional<Long> duplicated(StartForm form, QuestionQuery query, Learner learner, LearnerIdentity identity) {
		if (form.isToday()) {
			return this.sessionList.findOpenToday(identity, this.properties.days(learner.zone()))
				.map(SessionList.Entry::id);
		}
		if (form.questionId().isEmpty()) {
			return Optional.empty();
		}
		var now = this.clock.instant();
		return this.sessionList.findLatest(identity, 1)
			.stream()
			.filter((session) -> session.kind() == form.sessionKind() && session.title().equals(form.title(query))
					&& session.count().done() == 0 && !session.over()
					&& session.startedAt().isAfter(now.minus(DUPLICATE_WINDOW))
					&& !Timestamps.isAhead(session.startedAt(), now))
			.map(SessionList.Entry::id)
			.findFirst();
	}

	/**
	 * Starts a session with the next questions of the list of another one, or returns an
	 * open session of that list.
	 * @param id a session of the list
	 * @return the id of the session; empty if the learner has no such session, or no
	 * question of its list remains
	 */
	Optional<Long> continueList(long id, LearnerIdentity identity) {
		var last = this.learners.find(identity).flatMap((learner) -> this.sessions.findByLearner(id, learner.id()));
		var remaining = last.flatMap((session) -> this.listPractice.findRemaining(session, identity));
		return remaining.isEmpty() ? Optional.empty() : continueList(last.orElseThrow(), remaining.get(), identity);
	}

	private Optional<Long> continueList(PracticeSession last, ListPractice.Remaining remaining,
			LearnerIdentity identity) {
		return this.transaction.execute((status) -> {
			var learner = this.learners.findForChange(identity).orElseThrow();
			var first = Objects.requireNonNull(last.firstSessionId());
			var parts = this.sessions.findByList(learner.id(), first);
			var open = this.sessionList.findOpen(parts, identity);
			if (open.isPresent() || remaining.next().isEmpty()) {
				return open.map(SessionList.Entry::id);
			}
			var session = new PracticeSession(nextId(), learner.id(), Kind.FREE, nextTitle(last, parts),
					last.isCounted(), learner.zone(), this.clock.instant(), null);
			session.takeFrom(remaining.list(), remaining.asOf(), first);
			return Optional.of(save(session, remaining.next()));
		});
	}

	/** Returns the title of the first part with the number of the next part. */
	private static String nextTitle(PracticeSession last, List<PracticeSession> parts) {
		var suffix = ", part " + (parts.size() + 1);
		var title = parts.stream()
			.filter((part) -> Objects.equals(part.id(), last.firstSessionId()))
			.findFirst()
			.orElse(last)
			.title();
		return title.substring(0, Math.min(title.length(), PracticeSession.TITLE_LENGTH - suffix.length())) + suffix;
	}

	private long nextId() {
		return this.random.nextLong(1, ID_BOUND);
	}

	private long save(PracticeSession session, List<Long> questions) {
		this.sessions.saveAndFlush(session);
		for (int i = 0; i < questions.size(); i++) {
			this.attempts.save(new Attempt(session, i + 1, questions.get(i)));
		}
		return session.id();
	}

}
