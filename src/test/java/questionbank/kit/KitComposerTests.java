package questionbank.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import questionbank.kit.Composition.Composed;
import questionbank.kit.Composition.MissingQuestions;
import questionbank.kit.Composition.Shortage;
import questionbank.kit.Composition.SlotTooShort;
import questionbank.question.Difficulty;

import static org.assertj.core.api.Assertions.assertThat;

class KitComposerTests {

	private static final Instant LONG_AGO = Instant.parse("2026-01-05T08:00:00Z");

	private static final Map<Difficulty, Integer> MINUTES = Map.of(Difficulty.EASY, 3, Difficulty.MEDIUM, 5,
			Difficulty.HARD, 8);

	@Test
	void ordersQuestionsFromEasyToHard() {
		var pool = questions(9, (id) -> question(id, Difficulty.values()[(int) (id % 3)], null));
		var form = composed(profile(60, 2, 2, 2, 1), pool).get(0);
		assertThat(form.questions()).extracting((planned) -> planned.question().difficulty())
			.containsExactly(Difficulty.EASY, Difficulty.EASY, Difficulty.MEDIUM, Difficulty.MEDIUM, Difficulty.HARD,
					Difficulty.HARD);
	}

	@Test
	void prefersQuestionsNeverAskedThenThoseAskedLeastRecently() {
		var pool = questions(6,
				(id) -> question(id, Difficulty.EASY, (id == 4) ? null : LONG_AGO.plus(Duration.ofDays(id))));
		assertThat(ids(composed(profile(60, 3, 0, 0, 1), pool).get(0))).containsExactly(1L, 2L, 4L);
	}

	@Test
	void takesAskedQuestionsOnlyForTopicsThatNoOtherQuestionHas() {
		var pool = List.of(question(1, Difficulty.EASY, null), question(2, Difficulty.EASY, null, "security"),
				question(3, Difficulty.EASY, LONG_AGO, "monitoring"),
				question(4, Difficulty.EASY, LONG_AGO, "security"));
		assertThat(ids(composed(profile(60, 2, 0, 0, 1, "monitoring", "security"), pool).get(0))).containsExactly(2L,
				3L);
	}

	/** No single replacement leads from the asked question to the best composition. */
	@Test
	void findsSeveralNewQuestionsForTheTopicsOfOneThatWasAsked() {
		var pool = Stream.concat(
				Stream.of(question(1, Difficulty.EASY, null, "messaging", "monitoring"),
						question(2, Difficulty.EASY, null, "security"),
						question(3, Difficulty.EASY, LONG_AGO, "messaging", "monitoring", "security")),
				LongStream.rangeClosed(4, 20).mapToObj((id) -> question(id, Difficulty.EASY, null, "messaging")));
		var profile = profile(60, 2, 0, 0, 1, "messaging", "monitoring", "security");
		assertThat(ids(composed(profile, pool.toList()).get(0))).containsExactly(1L, 2L);
	}

	@Test
	void prefersQuestionsWithATopicOfTheProfileIfAskedAsLittle() {
		var pool = questions(40, (id) -> question(id, Difficulty.EASY, null, (id % 8 == 0) ? "security" : "testing"));
		assertThat(composed(profile(60, 5, 0, 0, 1, "security"), pool).get(0).topics())
			.isEqualTo(Map.of("security", 5));
	}

	@Test
	void keepsNearDuplicatesOutOfAllForms() {
		var one = new PoolQuestion(1, Difficulty.EASY, Set.of(), null, Set.of(2L));
		var link = new PoolQuestion(2, Difficulty.HARD, Set.of(), null, Set.of(3L));
		var other = new PoolQuestion(3, Difficulty.EASY, Set.of(), null, Set.of());
		assertThat(composer().compose(profile(60, 1, 0, 0, 2), List.of(one, link, other), new SplittableRandom(1)))
			.isEqualTo(new Shortage(List.of(missing(Difficulty.EASY, 1)), true));
	}

	@Test
	void balancesTopicsBetweenForms() {
		var pool = questions(40, (id) -> question(id, Difficulty.values()[(int) (id % 2)], null,
				(id <= 10) ? "messaging" : (id <= 20) ? "monitoring" : "testing"));
		var forms = composed(profile(60, 4, 4, 0, 5, "messaging", "monitoring", "testing"), pool);
		for (var topic : List.of("messaging", "monitoring", "testing")) {
			assertThat(forms.stream().map((form) -> form.topics().get(topic)).distinct()).as(topic).hasSize(1);
		}
	}

	@Test
	void balancesAskedQuestionsBetweenForms() {
		var pool = questions(20, (id) -> question(id, Difficulty.EASY, (id <= 10) ? LONG_AGO : null));
		assertThat(composed(profile(60, 5, 0, 0, 4), pool)).extracting(EquivalentForm::neverAsked)
			.containsExactlyInAnyOrder(2, 2, 3, 3);
	}

	@Test
	void fillsTheSlotInProportionToTheExpectedTimes() {
		var pool = questions(9, (id) -> question(id, Difficulty.values()[(int) (id % 3)], null));
		var form = composed(profile(45, 2, 2, 2, 1), pool).get(0);
		assertThat(form.questions()).extracting(PlannedQuestion::minutes).containsExactly(5, 4, 7, 7, 11, 11);
		assertThat(form.minutes()).isEqualTo(45);
		assertThat(form.expectedMinutes()).isEqualTo(32);
		assertThat(composed(profile(480, 2, 2, 2, 1), pool).get(0).minutes()).isEqualTo(64);
	}

	@Test
	void reportsTheShortestSlotIfTheMixDoesNotFit() {
		assertThat(composer().compose(profile(17, 2, 2, 2, 1), List.of(), new SplittableRandom(1)))
			.isEqualTo(new SlotTooShort(18));
		var pool = questions(9, (id) -> question(id, Difficulty.values()[(int) (id % 3)], null));
		assertThat(composed(profile(18, 2, 2, 2, 1), pool).get(0).questions()).extracting(PlannedQuestion::minutes)
			.containsExactly(2, 2, 3, 3, 4, 4);
	}

	@Test
	void namesMissingQuestionsByDifficultyAndTopic() {
		var pool = Stream.concat(questions(20, (id) -> question(id, Difficulty.EASY, null, "testing")).stream(),
				Stream.of(question(21, Difficulty.HARD, null, "monitoring")));
		assertThat(composer().compose(profile(60, 2, 0, 2, 2, "monitoring"), pool.toList(), new SplittableRandom(1)))
			.isEqualTo(new Shortage(List.of(missing(Difficulty.HARD, 2), missing(Difficulty.HARD, 1, "monitoring")),
					true));
	}

	@Test
	void asksForSeveralTopicsInOneQuestionOnlyIfThereAreFewerQuestionsThanTopics() {
		assertThat(composer().compose(profile(60, 1, 0, 0, 1, "monitoring", "security"), List.of(),
				new SplittableRandom(1)))
			.isEqualTo(new Shortage(List.of(missing(Difficulty.EASY, 1, "monitoring", "security")), true));
	}

	/** Each form covers eight topics with two questions, and no question fits twice. */
	@Test
	void findsTheOnlyCompositionOfManyForms() {
		var topics = List.of("a", "b", "c", "d", "e", "f", "g", "h");
		var pool = questions(20, (id) -> {
			int split = 1 + (int) (id - 1) / 2 % 7;
			return question(id, Difficulty.EASY, null,
					((id % 2 == 0) ? topics.subList(0, split) : topics.subList(split, 8)).toArray(String[]::new));
		});
		assertThat(composed(profile(60, 2, 0, 0, 10, topics.toArray(String[]::new)), pool)).hasSize(10)
			.allSatisfy((form) -> assertThat(form.topics().keySet()).containsExactlyElementsOf(topics));
	}

	private static List<EquivalentForm> composed(CompositionProfile profile, List<PoolQuestion> pool) {
		var result = composer().compose(profile, pool, new SplittableRandom(1));
		assertThat(result).isInstanceOf(Composed.class);
		return ((Composed) result).forms();
	}

	private static KitComposer composer() {
		return new KitComposer(MINUTES);
	}

	private static CompositionProfile profile(int minutes, int easy, int medium, int hard, int forms,
			String... topics) {
		return new CompositionProfile(minutes, easy, medium, hard, Set.of(topics), forms);
	}

	private static List<PoolQuestion> questions(int number, LongFunction<PoolQuestion> question) {
		return LongStream.rangeClosed(1, number).mapToObj(question).toList();
	}

	private static PoolQuestion question(long id, Difficulty difficulty, @Nullable Instant asked, String... topics) {
		return new PoolQuestion(id, difficulty, Set.of(topics), asked, Set.of());
	}

	private static MissingQuestions missing(Difficulty difficulty, int number, String... topics) {
		var sorted = new TreeSet<String>();
		Collections.addAll(sorted, topics);
		return new MissingQuestions(difficulty, sorted, number);
	}

	private static List<Long> ids(EquivalentForm form) {
		return form.questions().stream().map((planned) -> planned.question().id()).toList();
	}

}
