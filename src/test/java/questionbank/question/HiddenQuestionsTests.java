package questionbank.question;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.DatabaseTest;
import questionbank.MovingClock;
import questionbank.World;
import questionbank.account.Viewer;
import questionbank.question.QuestionFilter.Sort;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
class HiddenQuestionsTests {

	private static final List<Long> THE_TEN = LongStream.rangeClosed(1, 10).boxed().toList();

	/**
	 * Searches for the hidden questions by each kind of match, each of which could leak.
	 */
	private static final List<String> SEARCHES = List.of("flibbertigibbet", "flibbertigibet", "flibbert",
			"whippersnapper", "whipersnapper", "whippers", "\"whippersnapper of sorts\"", "arcana", "flibbertigibbets");

	@Autowired
	private QuestionBank bank;

	@Autowired
	private QuestionCatalogue catalogue;

	@Autowired
	private SearchSuggestions suggestions;

	@Autowired
	private MovingClock clock;

	@Autowired
	private World world;

	private World.Hidden hidden;

	@BeforeEach
	void hide() {
		this.hidden = this.world.hide(World.question("What is a flibbertigibbet?", Difficulty.HARD,
				"A whippersnapper of sorts.", "arcana", "security"));
	}

	@ParameterizedTest
	@MethodSource("outsiders")
	void areNotListed(Viewer viewer) {
		assertThat(ids(QuestionFilter.ALL, viewer)).containsExactlyElementsOf(THE_TEN);
		assertThat(ids(Filters.sorted(Sort.NEWEST), viewer)).containsExactlyInAnyOrderElementsOf(THE_TEN);
		assertThat(ids(Filters.difficulties(Difficulty.HARD), viewer)).containsExactly(2L, 7L);
		assertThat(ids(Filters.topics("arcana", "security"), viewer)).containsExactly(6L);
	}

	@ParameterizedTest
	@MethodSource("outsiders")
	void areNotFound(Viewer viewer) {
		assertThat(SEARCHES).allSatisfy((words) -> {
			assertThat(ids(Filters.words(words), viewer)).isEmpty();
			assertThat(this.catalogue.count(Filters.words(words), viewer)).isZero();
		});
	}

	@ParameterizedTest
	@MethodSource("outsiders")
	void areNotSummarizedByNumber(Viewer viewer) {
		assertThat(this.bank.summaries(this.hidden.all(), viewer)).isEmpty();
		assertThat(this.bank.summaries(this.hidden.all(), World.INTERVIEWER))
			.containsOnlyKeys(this.hidden.forInterviewers());
		assertThat(this.bank.summaries(this.hidden.all(), World.ADMINISTRATOR).values())
			.allSatisfy((question) -> assertThat(question.topics()).containsExactly("arcana", "security"))
			.hasSize(3);
	}

	@ParameterizedTest
	@MethodSource("outsiders")
	void areNotCounted(Viewer viewer) {
		var overview = this.catalogue.overview(viewer);
		assertThat(overview.total()).isEqualTo(10);
		assertThat(overview.difficulties()).containsEntry(Difficulty.HARD, 2L);
		assertThat(overview.topics()).containsEntry("security", 1L).doesNotContainKey("arcana");
		assertThat(SEARCHES).allSatisfy((words) -> {
			var list = this.catalogue.list(Filters.words(words), viewer, 0, 20);
			assertThat(list.total()).isZero();
			assertThat(list.difficulties().values()).containsOnly(0L);
			assertThat(list.topics()).isEmpty();
		});
	}

	@ParameterizedTest
	@MethodSource("outsiders")
	void addNoTopics(Viewer viewer) {
		assertThat(this.catalogue.hasTopic("arcana", viewer)).isFalse();
		assertThat(this.catalogue.hasTopic("security", viewer)).isTrue();
	}

	@ParameterizedTest
	@MethodSource("outsiders")
	void areNotSuggestedAsRelated(Viewer viewer) {
		var open = this.world.add(World.question("What is a flibbertigibbet again?", Difficulty.HARD,
				"A whippersnapper of sorts.", "arcana", "security"));
		var related = this.catalogue.related(this.bank.find(open, viewer).orElseThrow(), viewer, 20);
		assertThat(related).extracting(QuestionSummary::id).contains(6L).doesNotContainAnyElementsOf(this.hidden.all());
	}

	@ParameterizedTest
	@MethodSource("outsiders")
	void areNotNeighbours(Viewer viewer) {
		var filters = List.of(QuestionFilter.ALL, Filters.sorted(Sort.NEWEST), Filters.sorted(Sort.DIFFICULTY));
		assertThat(filters).allSatisfy((filter) -> {
			assertThat(THE_TEN).allSatisfy((id) -> assertThat(this.catalogue.neighbours(id, filter, viewer))
				.hasValueSatisfying((neighbours) -> assertThat(neighbours.total()).isEqualTo(10))
				.hasValueSatisfying((neighbours) -> assertThat(this.hidden.all()).doesNotContain(neighbours.previous(),
						neighbours.next())));
			assertThat(this.hidden.all())
				.allSatisfy((id) -> assertThat(this.catalogue.neighbours(id, filter, viewer)).isEmpty());
		});
	}

	@ParameterizedTest
	@MethodSource("outsiders")
	void areNeverPicked(Viewer viewer) {
		assertThat(IntStream.range(0, 50).mapToObj((i) -> this.catalogue.random(QuestionFilter.ALL, viewer)))
			.allSatisfy((picked) -> assertThat(THE_TEN).contains(picked.orElseThrow().id()));
		assertThat(this.catalogue.random(Filters.topics("arcana"), viewer)).isEmpty();
		assertThat(this.catalogue.random(Filters.words("flibbertigibbet"), viewer)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("outsiders")
	void areNeverTheQuestionOfTheDay(Viewer viewer) {
		for (int day = 0; day < 20; day++) {
			this.clock.advance(Duration.ofDays(1));
			assertThat(THE_TEN).contains(this.catalogue.ofTheDay(viewer).orElseThrow().id());
		}
	}

	@ParameterizedTest
	@MethodSource("outsiders")
	void areNotInSearchSuggestions(Viewer viewer) {
		assertThat(SEARCHES).allSatisfy((words) -> assertThat(this.suggestions.suggest(
				new QuestionQuery("qqqqq " + words, List.of("easy"), List.of("security"), null, null, null), viewer))
			.isEmpty());
	}

	@ParameterizedTest
	@MethodSource("outsiders")
	void cannotBeRead(Viewer viewer) {
		assertThat(this.hidden.all()).allSatisfy((id) -> assertThat(this.bank.find(id, viewer)).isEmpty());
	}

	@Test
	void areVisibleToInterviewersIfMeantForThem() {
		var theirs = this.hidden.forInterviewers();
		assertThat(SEARCHES)
			.allSatisfy((words) -> assertThat(ids(Filters.words(words), World.INTERVIEWER)).containsExactly(theirs));
		assertThat(ids(QuestionFilter.ALL, World.INTERVIEWER)).hasSize(11).endsWith(theirs);
		assertThat(this.catalogue.overview(World.INTERVIEWER).topics()).containsEntry("arcana", 1L);
		assertThat(this.bank.find(theirs, World.INTERVIEWER)).isPresent();
		assertThat(this.bank.find(this.hidden.draft(), World.INTERVIEWER)).isEmpty();
		assertThat(this.bank.find(this.hidden.retired(), World.INTERVIEWER)).isEmpty();
	}

	@Test
	void areVisibleToAdministrators() {
		assertThat(SEARCHES).allSatisfy((words) -> assertThat(
				ids(new QuestionFilter(words, Set.of(), Set.of(), Sort.NEWEST), World.ADMINISTRATOR))
			.containsAll(this.hidden.all()));
		assertThat(this.hidden.all())
			.allSatisfy((id) -> assertThat(this.bank.find(id, World.ADMINISTRATOR)).isPresent());
	}

	static Stream<Viewer> outsiders() {
		return Stream.of(Viewer.ANONYMOUS, World.CANDIDATE);
	}

	private List<Long> ids(QuestionFilter filter, Viewer viewer) {
		return this.catalogue.list(filter, viewer, 0, 100)
			.entries()
			.stream()
			.map((entry) -> entry.question().id())
			.toList();
	}

}
