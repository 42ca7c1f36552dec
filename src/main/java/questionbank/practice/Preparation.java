package questionbank.practice;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionList;
import questionbank.question.QuestionSummary;

/**
 * How somebody prepares: what they practise for, what the plan says for today and the
 * days until the interview, and how ready they are.
 */
@Service
public class Preparation {

	private final Learners learners;

	private final Cards cards;

	private final QuestionCatalogue catalogue;

	private final Clock clock;

	Preparation(Learners learners, Cards cards, QuestionCatalogue catalogue, Clock clock) {
		this.learners = learners;
		this.cards = cards;
		this.catalogue = catalogue;
		this.clock = clock;
	}

	/**
	 * Practises for something else from now on.
	 * @param who who becomes a learner by this, if they are not; with an account they
	 * have {@linkplain Learners#settle settled} before
	 */
	@Transactional
	void aim(Aim aim, ZoneId zone, Who who) {
		var learner = this.learners.findForChange(who).orElseGet(() -> this.learners.begin(who, zone));
		learner.aimAt(aim);
		learner.practise(zone, this.clock.instant());
	}

	/**
	 * Where somebody stands.
	 * @param zone where they are, if nothing is known of them yet
	 */
	@Transactional(readOnly = true)
	Standing standing(Who who, ZoneId zone) {
		var learner = this.learners.find(who);
		var aim = learner.map(Learner::aim).orElse(Aim.NONE);
		var practised = learner.map((found) -> this.cards.of(found.id())).orElse(List.of());
		var days = new Days(learner.map(Learner::zone).orElse(zone));
		return standing(aim, practised, days, who);
	}

	private Standing standing(Aim aim, List<Practised> practised, Days days, Who who) {
		var now = this.clock.instant();
		var bank = this.catalogue.list(aim.questions(), who.viewer(), 0, 0);
		var questions = this.catalogue.summaries(practised.stream().map(Practised::question).toList(), who.viewer());
		var wanted = practised.stream()
			.filter((one) -> questions.containsKey(one.question()) && isAimedAt(aim, questions.get(one.question())))
			.toList();
		var unseen = Math.max(0, bank.total() - wanted.size());
		var planner = new Planner(wanted, unseen, FirstGrades.of(practised), aim, days, now);
		return new Standing(aim, days, now, planner.plan(), bank.total(), wanted, questions,
				Readiness.byDifficulty(planner, questions, bank, aim),
				Readiness.byTopic(planner, questions, bank, aim));
	}

	private static boolean isAimedAt(Aim aim, QuestionSummary question) {
		return (aim.difficulties().isEmpty() || aim.difficulties().contains(question.difficulty()))
				&& (aim.topics().isEmpty() || question.topics().stream().anyMatch(aim.topics()::contains));
	}

	/** The questions of today's plan, in the order in which to practise them. */
	@Transactional(readOnly = true)
	List<Long> today(Who who, ZoneId zone) {
		var standing = standing(who, zone);
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
