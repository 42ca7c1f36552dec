package questionbank.practice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
		return days(this.learners.find(who), who).date(this.clock.instant());
	}

	/** The zone of the browser, else the last one that is known, else UTC. */
	private Days days(Optional<Learner> learner, LearnerIdentity who) {
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
		return new PracticeStatus(learner.isPresent(), future, planner.aim(), planner.days(), planner.now(),
				basis.bank.whole(), planner.plan(), basis.bank.total(), planner.practised(), basis.questions,
				Readiness.byDifficulty(planner, basis.questions, basis.bank, planner.aim()),
				Readiness.byTopic(planner, basis.questions, basis.bank, planner.aim()));
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
		return new Basis(bank, questions,
				new Planner(wanted, unseen, FirstGrades.of(practised), aim, days(learner, who), now));
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
		var planner = basis(this.learners.find(who), who).planner;
		var queue = planner.queue();
		var all = new ArrayList<>(queue.again());
		all.addAll(queue.before());
		all.addAll(unseen(planner, queue.fresh(), who));
		all.addAll(queue.after());
		return all;
	}

	/** The first questions that were never practised. */
	private List<Long> unseen(Planner planner, int most, LearnerIdentity who) {
		var seen = planner.practised().stream().map(ReviewedCard::question).collect(Collectors.toSet());
		return this.catalogue.numbers(planner.aim().questions(), who.viewer(), (most > 0) ? seen.size() + most : 0)
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
	private record Basis(QuestionList bank, Map<Long, QuestionSummary> questions, Planner planner) {
	}

}
