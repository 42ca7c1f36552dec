package questionbank.practice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

import questionbank.account.Arrival;
import questionbank.account.Secrets;

/**
 * Knows learners by their accounts, or by the cookies of their browsers. Signing in
 * brings to the account what was practised without it.
 */
@Component
class Learners {

	/** So long can a session be nobody's. */
	private static final Duration UNCLAIMED = Duration.ofDays(1);

	private final LearnerRepository learners;

	private final PracticeSessionRepository sessions;

	private final AttemptRepository attempts;

	private final Cards cards;

	private final TransactionOperations transaction;

	private final Clock clock;

	Learners(LearnerRepository learners, PracticeSessionRepository sessions, AttemptRepository attempts, Cards cards,
			TransactionOperations transaction, Clock clock) {
		this.learners = learners;
		this.sessions = sessions;
		this.attempts = attempts;
		this.cards = cards;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** The learner, if they have practised before. */
	Optional<Learner> find(Who who) {
		var person = who.person();
		if (person != null) {
			return this.learners.findByPerson(person);
		}
		return who.isRemembered() ? this.learners.findByToken(who.tokenHash()) : Optional.empty();
	}

	/** The same, of whom nothing else is changed meanwhile. */
	Optional<Learner> findForChange(Who who) {
		return find(who).flatMap((found) -> this.learners.findForChange(found.id()));
	}

	/** Somebody who begins to practise in a browser that is to keep their secret. */
	Learner begin(Who who, ZoneId zone) {
		return this.learners.saveAndFlush(Learner.unknown(who.tokenHash(), zone, now()));
	}

	/**
	 * Sees to it that somebody with an account is a learner. Where they come twice at
	 * once, the second finds the first, and so this is no part of a transaction.
	 */
	@Transactional(propagation = Propagation.NEVER)
	void settle(Who who, ZoneId zone) {
		var person = who.person();
		if (person != null) {
			settle(person, zone);
		}
	}

	private long settle(long person, ZoneId zone) {
		return this.learners.findByPerson(person).map(Learner::id).orElseGet(() -> {
			try {
				return this.learners.saveAndFlush(Learner.known(person, zone, now())).id();
			}
			catch (DataIntegrityViolationException ex) {
				return this.learners.findByPerson(person).map(Learner::id).orElseThrow(() -> ex);
			}
		});
	}

	/** What was practised in the browser becomes the account's. */
	@EventListener
	void move(Arrival arrival) {
		var secret = LearnerCookie.secret(arrival.request());
		if (secret == null) {
			return;
		}
		this.learners.findByToken(Secrets.hash(secret)).ifPresent((browser) -> {
			var person = settle(arrival.person(), browser.zone());
			this.transaction.executeWithoutResult((status) -> merge(browser.id(), person));
		});
		LearnerCookie.forget(arrival.request(), arrival.response());
	}

	/**
	 * Brings one learner's practice to another, as if there had always been one: their
	 * log is played again. Of what they aim for, the other's counts if they have said
	 * anything.
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
		if (staying.aim().equals(Aim.NONE)) {
			staying.aimAt(leaving.aim());
		}
		this.sessions.move(from, to);
		this.attempts.move(from, to);
		this.learners.deleteById(from);
		this.cards.replay(to);
	}

	/** Forgets who cannot come back, and sessions that nobody went on with. */
	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
	void forget() {
		this.transaction.executeWithoutResult((status) -> {
			this.sessions.deleteUnclaimed(now().minus(UNCLAIMED));
			this.learners.deleteUnused(now().minus(LearnerCookie.LIFETIME));
		});
	}

	/** The present moment, as precisely as every database keeps it. */
	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
