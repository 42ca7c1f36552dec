package questionbank.practice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

import questionbank.question.QuestionBank;
import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionCatalogue.Slice;
import questionbank.question.QuestionSummary;
import questionbank.scheduling.FirstGrades;
import questionbank.scheduling.Fsrs;
import questionbank.scheduling.Planner;
import questionbank.scheduling.PracticeDays;
import questionbank.scheduling.Readiness;
import questionbank.scheduling.ReviewedCard;

/**
 * Computes the plan of a learner for today and the days until the interview, and the
 * readiness; changes the goal.
 */
@Service
class StudyPlans {

	private final Learners learners;

	private final Cards cards;

	private final TransactionOperations transaction;

	private final QuestionBank bank;

	private final QuestionCatalogue catalogue;

	private final PracticeProperties properties;

	private final Clock clock;

	StudyPlans(Learners learners, Cards cards, TransactionOperations transaction, QuestionBank bank,
			QuestionCatalogue catalogue, PracticeProperties properties, Clock clock) {
		this.learners = learners;
		this.cards = cards;
		this.transaction = transaction;
		this.bank = bank;
		this.catalogue = catalogue;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Changes the goal. Registers the learner if there is none yet.
	 * @param asOf a {@linkplain QuestionCatalogue#state state} of the bank in which the
	 * topics have these names
	 */
	void changeGoal(PracticeGoal goal, long asOf, LearnerIdentity identity) {
		this.learners.register(identity);
		this.transaction.executeWithoutResult((status) -> this.learners.findForChange(identity)
			.ifPresent((learner) -> learner.changeGoal(goal, asOf)));
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
		return new PracticeStatus(learner.isPresent(), future, basis.goal, planner.days(), planner.now(),
				basis.bank.complete(), planner.plan(), basis.bank.total(), planner.practised(), basis.questions,
				byDifficulty(basis), byTopic(basis));
	}

	private static List<Readiness> byDifficulty(Basis basis) {
		var chosen = basis.goal.difficulties();
		var totals = new LinkedHashMap<String, Long>();
		basis.bank.difficulties().forEach((difficulty, count) -> {
			if (chosen.isEmpty() || chosen.contains(difficulty)) {
				totals.put(difficulty.slug(), count);
			}
		});
		return Readiness.byGroup(basis.planner, totals, (id) -> List.of(basis.question(id).difficulty().slug()));
	}

	private static List<Readiness> byTopic(Basis basis) {
		var totals = new LinkedHashMap<>(basis.bank.topics());
		if (!basis.goal.topics().isEmpty()) {
			totals.keySet().retainAll(basis.goal.topics());
		}
		return Readiness.byGroup(basis.planner, totals, (id) -> basis.question(id).topics())
			.stream()
			.sorted(Comparator.comparingDouble(Readiness::recall).thenComparing(Readiness::name))
			.toList();
	}

	private Basis basis(Optional<Learner> learner, LearnerIdentity identity) {
		var goal = learner.map((found) -> goal(found, identity)).orElse(PracticeGoal.NONE);
		var now = this.clock.instant();
		var practised = learner.map((found) -> this.cards.findAll(found.id(), now)).orElse(List.of());
		var bank = this.catalogue.list(goal.filter(), identity.viewer(), 0, 0);
		var questions = this.bank.summaries(practised.stream().map(ReviewedCard::question).toList(), identity.viewer());
		var wanted = practised.stream()
			.filter((card) -> questions.containsKey(card.question()) && isInGoal(goal, questions.get(card.question())))
			.toList();
		var unseen = Math.max(0, bank.total() - wanted.size());
		return new Basis(goal, bank, questions,
				new Planner(wanted, unseen, FirstGrades.of(practised), goal.target(), days(learner, identity), now,
						learner.map((found) -> this.cards.model(found.id())).orElse(Fsrs.DEFAULT)));
	}

	/** Returns the goal of a learner, with the current names of topics. */
	PracticeGoal goal(Learner learner, LearnerIdentity identity) {
		var goal = learner.goal();
		return goal.withTopics(this.catalogue.presentTopics(goal.topics(), learner.topicsAsOf(), identity.viewer()));
	}

	private static boolean isInGoal(PracticeGoal goal, QuestionSummary question) {
		return (goal.difficulties().isEmpty() || goal.difficulties().contains(question.difficulty()))
				&& (goal.topics().isEmpty() || question.topics().stream().anyMatch(goal.topics()::contains));
	}

	/**
	 * Returns the questions of today's plan in order. Computes no forecast, which would
	 * take much longer.
	 */
	List<Long> planToday(LearnerIdentity identity) {
		var basis = basis(this.learners.find(identity), identity);
		var queue = basis.planner.queue();
		var all = new ArrayList<>(queue.again());
		all.addAll(queue.before());
		all.addAll(newQuestions(basis, queue.fresh(), identity));
		all.addAll(queue.after());
		return all;
	}

	/** Returns the first questions of the goal without reviews. */
	private List<Long> newQuestions(Basis basis, int limit, LearnerIdentity identity) {
		var seen = basis.planner.practised().stream().map(ReviewedCard::question).collect(Collectors.toSet());
		return this.catalogue.numbers(basis.goal.filter(), identity.viewer(), (limit > 0) ? seen.size() + limit : 0)
			.stream()
			.filter((id) -> !seen.contains(id))
			.limit(limit)
			.toList();
	}

	/**
	 * The input of a plan.
	 *
	 * @param bank the counts of the questions of the goal
	 * @param questions the visible questions with reviews, by id
	 */
	private record Basis(PracticeGoal goal, Slice bank, Map<Long, QuestionSummary> questions, Planner planner) {

		QuestionSummary question(long id) {
			return Objects.requireNonNull(this.questions.get(id));
		}

	}

}
