package questionbank.practice;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

import questionbank.account.SecretTokens;
import questionbank.question.QuestionFilter;
import questionbank.scheduling.Grade;
import questionbank.scheduling.ReviewedCard;
import questionbank.scheduling.Timestamps;

/**
 * Finds and registers learners by account or cookie. Signing in moves the practice of the
 * browser to the account.
 */
@Component
public class Learners {

	/** The parameter {@code said} of a page that says that practice has moved. */
	static final String MOVED = "moved";

	/** The retention of learners without account, goal and answers. */
	private static final Duration EMPTY_RETENTION = Duration.ofDays(7);

	private final LearnerRepository learners;

	private final PracticeSessionRepository sessions;

	private final AttemptRepository attempts;

	private final Cards cards;

	private final ObjectProvider<Data> data;

	private final TransactionOperations transaction;

	private final PracticeProperties properties;

	private final Clock clock;

	Learners(LearnerRepository learners, PracticeSessionRepository sessions, AttemptRepository attempts, Cards cards,
			ObjectProvider<Data> data, TransactionOperations transaction, PracticeProperties properties, Clock clock) {
		this.learners = learners;
		this.sessions = sessions;
		this.attempts = attempts;
		this.cards = cards;
		this.data = data;
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

	/** Finds the id of the learner, if registered. */
	public Optional<Long> findId(LearnerIdentity identity) {
		return find(identity).map(Learner::id);
	}

	/**
	 * Changes data of the learner in another room, in a transaction that locks the
	 * learner. Registers the learner if there is none yet.
	 * @param change takes the id of the learner
	 */
	public <T> T change(LearnerIdentity identity, LongFunction<T> change) {
		register(identity);
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			var learner = findForChange(identity).orElseThrow();
			learner.mark();
			return change.apply(learner.id());
		}));
	}

	/**
	 * Finds the last grade, the due date and the last answer of a learner for some
	 * questions, by question; without those that have no grade.
	 */
	public Map<Long, Practised> findPractised(LearnerIdentity identity, Collection<Long> questions) {
		var learner = find(identity);
		if (learner.isEmpty() || questions.isEmpty()) {
			return Map.of();
		}
		var now = this.clock.instant();
		var dates = learner.get().dueDates(this.properties.days(learner.get().zone()), now);
		var due = this.cards.findAll(learner.get().id(), now)
			.stream()
			.collect(Collectors.toMap(ReviewedCard::question, (card) -> dates.label(card.card())));
		return this.attempts.findGraded(learner.get().id(), questions)
			.stream()
			.collect(Collectors.groupingBy(Attempt::questionId))
			.values()
			.stream()
			.flatMap((attempts) -> Attempt.findLastGraded(attempts, now).stream())
			.collect(Collectors.toMap(Attempt::questionId,
					(attempt) -> new Practised(Objects.requireNonNull(attempt.grade()), due.get(attempt.questionId()),
							attempt.answer())));
	}

	/**
	 * Finds the questions of a value of the filter {@code practised}: {@code no} has no
	 * grade, {@code weak} was last graded Again or Hard, {@code due} is due today.
	 */
	QuestionFilter.Subset findSubset(String practised, LearnerIdentity identity) {
		var learner = find(identity);
		var ids = learner.map((found) -> switch (practised) {
			case "weak" -> this.attempts.findWeakQuestions(found.id(), QuestionFilter.Subset.MAX_IDS);
			case "due" -> findDue(found);
			default -> this.attempts.findGradedQuestions(found.id(), QuestionFilter.Subset.MAX_IDS);
		}).orElse(List.of());
		return practised.equals("no") ? QuestionFilter.Subset.without(ids) : QuestionFilter.Subset.of(ids);
	}

	private List<Long> findDue(Learner learner) {
		var now = this.clock.instant();
		var days = this.properties.days(learner.zone());
		return this.cards.findAll(learner.id(), now)
			.stream()
			.filter((card) -> !days.dueDay(card.card()).isAfter(days.dayOf(now)))
			.map(ReviewedCard::question)
			.limit(QuestionFilter.Subset.MAX_IDS)
			.toList();
	}

	/**
	 * Exports the data of a learner in other rooms.
	 * @return a list for each room, by its name
	 */
	Map<String, List<?>> export(long learner) {
		return this.data.stream().collect(Collectors.toMap(Data::name, (room) -> room.export().apply(learner)));
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
		return this.learners.findByToken(SecretTokens.hash(secret))
			.map(this::count)
			.filter(Predicate.not(List::isEmpty))
			.map((all) -> enumerate(all.stream().map(Data.Count::label).toList()));
	}

	/**
	 * Describes to a learner what is in the account after signing up or in: "Your
	 * answers, plan and stars are now in your account."; empty if there is nothing, or no
	 * account.
	 * @param said what the page is asked to say: empty unless it is {@link #MOVED}
	 */
	Optional<String> describeMoved(String said, LearnerIdentity identity) {
		return Optional.of(identity)
			.filter((learner) -> said.equals(MOVED))
			.filter((learner) -> learner.viewer().isKnown())
			.flatMap(this::find)
			.map(this::count)
			.filter(Predicate.not(List::isEmpty))
			.map((all) -> "Your " + enumerate(all.stream().map(Data.Count::noun).toList())
					+ ((all.size() == 1 && all.get(0).number() == 1) ? " is" : " are") + " now in your account.");
	}

	/** Counts the data of a learner, without what there is none of. */
	private List<Data.Count> count(Learner learner) {
		var own = Stream.of(new Data.Count(this.attempts.countGraded(learner.id()), "answer", "answers"),
				new Data.Count(learner.goal().equals(PracticeGoal.NONE) ? 0 : 1, "plan", "plans"));
		return Stream
			.concat(own, this.data.orderedStream().flatMap((room) -> room.count().apply(learner.id()).stream()))
			.filter((counted) -> counted.number() > 0)
			.toList();
	}

	private static String enumerate(List<String> parts) {
		var last = parts.size() - 1;
		return (last == 0) ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
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
		this.data.forEach((room) -> room.move().accept(from, to));
		this.learners.deleteById(from);
		if (target.calendarHash() == null) {
			// The feed that the learner subscribed to without an account goes on.
			target.changeCalendar(source.calendarHash());
		}
		this.cards.replay(to);
	}

	/**
	 * Deletes learners without an account after the retention period, or after a week if
	 * they have the default goal, and have neither answered nor marked a question.
	 */
	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
	void deleteExpired() {
		var now = this.clock.instant();
		this.transaction.executeWithoutResult((status) -> {
			this.learners.deleteEmpty(now.minus(EMPTY_RETENTION), PracticeGoal.NONE.dailyLimit());
			this.learners.deleteUnused(now.minus(this.properties.retention()));
		});
	}

	/**
	 * The last grade of a learner for a question.
	 *
	 * @param due the due date, in words; {@code null} if no grade counts towards the plan
	 * @param answer the last graded answer; {@code null} or empty without one
	 */
	public record Practised(Grade grade, @Nullable String due, @Nullable String answer) {
	}

	/**
	 * Data of learners in another room, contributed as a bean. Its rows reference the
	 * learner, and are deleted with it.
	 *
	 * @param name the name in the export
	 * @param move moves the data of a learner to another who may have data, too
	 * @param count counts the data of a learner by kind
	 * @param export returns the data for the export to JSON
	 */
	public record Data(String name, BiConsumer<Long, Long> move, LongFunction<List<Count>> count,
			LongFunction<List<?>> export) {

		/** The number of a kind of data, with its noun in the singular and plural. */
		public record Count(long number, String one, String several) {

			String noun() {
				return (this.number == 1) ? this.one : this.several;
			}

			String label() {
				return (this.number == 1) ? "your " + this.one : "your " + this.number + " " + this.several;
			}

		}

	}

}
