package questionbank.practice;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

import questionbank.account.SecretTokens;

/**
 * Knows learners by their accounts, or by the cookies of their browsers. Signing in
 * brings to the account what was practised without it.
 */
@Component
class Learners {

	/** How long a visitor is kept who has no plan and has answered nothing. */
	private static final Duration EMPTY = Duration.ofDays(7);

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

	/** The learner, if they have begun to practise. */
	Optional<Learner> find(LearnerIdentity who) {
		var person = who.person();
		if (person != null) {
			return this.learners.findByPerson(person);
		}
		return who.isRemembered() ? this.learners.findByToken(who.tokenHash()) : Optional.empty();
	}

	/**
	 * Finds the learner, locks them until the end of the transaction, and notes that they
	 * practise now, from which the retention counts, and in which time zone.
	 */
	Optional<Learner> findForChange(LearnerIdentity who) {
		var person = who.person();
		var found = (person != null) ? this.learners.findByPersonForChange(person)
				: this.learners.findByTokenForChange(who.tokenHash());
		found.ifPresent((learner) -> {
			learner.practise(Timestamps.now(this.clock));
			if (who.zone() != null) {
				learner.moveTo(who.zone());
			}
		});
		return found;
	}

	/**
	 * Sees to it that whoever begins to practise is a learner. Where they come twice at
	 * once, the second finds the first, and so this is no part of a transaction.
	 */
	@Transactional(propagation = Propagation.NEVER)
	void settle(LearnerIdentity who) {
		var person = who.person();
		var zone = Objects.requireNonNullElse(who.zone(), ZoneOffset.UTC);
		if (person != null) {
			settle(person, zone);
		}
		else if (find(who).isEmpty()) {
			this.learners.saveAndFlush(Learner.unknown(who.tokenHash(), zone, Timestamps.now(this.clock)));
		}
	}

	private long settle(long person, ZoneId zone) {
		return this.learners.findByPerson(person).map(Learner::id).orElseGet(() -> {
			try {
				return this.learners.saveAndFlush(Learner.known(person, zone, Timestamps.now(this.clock))).id();
			}
			catch (DataIntegrityViolationException ex) {
				return this.learners.findByPerson(person).map(Learner::id).orElseThrow(() -> ex);
			}
		});
	}

	/**
	 * Merges the practice of a browser, found by its cookie's secret, into an account's.
	 */
	void move(String secret, long person) {
		this.learners.findByToken(SecretTokens.hash(secret)).ifPresent((browser) -> {
			var account = settle(person, browser.zone());
			this.transaction.executeWithoutResult((status) -> merge(browser.id(), account));
		});
	}

	/**
	 * Brings one learner's practice to another, as if there had always been one: their
	 * log is played again. Of what they aim for, the other's counts if they have said
	 * anything; the time zone is that of the last use.
	 */
	private void merge(long from, long to) {
		// Always in the same order, so that no two wait for each other.
		var first = this.learners.findForChange(Math.min(from, to));
		var second = this.learners.findForChange(Math.max(from, to));
		if (first.isEmpty() || second.isEmpty()) {
			return;
		}
		var leaving = (from < to) ? first.get() : second.get();
		var staying = (from < to) ? second.get() : first.get();
		if (leaving.usedAt().isAfter(staying.usedAt())) {
			staying.moveTo(leaving.zone());
		}
		if (staying.aim().isVoid(this.properties.days(staying.zone()).dateOf(this.clock.instant()))) {
			staying.aimAt(leaving.aim(), leaving.topicsAsOf());
		}
		this.sessions.move(from, to);
		this.attempts.move(from, to);
		this.learners.deleteById(from);
		this.cards.replay(to);
	}

	/**
	 * Deletes visitors without an account whose retention is over, and those after a week
	 * who have no plan and have answered nothing.
	 */
	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
	void forget() {
		var now = this.clock.instant();
		this.transaction.executeWithoutResult((status) -> {
			this.learners.deleteEmpty(now.minus(EMPTY), PracticeGoal.NONE.dailyLimit());
			this.learners.deleteUnused(now.minus(this.properties.retention()));
		});
	}

}
