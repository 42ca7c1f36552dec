package questionbank.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import questionbank.kit.Composition.Composed;
import questionbank.kit.Composition.Shortage;
import questionbank.question.Difficulty;

import static org.assertj.core.api.Assertions.assertThat;

/** Properties of compositions, over random small pools and compared with brute force. */
class KitComposerPropertyTests {

	private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

	private static final List<String> TOPICS = List.of("messaging", "monitoring", "security", "testing");

	private static final Map<Difficulty, Integer> MINUTES = Map.of(Difficulty.EASY, 3, Difficulty.MEDIUM, 5,
			Difficulty.HARD, 8);

	private static final KitComposer COMPOSER = new KitComposer(MINUTES);

	@Test
	void meetsAllConstraints() {
		composed(cases(1_500, 30, 4)).forEach((one) -> {
			var forms = one.composed().forms();
			assertThat(forms).as("%s", one).hasSize(one.profile.forms());
			var chosen = one.chosen();
			assertThat(chosen).as("%s", one).doesNotHaveDuplicates().isSubsetOf(one.pool);
			assertThat(chosen.stream().map(groups(one.pool)::get)).as("%s", one).doesNotHaveDuplicates();
			for (var form : forms) {
				for (var difficulty : Difficulty.values()) {
					assertThat(form.difficulties()).as("%s", one)
						.containsEntry(difficulty, one.profile.count(difficulty));
				}
				assertThat(form.topics().keySet()).as("%s", one).containsAll(one.profile.topics());
				assertThat(form.minutes()).as("%s", one).isLessThanOrEqualTo(one.profile.minutes());
			}
		});
	}

	@Test
	void givesAllFormsTheSameDifficultyAndMinutesByPosition() {
		composed(cases(500, 30, 4)).forEach((one) -> assertThat(one.composed().forms().stream().map((form) -> {
			assertThat(form.questions()).extracting((planned) -> planned.question().difficulty()).isSorted();
			return form.questions()
				.stream()
				.map((planned) -> planned.question().difficulty() + " " + planned.minutes())
				.toList();
		}).distinct()).as("%s", one).hasSize(1));
	}

	@Test
	void findsACompositionWheneverThereIsOne() {
		var found = cases(4_000, 9, 3).map((one) -> {
			var solvable = new BruteForce(one).isSolvable();
			assertThat(one.result instanceof Composed).as("%s", one).isEqualTo(solvable);
			return solvable;
		}).collect(Collectors.partitioningBy((solvable) -> solvable, Collectors.counting()));
		assertThat(found.get(true)).isGreaterThan(500);
		assertThat(found.get(false)).isGreaterThan(500);
	}

	@Test
	void choosesAsFewAskedQuestionsAsPossible() {
		composed(cases(2_000, 9, 3))
			.filter((one) -> one.pool.stream().allMatch((question) -> hasOnlyTwins(question, one.pool)))
			.forEach(
					(one) -> assertThat(asked(one.chosen())).as("%s", one).isEqualTo(new BruteForce(one).leastAsked()));
	}

	@Test
	void noUnusedQuestionCouldReplaceOneThatWasAskedLater() {
		composed(cases(1_500, 40, 4)).forEach((one) -> {
			var groups = groups(one.pool);
			for (var form : one.composed().forms()) {
				var inForm = form.questions().stream().map(PlannedQuestion::question).toList();
				for (var chosen : inForm) {
					var kept = new HashSet<>(one.chosen());
					kept.remove(chosen);
					var keptGroups = kept.stream().map(groups::get).collect(Collectors.toSet());
					assertThat(one.pool).as("%s instead of %s", one, chosen)
						.noneMatch((other) -> other.difficulty() == chosen.difficulty()
								&& !keptGroups.contains(groups.get(other)) && isAskedBefore(other, chosen)
								&& coversWith(one.profile, inForm, chosen, other));
				}
			}
		});
	}

	@Test
	void namesTheFewestMissingQuestions() {
		var shortages = cases(1_500, 7, 2).filter((one) -> one.result instanceof Shortage).toList();
		assertThat(shortages).hasSizeGreaterThan(300);
		shortages.forEach((one) -> {
			var shortage = (Shortage) one.result;
			assertThat(shortage.minimal()).as("%s", one).isTrue();
			var completed = new ArrayList<>(one.pool);
			shortage.missing()
				.forEach((kind) -> IntStream.range(0, kind.number())
					.forEach((next) -> completed.add(new PoolQuestion(1_000 + completed.size(), kind.difficulty(),
							kind.topics(), null, Set.of()))));
			assertThat(new BruteForce(one.profile, completed).isSolvable()).as("%s", one).isTrue();
			if (shortage.number() <= 3) {
				assertThat(isSolvableWith(shortage.number() - 1, one.profile, one.pool)).as("%s", one).isFalse();
			}
		});
	}

	@Test
	void isTheSameForTheSameSeedInAnyOrderOfThePool() {
		cases(200, 30, 4).forEach((one) -> {
			var reversed = new ArrayList<>(one.pool);
			Collections.reverse(reversed);
			assertThat(COMPOSER.compose(one.profile, reversed, new SplittableRandom(1))).isEqualTo(one.result);
		});
	}

	/** Tries all kinds of a number of additional questions. */
	private static boolean isSolvableWith(int number, CompositionProfile profile, List<PoolQuestion> pool) {
		if (number == 0) {
			return new BruteForce(profile, pool).isSolvable();
		}
		return Stream.of(Difficulty.values())
			.flatMap((difficulty) -> topicSets(profile)
				.map((topics) -> new PoolQuestion(1_000 + pool.size(), difficulty, topics, null, Set.of())))
			.anyMatch((added) -> isSolvableWith(number - 1, profile,
					Stream.concat(pool.stream(), Stream.of(added)).toList()));
	}

	private static Stream<Set<String>> topicSets(CompositionProfile profile) {
		var topics = List.copyOf(profile.topics());
		return IntStream.range(0, 1 << topics.size())
			.filter((mask) -> Integer.bitCount(mask) <= profile.topicsPerQuestion())
			.mapToObj((mask) -> IntStream.range(0, topics.size())
				.filter((topic) -> (mask >> topic & 1) != 0)
				.mapToObj(topics::get)
				.collect(Collectors.toSet()));
	}

	private static boolean isAskedBefore(PoolQuestion one, PoolQuestion other) {
		return other.lastAsked() != null && (one.lastAsked() == null || one.lastAsked().isBefore(other.lastAsked()));
	}

	private static boolean coversWith(CompositionProfile profile, List<PoolQuestion> form, PoolQuestion removed,
			PoolQuestion added) {
		return covers(profile,
				Stream.concat(form.stream().filter((question) -> question != removed), Stream.of(added)));
	}

	private static boolean covers(CompositionProfile profile, Stream<PoolQuestion> form) {
		return form.flatMap((question) -> question.topics().stream())
			.collect(Collectors.toSet())
			.containsAll(profile.topics());
	}

	private static long asked(List<PoolQuestion> questions) {
		return questions.stream().filter((question) -> question.lastAsked() != null).count();
	}

	/** Tells whether all near-duplicates of a question have its difficulty. */
	private static boolean hasOnlyTwins(PoolQuestion question, List<PoolQuestion> pool) {
		var groups = groups(pool);
		return pool.stream()
			.filter((other) -> groups.get(other).equals(groups.get(question)))
			.allMatch((other) -> other.difficulty() == question.difficulty());
	}

	/** Groups near-duplicates by merging the groups of each pair. */
	private static Map<PoolQuestion, Integer> groups(List<PoolQuestion> pool) {
		var groups = IntStream.range(0, pool.size()).toArray();
		for (int one = 0; one < groups.length; one++) {
			for (int other = 0; other < groups.length; other++) {
				if (pool.get(one).duplicates().contains(pool.get(other).id())) {
					int from = groups[one];
					int to = groups[other];
					IntStream.range(0, groups.length)
						.filter((index) -> groups[index] == from)
						.forEach((index) -> groups[index] = to);
				}
			}
		}
		return IntStream.range(0, groups.length).boxed().collect(Collectors.toMap(pool::get, (index) -> groups[index]));
	}

	private static Stream<Case> composed(Stream<Case> cases) {
		var composed = cases.filter((one) -> one.result instanceof Composed).toList();
		assertThat(composed).hasSizeGreaterThan(200);
		return composed.stream();
	}

	private static Stream<Case> cases(int number, int maxPool, int maxForms) {
		return IntStream.range(0, number).mapToObj((seed) -> {
			var random = new SplittableRandom(seed);
			var topics = TOPICS.subList(0, random.nextInt(5));
			int most = Math.max(1, maxPool / 8);
			var profile = new CompositionProfile(200, random.nextInt(1, most + 1), random.nextInt(most + 1),
					random.nextInt(most + 1), new TreeSet<>(topics), random.nextInt(1, maxForms + 1));
			var pool = LongStream.rangeClosed(1, random.nextInt(maxPool / 3, maxPool + 1))
				.mapToObj((id) -> question(id, random, maxPool))
				.toList();
			return new Case(profile, pool, COMPOSER.compose(profile, pool, new SplittableRandom(1)));
		});
	}

	private static PoolQuestion question(long id, SplittableRandom random, int maxPool) {
		var topics = TOPICS.stream().filter((topic) -> random.nextInt(5) < 2).collect(Collectors.toSet());
		var asked = (random.nextInt(3) > 0) ? NOW.minus(Duration.ofDays(random.nextInt(30))) : null;
		var duplicates = (random.nextInt(6) == 0) ? Set.of((long) random.nextInt(1, maxPool + 1)) : Set.<Long>of();
		return new PoolQuestion(id, Difficulty.values()[random.nextInt(3)], topics, asked, duplicates);
	}

	private record Case(CompositionProfile profile, List<PoolQuestion> pool, Composition result) {

		Composed composed() {
			return (Composed) this.result;
		}

		List<PoolQuestion> chosen() {
			return composed().forms()
				.stream()
				.flatMap((form) -> form.questions().stream())
				.map(PlannedQuestion::question)
				.toList();
		}

	}

	/** Tries each question in each form and in none. */
	private static final class BruteForce {

		private final CompositionProfile profile;

		private final List<PoolQuestion> pool;

		private final Map<PoolQuestion, Integer> groups;

		private final List<List<PoolQuestion>> forms;

		private final Set<Integer> usedGroups = new HashSet<>();

		private long leastAsked = Long.MAX_VALUE;

		BruteForce(Case one) {
			this(one.profile, one.pool);
		}

		BruteForce(CompositionProfile profile, List<PoolQuestion> pool) {
			this.profile = profile;
			this.pool = pool;
			this.groups = groups(pool);
			this.forms = Stream.<List<PoolQuestion>>generate(ArrayList::new).limit(profile.forms()).toList();
		}

		boolean isSolvable() {
			return search(0, true);
		}

		long leastAsked() {
			search(0, false);
			return this.leastAsked;
		}

		private boolean search(int next, boolean first) {
			if (this.forms.stream().allMatch((form) -> form.size() == this.profile.questions())) {
				if (this.forms.stream().allMatch((form) -> covers(this.profile, form.stream()))) {
					this.leastAsked = Math.min(this.leastAsked,
							asked(this.forms.stream().flatMap(List::stream).toList()));
					return first;
				}
				return false;
			}
			if (next == this.pool.size()) {
				return false;
			}
			var question = this.pool.get(next);
			if (search(next + 1, first)) {
				return true;
			}
			if (!this.usedGroups.add(this.groups.get(question))) {
				return false;
			}
			for (var form : this.forms) {
				var wasEmpty = form.isEmpty();
				if (form.stream().filter((other) -> other.difficulty() == question.difficulty()).count() < this.profile
					.count(question.difficulty())) {
					form.add(question);
					var found = search(next + 1, first);
					form.remove(form.size() - 1);
					if (found) {
						this.usedGroups.remove(this.groups.get(question));
						return true;
					}
				}
				if (wasEmpty) {
					break;
				}
			}
			this.usedGroups.remove(this.groups.get(question));
			return false;
		}

	}

}
