package questionbank.practice;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

import questionbank.account.SecretTokens;
import questionbank.scheduling.Timestamps;

/**
 * Finds and registers learners by account or cookie. Signing in moves the practice of the
 * browser to the account.
 */
@Component
class Learners {

	/** The retention of learners without account, goal and answers. */
	private static final Duration EMPTY_RETENTION = Duration.ofDays(7);

	private final LearnerRepository learners;

	private final PracticeSessionRepository sessions;

	private final AttemptRepository attempts;

	private final Cards cards;

	private final TransactionOperations transaction;

	private final PracticeProperties properties;

	private final Clock clock;

	Learners(LearnerRepository learners, PracticeSessionRepository sessions, AttemptRepository attempts, Cards cards,
			TransactionOperations transaction, PracticeProperties properties, Clock clock) {
		this.learners = learners;
		this.sessions = sessions;
		this.attempts = attempts;
		this.cards = cards;
		this.transaction = transaction;
		this.properties = properties;
		this.clock = clock;
	}

	/** Finds the learner, if registered. */
	Optional<Learner> find(LearnerIdentity identity) {
		var person = identity.person();
		if (person != null) {
			return this.learners.findByPerson(person);
		}
		return identity.isRemembered() ? this.learners.findByToken(identity.tokenHash()) : Optional.empty();
	}

	/**
	 * Finds the learner, takes a pessimistic lock until the end of the transaction, and
	 * updates the time of last use and the time zone.
	 */
	Optional<Learner> findForChange(LearnerIdentity identity) {
		var person = identity.person();
		var found = (person != null) ? this.learners.findByPersonForChange(person)
				: this.learners.findByTokenForChange(identity.tokenHash());
		found.ifPresent((learner) -> {
			learner.touch(this.clock.instant());
			if (identity.zone() != null) {
				learner.changeZone(identity.zone());
			}
		});
		return found;
	}

	/**
	 * Registers the learner if there is none. Runs outside transactions: of two
	 * concurrent requests, the second must see the row of the first.
	 */
	@Transactional(propagation = Propagation.NEVER)
	void register(LearnerIdentity identity) {
		var person = identity.person();
		var zone = Objects.requireNonNullElse(identity.zone(), ZoneOffset.UTC);
		if (person != null) {
			register(person, zone);
		}
		else {
			register(() -> find(identity), () -> Learner.ofBrowser(identity.tokenHash(), zone, this.clock.instant()));
		}
	}

	private long register(long person, ZoneId zone) {
		return register(() -> this.learners.findByPerson(person),
				() -> Learner.ofAccount(person, zone, this.clock.instant()));
	}

	/** Inserts a learner, unless there is one or a concurrent request inserts it. */
	private long register(Supplier<Optional<Learner>> present, Supplier<Learner> added) {
		return present.get().map(Learner::id).orElseGet(() -> {
			try {
				return this.learners.saveAndFlush(added.get()).id();
			}
			catch (DataIntegrityViolationException ex) {
				return present.get().map(Learner::id).orElseThrow(() -> ex);
			}
		});
	}

	/**
	 * Describes the practice of a browser, found by its cookie's secret: "your 22 answers
	 * and your plan". Empty if there is none.
	 */
	Optional<String> describe(String secret) {
		return this.learners.findByToken(SecretTokens.hash(secret)).flatMap((learner) -> {
			var answers = this.attempts.countGraded(learner.id());
			var parts = Stream
				.of((answers == 0) ? "" : (answers == 1) ? "your answer" : "your " + answers + " answers",
						learner.goal().equals(PracticeGoal.NONE) ? "" : "your plan")
				.filter((part) -> !part.isEmpty())
				.toList();
			return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", parts));
		});
	}

	/**
	 * Merges the practice of a browser, found by its cookie's secret, into an account's.
	 */
	void move(String secret, long person) {
		this.learners.findByToken(SecretTokens.hash(secret)).ifPresent((browser) -> {
			var account = register(person, browser.zone());
			this.transaction.executeWithoutResult((status) -> merge(browser.id(), account));
		});
	}

	/**
	 * Merges a learner into another and replays the joint log. Keeps the goal of the
	 * target unless it is expired, its fitted weights if it has any, and the time zone of
	 * the last use.
	 */
	private void merge(long from, long to) {
		// Locks in the order of ids, which prevents deadlocks.
		var first = this.learners.findForChange(Math.min(from, to));
		var second = this.learners.findForChange(Math.max(from, to));
		if (first.isEmpty() || second.isEmpty()) {
			return;
		}
		var source = (from < to) ? first.get() : second.get();
		var target = (from < to) ? second.get() : first.get();
		if (source.usedAt().isAfter(target.usedAt())) {
			target.changeZone(source.zone());
		}
		if (target.goal().isExpired(this.properties.days(target.zone()).dateOf(this.clock.instant()))) {
			target.changeGoal(source.goal(), source.topicsAsOf());
		}
		this.sessions.move(from, to);
		this.attempts.move(from, to);
		this.learners.moveWeights(from, to);
		this.learners.deleteById(from);
		if (target.calendarHash() == null) {
			// The feed that the learner subscribed to without an account goes on.
			target.changeCalendar(source.calendarHash());
		}
		this.cards.replay(to);
	}

	/**
	 * Deletes learners without an account after the retention period, or after a week if
	 * they have the default goal and have answered nothing.
	 */
	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
	void deleteExpired() {
		var now = this.clock.instant();
		this.transaction.executeWithoutResult((status) -> {
			this.learners.deleteEmpty(now.minus(EMPTY_RETENTION), PracticeGoal.NONE.dailyLimit());
			this.learners.deleteUnused(now.minus(this.properties.retention()));
		});
	}

}
