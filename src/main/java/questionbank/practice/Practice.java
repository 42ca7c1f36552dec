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

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

import questionbank.practice.PracticeSession.Kind;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionFilter;
import questionbank.question.QuestionList;

/** Begins sessions: today's questions, a mock interview, or any questions. */
@Service
class Practice {

	/** The most questions in a session. */
	static final int MOST = 200;

	/** The numbers of sessions, which nobody can guess, have at most 18 digits. */
	private static final long BEYOND = 1_000_000_000_000_000_000L;

	/**
	 * How long the same single question is not begun again. Other answers to it are
	 * compared with the first one instead.
	 */
	private static final Duration DUPLICATE_WINDOW = Duration.ofSeconds(10);

	private final Learners learners;

	private final PracticeSessionRepository sessions;

	private final AttemptRepository attempts;

	private final SessionList list;

	private final ListPractice lists;

	private final StudyPlans preparation;

	private final QuestionBank bank;

	private final QuestionCatalogue catalogue;

	private final TransactionOperations transaction;

	private final SecureRandom randomness;

	private final PracticeProperties properties;

	private final Clock clock;

	Practice(Learners learners, PracticeSessionRepository sessions, AttemptRepository attempts, SessionList list,
			ListPractice lists, StudyPlans preparation, QuestionBank bank, QuestionCatalogue catalogue,
			TransactionOperations transaction, SecureRandom randomness, PracticeProperties properties, Clock clock) {
		this.learners = learners;
		this.sessions = sessions;
		this.attempts = attempts;
		this.list = list;
		this.lists = lists;
		this.preparation = preparation;
		this.bank = bank;
		this.catalogue = catalogue;
		this.transaction = transaction;
		this.randomness = randomness;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Begins a session, or finds the open one of the same wish: today's, or of the same
	 * single question, begun some seconds ago.
	 * @param who who becomes a learner by this, if they are not
	 * @return its number, or nothing if there is nothing to practise
	 */
	Optional<Long> start(SessionRequest wish, LearnerIdentity who) {
		var questions = questions(wish, who);
		if (questions.isEmpty()) {
			return Optional.empty();
		}
		this.learners.settle(who);
		return this.transaction.execute((status) -> {
			// Nobody else begins for them until this is done.
			var learner = this.learners.findForChange(who).orElseThrow();
			return Optional.of(begun(wish, learner, who).orElseGet(() -> begin(wish, null, questions, learner)));
		});
	}

	/**
	 * Begins what comes next of the list of a session, or finds what was begun of it and
	 * is not over.
	 * @return its number, or nothing if there is no such session of theirs, or nothing is
	 * left of its list
	 */
	Optional<Long> goOn(long id, LearnerIdentity who) {
		var last = this.learners.find(who).flatMap((learner) -> this.sessions.findByLearner(id, learner.id()));
		var rest = last.flatMap((session) -> this.lists.rest(session, who));
		return rest.isEmpty() ? Optional.empty() : this.transaction.execute((status) -> {
			var learner = this.learners.findForChange(who).orElseThrow();
			var first = Objects.requireNonNull(last.orElseThrow().firstSessionId());
			var begun = this.sessions.findByList(learner.id(), first);
			var open = this.list.open(begun, who).stream().map(SessionList.Entry::id).findFirst();
			return (open.isPresent() || rest.get().next().isEmpty()) ? open : Optional
				.of(begin(ListPractice.next(last.orElseThrow(), begun, rest.get()), first, rest.get().next(), learner));
		});
	}

	private long begin(SessionRequest wish, @Nullable Long first, List<Long> questions, Learner learner) {
		var now = Timestamps.now(this.clock);
		var session = new PracticeSession(this.randomness.nextLong(1, BEYOND), learner.id(), wish.kind(), wish.title(),
				wish.counted(), learner.zone(), now, wish.time());
		if (wish.list() != null) {
			session.takeFrom(wish.list(), wish.asOf(), first);
		}
		this.sessions.saveAndFlush(session);
		for (int i = 0; i < questions.size(); i++) {
			this.attempts.save(new Attempt(session, i + 1, questions.get(i)));
		}
		return session.id();
	}

	private Optional<Long> begun(SessionRequest wish, Learner learner, LearnerIdentity who) {
		if (wish.kind() == Kind.TODAY) {
			return this.list.openToday(who, this.properties.days(learner.zone()))
				.stream()
				.map(SessionList.Entry::id)
				.findFirst();
		}
		if (wish.question() == null) {
			return Optional.empty();
		}
		var now = Timestamps.now(this.clock);
		return this.list.latest(who, 1)
			.stream()
			.filter((one) -> one.kind() == wish.kind() && one.title().equals(wish.title()) && one.graded() == 0
					&& !one.over() && one.startedAt().isAfter(now.minus(DUPLICATE_WINDOW))
					&& !Timestamps.isAhead(one.startedAt(), now))
			.map(SessionList.Entry::id)
			.findFirst();
	}

	private List<Long> questions(SessionRequest wish, LearnerIdentity who) {
		var question = wish.question();
		if (question != null) {
			return this.bank.find(question, who.viewer()).map((found) -> List.of(found.id())).orElse(List.of());
		}
		return switch (wish.kind()) {
			case TODAY -> this.preparation.planned(who);
			case FREE -> this.catalogue.numbers(wish.filter(), who.viewer(), wish.number());
			case MOCK -> any(wish.filter(), wish.number(), who);
		};
	}

	/** Some of all, each as likely as the others. */
	private List<Long> any(QuestionFilter filter, int number, LearnerIdentity who) {
		if (this.catalogue.count(filter, who.viewer()) <= QuestionList.REACH) {
			var all = new ArrayList<>(this.catalogue.numbers(filter, who.viewer(), QuestionList.REACH));
			Collections.shuffle(all, this.randomness);
			return all.subList(0, Math.min(number, all.size()));
		}
		// Of so many, hardly one is drawn twice.
		var drawn = new LinkedHashSet<Long>();
		for (int i = 0; i < 2 * number && drawn.size() < number; i++) {
			this.catalogue.random(filter, who.viewer()).ifPresent((question) -> drawn.add(question.id()));
		}
		return List.copyOf(drawn);
	}

}
