package questionbank.question;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.DatabaseTest;
import questionbank.MovingClock;
import questionbank.World;
import questionbank.account.Viewer;
import questionbank.question.QuestionCatalogue.Slice;
import questionbank.question.QuestionFilter.Sort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

@DatabaseTest
class ListTests {

	@Autowired
	private QuestionCatalogue catalogue;

	@Autowired
	private JdbcClient database;

	@Autowired
	private World world;

	@Autowired
	private MovingClock clock;

	@Test
	void filterByDifficulty() {
		assertThat(ids(Filters.difficulties(Difficulty.HARD))).containsExactly(2L, 7L);
		assertThat(ids(Filters.difficulties(Difficulty.EASY))).containsExactly(9L);
		assertThat(ids(Filters.difficulties(Difficulty.EASY, Difficulty.HARD))).containsExactly(2L, 7L, 9L);
	}

	@Test
	void filterByAnyOfTheTopics() {
		assertThat(ids(Filters.topics("security"))).containsExactly(6L);
		assertThat(ids(Filters.topics("data-privacy"))).containsExactly(6L, 8L);
		assertThat(ids(Filters.topics("security", "stakeholders"))).containsExactly(4L, 5L, 6L, 10L);
		assertThat(ids(Filters.topics("unheard-of"))).isEmpty();
		assertThat(ids(Filters.topics("data"))).isEmpty();
	}

	@Test
	void combineAllFilters() {
		var filter = new QuestionFilter("monitoring", Set.of(Difficulty.MEDIUM, Difficulty.EASY),
				Set.of("data-quality", "observability"), Sort.NUMBER);
		assertThat(ids(filter)).containsExactly(1L, 4L, 8L, 9L);
	}

	@Test
	void leavesOutAQuestionThatTheIndexHasAndTheViewerMayNotSee() {
		this.database.sql("update question set status = 'RETIRED' where id = 2").update();
		try {
			assertThat(ids(Filters.difficulties(Difficulty.HARD))).containsExactly(7L);
		}
		finally {
			this.database.sql("update question set status = 'PUBLISHED' where id = 2").update();
		}
	}

	@Test
	void countAllQuestions() {
		var overview = this.catalogue.overview(Viewer.ANONYMOUS);
		assertThat(overview.total()).isEqualTo(10);
		assertThat(overview.entries()).isEmpty();
		assertThat(overview.difficulties()).containsExactly(entry(Difficulty.EASY, 1L), entry(Difficulty.MEDIUM, 7L),
				entry(Difficulty.HARD, 2L));
		assertThat(List.copyOf(overview.topics().values())).isSortedAccordingTo(Comparator.reverseOrder());
		assertThat(overview.topics()).containsEntry("testing", 4L)
			.containsEntry("security", 1L)
			.containsEntry("observability", 4L)
			.hasSize(14);
	}

	@Test
	void countFacetsByTheOtherFilters() {
		var hard = list(Filters.difficulties(Difficulty.HARD));
		assertThat(hard.total()).isEqualTo(2);
		assertThat(hard.difficulties()).containsEntry(Difficulty.MEDIUM, 7L).containsEntry(Difficulty.EASY, 1L);
		assertThat(hard.topics()).containsEntry("apis", 1L)
			.containsEntry("reliability", 1L)
			.doesNotContainKey("security");

		var testing = list(Filters.topics("testing"));
		assertThat(testing.difficulties()).containsExactly(entry(Difficulty.EASY, 0L), entry(Difficulty.MEDIUM, 3L),
				entry(Difficulty.HARD, 1L));
		assertThat(testing.topics()).containsEntry("security", 1L).hasSize(14);
	}

	@Test
	void countFacetsOfASearch() {
		var oauth = list(Filters.words("OAuth"));
		assertThat(oauth.difficulties()).containsEntry(Difficulty.MEDIUM, 1L).containsEntry(Difficulty.HARD, 0L);
		assertThat(oauth.topics()).containsExactly(entry("data-privacy", 1L), entry("security", 1L));
	}

	@Test
	void countMatchesOfACorrectedTypo() {
		var found = list(Filters.words("certificatess"));
		assertThat(found.total()).isEqualTo(1);
		assertThat(found.difficulties()).containsEntry(Difficulty.MEDIUM, 1L);
	}

	@Test
	void sortByEveryOrder() {
		this.clock.advance(Duration.ofMinutes(1));
		var older = this.world.add(World.question("Which of two?", Difficulty.EASY, "This."));
		this.clock.advance(Duration.ofMinutes(1));
		var newer = this.world.add(World.question("Which of one?", Difficulty.HARD, "That."));
		assertThat(ids(Filters.sorted(Sort.NUMBER))).isSorted().endsWith(older, newer).hasSize(12);
		assertThat(ids(Filters.sorted(Sort.RELEVANCE))).isEqualTo(ids(Filters.sorted(Sort.NUMBER)));
		assertThat(ids(Filters.sorted(Sort.NEWEST))).startsWith(newer, older, 10L, 9L).endsWith(1L);
		assertThat(ids(Filters.sorted(Sort.DIFFICULTY))).containsExactly(9L, older, 1L, 3L, 4L, 5L, 6L, 8L, 10L, 2L, 7L,
				newer);
	}

	@Test
	void paginate() {
		assertThat(this.catalogue.list(QuestionFilter.ALL, Viewer.ANONYMOUS, 3, 4).entries())
			.extracting((found) -> found.question().id())
			.containsExactly(4L, 5L, 6L, 7L);
		assertThat(this.catalogue.list(QuestionFilter.ALL, Viewer.ANONYMOUS, 10, 4).entries()).isEmpty();
	}

	private Slice list(QuestionFilter filter) {
		return this.catalogue.list(filter, Viewer.ANONYMOUS, 0, 20);
	}

	private List<Long> ids(QuestionFilter filter) {
		var list = list(filter);
		assertThat(this.catalogue.count(filter, Viewer.ANONYMOUS)).isEqualTo(list.total());
		return list.entries().stream().map((found) -> found.question().id()).toList();
	}

}
