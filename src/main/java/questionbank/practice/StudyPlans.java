package questionbank.practice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

import questionbank.account.Role;
import questionbank.account.Viewer;
import questionbank.practice.PracticeStatus.NewQuestions;
import questionbank.practice.PracticeStatus.RemovedQuestions;
import questionbank.practice.PracticeStatus.ReplacedModel;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionCatalogue.Slice;
import questionbank.question.QuestionSummary;
import questionbank.scheduling.FirstGrades;
import questionbank.scheduling.Fsrs;
import questionbank.scheduling.Plan;
import questionbank.scheduling.Planner;
import questionbank.scheduling.PracticeDays;
import questionbank.scheduling.Readiness;
import questionbank.scheduling.ReviewedCard;
import questionbank.scheduling.Timestamps;
import questionbank.scheduling.Workload;

/**
 * Computes the plan of a learner for today and the days until the interview, and the
 * readiness; changes the goal.
 */
@Service
class StudyPlans {

	/** The number of latest answers that the learner's pace is computed from. */
	private static final int TIMED = 100;

	private final Learners learners;

	private final Cards cards;

	private final MemoryModels models;

	private final TransactionOperations transaction;

	private final QuestionBank bank;

	private final QuestionCatalogue catalogue;

	private final PracticeProperties properties;

	private final Clock clock;

	StudyPlans(Learners learners, Cards cards, MemoryModels models, TransactionOperations transaction,
			QuestionBank bank, QuestionCatalogue catalogue, PracticeProperties properties, Clock clock) {
		this.learners = learners;
		this.cards = cards;
		this.models = models;
		this.transaction = transaction;
		this.bank = bank;
		this.catalogue = catalogue;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Changes the goal. Adds the new questions if it selects others than before; the day
	 * and the limit leave the decision about them to the learner. Registers the learner
	 * if there is none yet.
	 * @param asOf a {@linkplain QuestionCatalogue#state state} of the bank in which the
	 * topics have these names
	 */
	void changeGoal(PracticeGoal goal, long asOf, LearnerIdentity identity) {
		this.learners.register(identity);
		this.transaction.executeWithoutResult((status) -> this.learners.findForChange(identity).ifPresent((learner) -> {
			var before = goal(learner, identity);
			learner.changeGoal(goal, asOf);
			if (!goal.selectsSameAs(before)) {
				learner.addQuestions(this.clock.instant());
			}
		}));
	}

	/**
	 * Updates the time zone of the learner to that of the browser.
	 * @return whether there is a learner
	 */
	boolean updateZone(LearnerIdentity identity) {
		return Boolean.TRUE
			.equals(this.transaction.execute((status) -> this.learners.findForChange(identity).isPresent()));
	}

	/** Returns the learner's calendar day. */
	LocalDate today(LearnerIdentity identity) {
		return days(this.learners.find(identity), identity).dateOf(this.clock.instant());
	}

	/** Uses the zone of the browser, else the last known one, else UTC. */
	private PracticeDays days(Optional<Learner> learner, LearnerIdentity identity) {
		var last = learner.map(Learner::zone).orElse(ZoneOffset.UTC);
		return this.properties.days(Objects.requireNonNullElse(identity.zone(), last));
	}

	/**
	 * Computes the status of a learner. Runs outside transactions: planning takes long
	 * and must not hold a database connection.
	 */
	PracticeStatus status(LearnerIdentity identity) {
		var learner = this.learners.find(identity);
		var basis = basis(learner, identity);
		var planner = basis.planner;
		var future = learner.flatMap((found) -> this.cards.findFuture(found.id(), planner.days(), planner.now()))
			.orElse(null);
		var plan = planner.plan();
		var log = learner.map((found) -> this.cards.findTimes(found.id(), TIMED)).orElse(List.of());
		var workload = Workload.of(plan.fresh(), plan.size() - plan.fresh(), planner.firsts(), log);
		return new PracticeStatus(learner.isPresent(), future,
				learner.map((found) -> newQuestions(found, basis, identity)).orElse(null), removedQuestions(basis),
				learner.map((found) -> replacedModel(found, basis)).orElse(null), basis.goal, planner.days(),
				planner.now(), basis.bank.complete(), plan, workload, basis.total(), planner.practised(),
				basis.questions, byDifficulty(basis), byTopic(basis));
	}

	/**
	 * Plans for a learner without a request: of the questions that everyone may see, in
	 * the last known time zone.
	 */
	Plan plan(Learner learner) {
		var person = learner.personId();
		var viewer = (person != null) ? new Viewer(Role.CANDIDATE, "", person) : Viewer.ANONYMOUS;
		return basis(Optional.of(learner), new LearnerIdentity(viewer, "", false, null)).planner.plan();
	}

	/** Returns what the new questions would change, or {@code null} without any. */
	private @Nullable NewQuestions newQuestions(Learner learner, Basis basis, LearnerIdentity identity) {
		var count = basis.newQuestions();
		if (count == 0) {
			return null;
		}
		var planner = basis.planner;
		var all = planner.with(planner.practised(), planner.unseen() + count);
		var leftOutAt = learner.questionsLeftOutAt();
		var isLeftOut = leftOutAt != null && total(countNew(leftOutAt, basis.goal, basis.questions, identity)) == 0;
		return new NewQuestions(count, planner.days().dayOf(learner.questionsAsOf()), planner.readiness(),
				all.readiness(), isLeftOut);
	}

	/**
	 * Returns what the practised questions changed that were withdrawn since the last
	 * grade, or that a change of topics or difficulty took out of the goal; {@code null}
	 * without any.
	 */
	private @Nullable RemovedQuestions removedQuestions(Basis basis) {
		var last = basis.lastReview();
		if (last.isEmpty() || basis.others.isEmpty()) {
			return null;
		}
		var changed = this.bank.changedAfter(last.get(), basis.others.stream().map(ReviewedCard::question).toList());
		if (changed.isEmpty()) {
			return null;
		}
		var before = Stream
			.concat(basis.planner.practised().stream(),
					basis.others.stream().filter((card) -> changed.contains(card.question())))
			.toList();
		return new RemovedQuestions(changed.size(), basis.planner.with(before, basis.planner.unseen()).readiness(),
				basis.planner.readiness());
	}

	/**
	 * Returns what a fit in the background changed on the last day of practice or after
	 * it; {@code null} without any, or if the readiness looks the same.
	 */
	private @Nullable ReplacedModel replacedModel(Learner learner, Basis basis) {
		var planner = basis.planner;
		var last = basis.lastReview().map(planner.days()::dayOf).orElse(LocalDate.MIN);
		return this.models.findReplaced(learner.id())
			.filter((replaced) -> !planner.days().dayOf(replaced.at()).isBefore(last))
			.map((replaced) -> new ReplacedModel(replaced.fitted(), replaced.reviews(),
					basis
						.with(this.cards.findAll(learner.id(), Timestamps.latest(planner.now()), replaced.before()),
								replaced.before())
						.readiness(),
					planner.readiness()))
			.filter(ReplacedModel::isVisible)
			.orElse(null);
	}

	/**
	 * Adds the new questions that were published until a time to the goal, or leaves them
	 * out of it.
	 */
	void decideOnNewQuestions(boolean added, Instant until, LearnerIdentity identity) {
		var now = this.clock.instant();
		var time = until.isAfter(now) ? now : until;
		this.transaction.executeWithoutResult((status) -> this.learners.findForChange(identity).ifPresent((learner) -> {
			if (added) {
				learner.addQuestions(time);
			}
			else {
				learner.leaveQuestionsOut(time);
			}
		}));
	}

	private static List<Readiness> byDifficulty(Basis basis) {
		var chosen = basis.goal.difficulties();
		var totals = new LinkedHashMap<String, Long>();
		basis.bank.difficulties().forEach((difficulty, count) -> {
			if (chosen.isEmpty() || chosen.contains(difficulty)) {
				totals.put(difficulty.slug(), count
						- total(basis.unadded.stream().filter((group) -> group.difficulty() == difficulty).toList()));
			}
		});
		return Readiness.byGroup(basis.planner, totals, (id) -> List.of(basis.question(id).difficulty().slug()));
	}

	private static List<Readiness> byTopic(Basis basis) {
		var totals = new LinkedHashMap<>(basis.bank.topics());
		basis.unadded.forEach((group) -> group.topics()
			.forEach((topic) -> totals.computeIfPresent(topic, (name, count) -> count - group.number())));
		if (!basis.goal.topics().isEmpty()) {
			totals.keySet().retainAll(basis.goal.topics());
		}
		return Readiness.byGroup(basis.planner, totals, (id) -> basis.question(id).topics())
			.stream()
			.sorted(Comparator.comparingDouble(Readiness::recall).thenComparing(Readiness::name))
			.toList();
	}

	/**
	 * Computes the readiness of the goal at a time with an earlier state of the learner's
	 * cards, and with the one at that time, both of the same questions; empty while the
	 * index is rebuilt.
	 */
	List<Double> readiness(LearnerIdentity identity, Instant time, List<ReviewedCard> before,
			List<ReviewedCard> after) {
		var basis = basis(this.learners.find(identity), identity, time, after);
		return basis.bank.complete() ? List.of(basis.with(before).readiness(), basis.planner.readiness()) : List.of();
	}

	private Basis basis(Optional<Learner> learner, LearnerIdentity identity) {
		var now = this.clock.instant();
		return basis(learner, identity, now,
				learner.map((found) -> this.cards.findAll(found.id(), now)).orElse(List.of()));
	}

	private Basis basis(Optional<Learner> learner, LearnerIdentity identity, Instant now,
			List<ReviewedCard> practised) {
		var goal = learner.map((found) -> goal(found, identity)).orElse(PracticeGoal.NONE);
		var bank = this.catalogue.list(goal.filter(), identity.viewer(), 0, 0);
		var questions = this.bank.summaries(practised.stream().map(ReviewedCard::question).toList(), identity.viewer());
		var wanted = select(practised, goal, questions);
		var unadded = learner.filter((found) -> !practised.isEmpty())
			.map((found) -> countNew(found.questionsAsOf(), goal, questions, identity))
			.orElse(List.of());
		var unseen = Math.max(0, bank.total() - total(unadded) - wanted.size());
		var others = practised.stream().filter((card) -> !wanted.contains(card)).toList();
		return new Basis(goal, bank, unadded, questions, others,
				new Planner(wanted, unseen, FirstGrades.of(practised), goal.target(), days(learner, identity), now,
						learner.map((found) -> this.cards.model(found.id())).orElse(Fsrs.DEFAULT)));
	}

	/**
	 * Counts the questions published after a time that match the goal and are not
	 * practised. Practised ones are counted negatively. Reads only the counts, as the
	 * whole bank may be new after an import.
	 */
	private List<QuestionSummary.Count> countNew(Instant time, PracticeGoal goal, Map<Long, QuestionSummary> practised,
			LearnerIdentity identity) {
		var counts = new ArrayList<>(this.bank.countPublishedAfter(time, identity.viewer())
			.stream()
			.filter((group) -> goal.includes(group.difficulty(), group.topics()))
			.toList());
		if (!counts.isEmpty()) {
			this.bank.publishedAfter(time, practised.keySet())
				.stream()
				.map(practised::get)
				.filter((question) -> isInGoal(goal, question))
				.forEach((question) -> counts
					.add(new QuestionSummary.Count(question.difficulty(), question.topics(), -1)));
		}
		return counts;
	}

	private static long total(List<QuestionSummary.Count> counts) {
		return counts.stream().mapToLong(QuestionSummary.Count::number).sum();
	}

	/** Returns the goal of a learner, with the current names of topics. */
	PracticeGoal goal(Learner learner, LearnerIdentity identity) {
		var goal = learner.goal();
		return goal.withTopics(this.catalogue.presentTopics(goal.topics(), learner.topicsAsOf(), identity.viewer()));
	}

	/** Selects the cards of visible questions in the goal. */
	private static List<ReviewedCard> select(List<ReviewedCard> cards, PracticeGoal goal,
			Map<Long, QuestionSummary> questions) {
		return cards.stream()
			.filter((card) -> questions.containsKey(card.question()) && isInGoal(goal, questions.get(card.question())))
			.toList();
	}

	private static boolean isInGoal(PracticeGoal goal, QuestionSummary question) {
		return goal.includes(question.difficulty(), question.topics());
	}

	/**
	 * Returns the questions of today's plan in order. Computes no forecast, which would
	 * take much longer.
	 */
	List<Long> planToday(LearnerIdentity identity) {
		var learner = this.learners.find(identity);
		var basis = basis(learner, identity);
		var queue = basis.planner.queue();
		var all = new ArrayList<>(queue.again());
		all.addAll(queue.before());
		all.addAll(unseen(basis, queue.fresh(), learner.map(Learner::questionsAsOf).orElse(Instant.MAX), identity));
		all.addAll(queue.after());
		return all;
	}

	/**
	 * Counts the questions of today's plan, and the days until the interview; empty
	 * without a learner.
	 */
	Optional<Today> findToday(LearnerIdentity identity) {
		return this.learners.find(identity).map((learner) -> {
			var planner = basis(Optional.of(learner), identity).planner;
			var queue = planner.queue();
			var date = learner.goal().date();
			var days = (date != null) ? ChronoUnit.DAYS.between(planner.days().dateOf(planner.now()), date) : -1;
			return new Today(queue.again().size() + queue.before().size() + queue.fresh() + queue.after().size(),
					(days >= 0) ? days : null);
		});
	}

	/**
	 * Today's plan in short.
	 *
	 * @param left the number of questions that are left today
	 * @param daysLeft the days until the interview; {@code null} without one ahead
	 */
	public record Today(int left, @Nullable Long daysLeft) {
	}

	/**
	 * Returns the first questions of the goal without reviews that were published until a
	 * time.
	 */
	private List<Long> unseen(Basis basis, int limit, Instant until, LearnerIdentity identity) {
		var seen = basis.planner.practised().stream().map(ReviewedCard::question).collect(Collectors.toSet());
		for (int read = seen.size() + limit; limit > 0; read *= 2) {
			var numbers = this.catalogue.numbers(basis.goal.filter(), identity.viewer(),
					Math.min(read, QuestionCatalogue.REACH));
			var unseen = numbers.stream().filter((id) -> !seen.contains(id)).toList();
			var added = basis.unadded.isEmpty() ? Set.<Long>of() : this.bank.publishedAfter(until, unseen);
			var first = unseen.stream().filter((id) -> !added.contains(id)).limit(limit).toList();
			// New questions mostly have the last numbers.
			if (first.size() == limit || numbers.size() < read) {
				return first;
			}
		}
		return List.of();
	}

	/**
	 * The input of a plan.
	 *
	 * @param bank the counts of the questions of the goal
	 * @param unadded the counts of its new questions, which are not in the plan
	 * @param questions the visible questions with reviews, by id
	 * @param others the cards that are not in the plan
	 */
	private record Basis(PracticeGoal goal, Slice bank, List<QuestionSummary.Count> unadded,
			Map<Long, QuestionSummary> questions, List<ReviewedCard> others, Planner planner) {

		long total() {
			return this.bank.total() - newQuestions();
		}

		long newQuestions() {
			return StudyPlans.total(this.unadded);
		}

		/** Returns the time of the latest review, in the plan or not. */
		Optional<Instant> lastReview() {
			return Stream.concat(this.planner.practised().stream(), this.others.stream())
				.map((card) -> card.card().reviewedAt())
				.max(Comparator.naturalOrder());
		}

		/** Returns a planner of the same questions with other cards. */
		Planner with(List<ReviewedCard> cards) {
			return with(cards, this.planner.model());
		}

		/** Returns a planner of the same questions with the cards of another model. */
		Planner with(List<ReviewedCard> cards, Fsrs model) {
			var wanted = select(cards, this.goal, this.questions);
			return new Planner(wanted, this.planner.unseen() + this.planner.practised().size() - wanted.size(),
					FirstGrades.of(cards), this.planner.target(), this.planner.days(), this.planner.now(), model);
		}

		QuestionSummary question(long id) {
			return Objects.requireNonNull(this.questions.get(id));
		}

	}

}
