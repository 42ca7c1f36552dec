package questionbank.practice;

import questionbank.scheduling.PracticeDays;
import questionbank.scheduling.Readiness;
import questionbank.scheduling.ReviewedCard;
import questionbank.scheduling.FirstGrades;
import questionbank.scheduling.Planner;
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
import questionbank.question.QuestionList;
import questionbank.question.QuestionSummary;
import questionbank.question.TopicNames;

/**
 * How somebody prepares: what they practise for, what the plan says for today and the
 * days until the interview, and how ready they are.
 */
@Service
class StudyPlans {

	private final Learners learners;

	private final Cards cards;

	private final TransactionOperations transaction;

	private final QuestionBank bank;

	private final QuestionCatalogue catalogue;

	private final PracticeProperties properties;

	private final TopicNames names;

	private final Clock clock;

	StudyPlans(Learners learners, Cards cards, TransactionOperations transaction, QuestionBank bank,
			QuestionCatalogue catalogue, TopicNames names, PracticeProperties properties, Clock clock) {
		this.learners = learners;
		this.cards = cards;
		this.transaction = transaction;
		this.bank = bank;
		this.catalogue = catalogue;
		this.properties = properties;
		this.names = names;
		this.clock = clock;
	}

	/**
	 * Practises for something else from now on.
	 * @param asOf a {@linkplain TopicNames#state state} of the bank in which the topics
	 * have these names
	 * @param who who becomes a learner by this, if they are not
	 */
	void aim(PracticeGoal aim, long asOf, LearnerIdentity who) {
		this.learners.settle(who);
		this.transaction.executeWithoutResult(
				(status) -> this.learners.findForChange(who).ifPresent((learner) -> learner.aimAt(aim, asOf)));
	}

	/**
	 * Moves the learner to the time zone of the browser.
	 * @return whether there is a learner
	 */
	boolean move(LearnerIdentity who) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> this.learners.findForChange(who).isPresent()));
	}

	/** Returns the learner's calendar day. */
	LocalDate today(LearnerIdentity who) {
		return days(this.learners.find(who), who).dateOf(this.clock.instant());
	}

	/** The zone of the browser, else the last one that is known, else UTC. */
	private PracticeDays days(Optional<Learner> learner, LearnerIdentity who) {
		var last = learner.map(Learner::zone).orElse(ZoneOffset.UTC);
		return this.properties.days(Objects.requireNonNullElse(who.zone(), last));
	}

	/**
	 * Where somebody stands. It takes no transaction: what takes long is the planning,
	 * and nobody has to wait for a connection meanwhile.
	 */
	PracticeStatus standing(LearnerIdentity who) {
		var learner = this.learners.find(who);
		var basis = basis(learner, who);
		var planner = basis.planner;
		var future = learner.flatMap((found) -> this.cards.future(found.id(), planner.days(), planner.now()))
			.orElse(null);
		return new PracticeStatus(learner.isPresent(), future, basis.aim, planner.days(), planner.now(),
				basis.bank.complete(), planner.plan(), basis.bank.total(), planner.practised(), basis.questions,
				byDifficulty(basis), byTopic(basis));
	}

	private static List<Readiness> byDifficulty(Basis basis) {
		var chosen = basis.aim.difficulties();
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
		if (!basis.aim.topics().isEmpty()) {
			totals.keySet().retainAll(basis.aim.topics());
		}
		return Readiness.byGroup(basis.planner, totals, (id) -> basis.question(id).topics())
			.stream()
			.sorted(Comparator.comparingDouble(Readiness::recall).thenComparing(Readiness::name))
			.toList();
	}

	private Basis basis(Optional<Learner> learner, LearnerIdentity who) {
		var aim = learner.map((found) -> aim(found, who)).orElse(PracticeGoal.NONE);
		var now = this.clock.instant();
		var practised = learner.map((found) -> this.cards.of(found.id(), now)).orElse(List.of());
		var bank = this.catalogue.list(aim.questions(), who.viewer(), 0, 0);
		var questions = this.bank.summaries(practised.stream().map(ReviewedCard::question).toList(), who.viewer());
		var wanted = practised.stream()
			.filter((one) -> questions.containsKey(one.question()) && isAimedAt(aim, questions.get(one.question())))
			.toList();
		var unseen = Math.max(0, bank.total() - wanted.size());
		return new Basis(aim, bank, questions,
				new Planner(wanted, unseen, FirstGrades.of(practised), aim.target(), days(learner, who), now));
	}

	/** Returns the plan of a learner, with the topics by their present names. */
	PracticeGoal aim(Learner learner, LearnerIdentity who) {
		var aim = learner.aim();
		return aim.about(this.names.current(aim.topics(), learner.topicsAsOf(), who.viewer()));
	}

	private static boolean isAimedAt(PracticeGoal aim, QuestionSummary question) {
		return (aim.difficulties().isEmpty() || aim.difficulties().contains(question.difficulty()))
				&& (aim.topics().isEmpty() || question.topics().stream().anyMatch(aim.topics()::contains));
	}

	/**
	 * Returns the questions of today's plan, in the order in which to practise them. It
	 * computes no forecast.
	 */
	List<Long> planned(LearnerIdentity who) {
		var basis = basis(this.learners.find(who), who);
		var queue = basis.planner.queue();
		var all = new ArrayList<>(queue.again());
		all.addAll(queue.before());
		all.addAll(unseen(basis, queue.fresh(), who));
		all.addAll(queue.after());
		return all;
	}

	/** The first questions that were never practised. */
	private List<Long> unseen(Basis basis, int most, LearnerIdentity who) {
		var seen = basis.planner.practised().stream().map(ReviewedCard::question).collect(Collectors.toSet());
		return this.catalogue.numbers(basis.aim.questions(), who.viewer(), (most > 0) ? seen.size() + most : 0)
			.stream()
			.filter((id) -> !seen.contains(id))
			.limit(most)
			.toList();
	}

	/**
	 * What a plan is computed from.
	 *
	 * @param bank the questions of the aim
	 * @param questions those that were practised and are visible, by id
	 */
	private record Basis(PracticeGoal aim, QuestionList bank, Map<Long, QuestionSummary> questions, Planner planner) {

		QuestionSummary question(long id) {
			return Objects.requireNonNull(this.questions.get(id));
		}

	}

}
