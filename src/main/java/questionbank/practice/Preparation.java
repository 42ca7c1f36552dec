package questionbank.practice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

import questionbank.question.QuestionBank;
import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionSummary;
import questionbank.question.TopicNames;

/**
 * How somebody prepares: what they practise for, what the plan says for today and the
 * days until the interview, and how ready they are.
 */
@Service
class Preparation {

	private final Learners learners;

	private final Cards cards;

	private final TransactionOperations transaction;

	private final QuestionBank bank;

	private final QuestionCatalogue catalogue;

	private final PracticeProperties properties;

	private final TopicNames names;

	private final Clock clock;

	Preparation(Learners learners, Cards cards, TransactionOperations transaction, QuestionBank bank,
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
	void aim(Aim aim, long asOf, Who who) {
		this.learners.settle(who);
		this.transaction.executeWithoutResult(
				(status) -> this.learners.findForChange(who).ifPresent((learner) -> learner.aimAt(aim, asOf)));
	}

	/**
	 * Moves the learner to the time zone of the browser.
	 * @return whether there is a learner
	 */
	boolean move(Who who) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> this.learners.findForChange(who).isPresent()));
	}

	/** Returns the learner's calendar day. */
	LocalDate today(Who who) {
		return days(this.learners.find(who), who).date(this.clock.instant());
	}

	/** The zone of the browser, else the last one that is known, else UTC. */
	private Days days(Optional<Learner> learner, Who who) {
		var last = learner.map(Learner::zone).orElse(ZoneOffset.UTC);
		return this.properties.days(Objects.requireNonNullElse(who.zone(), last));
	}

	/**
	 * Where somebody stands. It takes no transaction: what takes long is the planning,
	 * and nobody has to wait for a connection meanwhile.
	 */
	Standing standing(Who who) {
		var learner = this.learners.find(who);
		var aim = learner.map((found) -> aim(found, who)).orElse(Aim.NONE);
		var days = days(learner, who);
		var now = this.clock.instant();
		var practised = learner.map((found) -> this.cards.of(found.id(), now)).orElse(List.of());
		var future = learner.flatMap((found) -> this.cards.future(found.id(), days, now)).orElse(null);
		var bank = this.catalogue.list(aim.questions(), who.viewer(), 0, 0);
		var questions = this.bank.summaries(practised.stream().map(Practised::question).toList(), who.viewer());
		var wanted = practised.stream()
			.filter((one) -> questions.containsKey(one.question()) && isAimedAt(aim, questions.get(one.question())))
			.toList();
		var unseen = Math.max(0, bank.total() - wanted.size());
		var planner = new Planner(wanted, unseen, FirstGrades.of(practised), aim, days, now);
		return new Standing(learner.isPresent(), future, aim, days, now, bank.whole(), planner.plan(), bank.total(),
				wanted, questions, Readiness.byDifficulty(planner, questions, bank, aim),
				Readiness.byTopic(planner, questions, bank, aim));
	}

	/** Returns the plan of a learner, with the topics by their present names. */
	Aim aim(Learner learner, Who who) {
		var aim = learner.aim();
		return aim.about(this.names.current(aim.topics(), learner.topicsAsOf(), who.viewer()));
	}

	private static boolean isAimedAt(Aim aim, QuestionSummary question) {
		return (aim.difficulties().isEmpty() || aim.difficulties().contains(question.difficulty()))
				&& (aim.topics().isEmpty() || question.topics().stream().anyMatch(aim.topics()::contains));
	}

	/** The questions of today's plan, in the order in which to practise them. */
	List<Long> planned(Who who) {
		var standing = standing(who);
		var plan = standing.plan();
		var all = new ArrayList<>(plan.again());
		all.addAll(plan.before());
		all.addAll(unseen(standing, plan.fresh(), who));
		all.addAll(plan.after());
		return all;
	}

	/** The first questions that were never practised. */
	private List<Long> unseen(Standing standing, int most, Who who) {
		var seen = standing.practised().stream().map(Practised::question).collect(Collectors.toSet());
		return this.catalogue.numbers(standing.aim().questions(), who.viewer(), (most > 0) ? seen.size() + most : 0)
			.stream()
			.filter((id) -> !seen.contains(id))
			.limit(most)
			.toList();
	}

}
