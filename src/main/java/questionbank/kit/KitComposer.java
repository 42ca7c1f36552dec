package questionbank.kit;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import questionbank.kit.Composition.Composed;
import questionbank.kit.Composition.MissingQuestions;
import questionbank.kit.Composition.Shortage;
import questionbank.kit.Composition.SlotTooShort;
import questionbank.kit.Selection.Missing;
import questionbank.question.Difficulty;

/**
 * Automated test assembly (van der Linden, "Linear Models for Optimal Test Design",
 * Springer 2005): composes balanced kits, or several equivalent forms, from a pool of
 * questions.
 * <p>
 * Each form has the difficulty mix of the profile and covers each of its topics. No
 * question is in two forms, and no two near-duplicates are in a composition. Of what
 * meets these constraints, as few questions as possible were asked before; then come
 * those asked least recently, then those with a topic of the profile.
 */
final class KitComposer {

	private final Map<Difficulty, Integer> expectedMinutes;

	/**
	 * @param expectedMinutes the minutes that a question usually takes, by difficulty
	 */
	KitComposer(Map<Difficulty, Integer> expectedMinutes) {
		this.expectedMinutes = Map.copyOf(expectedMinutes);
	}

	/**
	 * Composes the forms of a profile.
	 * @param pool the questions that may be asked, in any order
	 * @param random breaks ties; the same state of it gives the same composition
	 */
	Composition compose(CompositionProfile profile, Collection<PoolQuestion> pool, RandomGenerator random) {
		var time = new TimeAllocation(profile, this.expectedMinutes);
		if (!time.fits()) {
			return new SlotTooShort(time.shortestSlot());
		}
		var supply = new QuestionSupply(profile, pool, random);
		var selection = CompositionSearch.composition(supply, profile).selection();
		if (selection == null) {
			var result = CompositionSearch.fewestMissing(supply, profile);
			selection = Objects.requireNonNull(result.selection());
			if (!selection.missing().isEmpty()) {
				return new Shortage(missing(selection.missing(), supply.topics()), result.proven());
			}
		}
		return new Composed(FormBalance.improve(supply, selection, profile.forms())
			.stream()
			.map((questions) -> form(supply, questions, time))
			.toList());
	}

	private static EquivalentForm form(QuestionSupply supply, List<Integer> indices, TimeAllocation time) {
		var questions = indices.stream()
			.map((index) -> supply.question(index).question())
			.sorted(Comparator.comparing(PoolQuestion::difficulty).thenComparing(PoolQuestion::id))
			.toList();
		var minutes = time.plan();
		var planned = IntStream.range(0, questions.size())
			.mapToObj((position) -> new PlannedQuestion(questions.get(position), minutes.get(position)))
			.toList();
		return new EquivalentForm(planned, time.expectedMinutes());
	}

	private static List<MissingQuestions> missing(List<Missing> missing, List<String> topics) {
		var numbers = missing.stream().collect(Collectors.groupingBy((one) -> one, Collectors.counting()));
		return numbers.entrySet()
			.stream()
			.map((entry) -> new MissingQuestions(Difficulty.values()[entry.getKey().difficulty()],
					topics(entry.getKey().mask(), topics), entry.getValue().intValue()))
			.sorted(Comparator.comparing(MissingQuestions::difficulty)
				.thenComparing((kind) -> String.join(",", kind.topics())))
			.toList();
	}

	private static TreeSet<String> topics(int mask, List<String> topics) {
		return IntStream.range(0, topics.size())
			.filter((topic) -> (mask >> topic & 1) != 0)
			.mapToObj(topics::get)
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
