package questionbank.kit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import questionbank.question.Difficulty;

/**
 * The pool as indexed by the search: the questions that any best composition may need, in
 * the order of preference, with their topics as bits and their groups of near-duplicates.
 * <p>
 * Of questions with the same difficulty and the same topics of the profile, and without
 * near-duplicates, only as many are kept as all forms together have of this difficulty.
 * So the search does not depend on the size of the pool.
 */
final class QuestionSupply {

	/** Questions never asked precede all others: more than any sum of ranks. */
	private static final long ASKED = 10_000_000_000_000L;

	/** Ranks of dates precede topics: more questions than compositions have. */
	private static final long RANK = 1_000;

	/** The topics of the profile, the scarcest first. */
	private final List<String> topics;

	private final List<Indexed> questions = new ArrayList<>();

	/** The number of groups of near-duplicates; most have a single question. */
	private final int groups;

	/**
	 * @param random breaks ties between questions of equal preference
	 */
	QuestionSupply(CompositionProfile profile, Collection<PoolQuestion> pool, RandomGenerator random) {
		var wanted = pool.stream()
			.filter((question) -> profile.count(question.difficulty()) > 0)
			.sorted(Comparator.comparingLong(PoolQuestion::id))
			.toList();
		var frequencies = new HashMap<String, Long>();
		profile.topics()
			.forEach((topic) -> frequencies.put(topic,
					wanted.stream().filter((question) -> question.topics().contains(topic)).count()));
		this.topics = profile.topics()
			.stream()
			.sorted(Comparator.comparing((topic) -> frequencies.getOrDefault(topic, 0L)))
			.toList();
		var ranks = ranks(wanted);
		var groupOf = DuplicateGroups.of(pool);
		var candidates = wanted.stream()
			.map((question) -> candidate(question, ranks, random.nextLong(),
					groupOf.getOrDefault(question.id(), question.id())))
			.sorted(Comparator.comparingLong(Candidate::cost).thenComparingLong(Candidate::tieBreaker))
			.toList();
		this.groups = keep(candidates, profile);
	}

	private static Map<Instant, Integer> ranks(List<PoolQuestion> questions) {
		var ranks = new HashMap<Instant, Integer>();
		questions.stream()
			.map(PoolQuestion::lastAsked)
			.filter(Objects::nonNull)
			.collect(Collectors.toCollection(TreeSet::new))
			.forEach((asked) -> ranks.put(asked, ranks.size()));
		return ranks;
	}

	/**
	 * Computes the cost of a question, whose sum is the objective: as few questions that
	 * were asked as possible, then those asked least recently, then those with a topic of
	 * the profile.
	 */
	private Candidate candidate(PoolQuestion question, Map<Instant, Integer> ranks, long tieBreaker, long group) {
		int mask = 0;
		for (int topic = 0; topic < this.topics.size(); topic++) {
			mask |= question.topics().contains(this.topics.get(topic)) ? 1 << topic : 0;
		}
		var asked = question.lastAsked();
		long cost = (asked != null) ? ASKED + RANK * ranks.getOrDefault(asked, 0) : 0;
		return new Candidate(question, mask, cost + ((mask == 0) ? 1 : 0), tieBreaker, group);
	}

	private int keep(List<Candidate> candidates, CompositionProfile profile) {
		var sizes = new HashMap<Long, Integer>();
		candidates.forEach((one) -> sizes.merge(one.group, 1, Integer::sum));
		var numbers = new HashMap<Long, Integer>();
		var seen = new HashSet<List<Long>>();
		var kept = new int[Difficulty.values().length][1 << this.topics.size()];
		for (var one : candidates) {
			int difficulty = one.question.difficulty().ordinal();
			var alone = sizes.getOrDefault(one.group, 1) == 1;
			var needed = alone
					? kept[difficulty][one.mask]++ < profile.forms() * profile.count(one.question.difficulty())
					: seen.add(List.of(one.group, (long) difficulty, (long) one.mask));
			if (needed) {
				var group = numbers.computeIfAbsent(one.group, (absent) -> numbers.size());
				this.questions.add(new Indexed(one.question, difficulty, one.mask, one.cost, group, alone));
			}
		}
		return numbers.size();
	}

	List<String> topics() {
		return this.topics;
	}

	List<Indexed> questions() {
		return this.questions;
	}

	Indexed question(int index) {
		return this.questions.get(index);
	}

	int groups() {
		return this.groups;
	}

	/**
	 * Returns the indices of the questions of a difficulty, in the order of preference.
	 */
	int[] ofDifficulty(int difficulty) {
		return IntStream.range(0, this.questions.size())
			.filter((index) -> question(index).difficulty == difficulty)
			.toArray();
	}

	/** Returns the difficulties of each group's questions, as bits. */
	int[] groupDifficulties() {
		var difficulties = new int[this.groups];
		this.questions.forEach((question) -> difficulties[question.group] |= 1 << question.difficulty);
		return difficulties;
	}

	/** Returns the topics of each group's questions, as bits. */
	int[] groupMasks() {
		var masks = new int[this.groups];
		this.questions.forEach((question) -> masks[question.group] |= question.mask);
		return masks;
	}

	/** Returns the largest number of topics of the profile that a question has. */
	int mostTopics() {
		return this.questions.stream().mapToInt((question) -> Integer.bitCount(question.mask)).max().orElse(0);
	}

	/**
	 * A question of the supply.
	 *
	 * @param difficulty the ordinal of its difficulty
	 * @param mask its topics among those of the profile, as bits
	 * @param group the number of its group of near-duplicates
	 * @param alone whether it is the only question of its group
	 */
	record Indexed(PoolQuestion question, int difficulty, int mask, long cost, int group, boolean alone) {
	}

	private record Candidate(PoolQuestion question, int mask, long cost, long tieBreaker, long group) {
	}

}
