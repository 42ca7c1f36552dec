package questionbank.question;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.DatabaseTest;
import questionbank.Pages;
import questionbank.World;
import questionbank.account.Role;
import questionbank.account.Viewer;
import questionbank.question.QuestionCatalogue.Slice.Relaxation;
import questionbank.question.QuestionFilter.Sort;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
class QueryRelaxationTests {

	@Autowired
	private QuestionCatalogue catalogue;

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Test
	void leavesOutAndListsMissingWords() {
		assertThat(found("nightly order sync")).isNotEmpty().isEqualTo(found("order sync"));
		assertThat(relaxation("nightly order sync")).isEqualTo(new Relaxation(List.of("nightly"), List.of(), 0));
		assertThat(relaxation("nightly order xylophone").missing()).containsExactly("nightly", "xylophone");
		assertThat(found("nightly xylophone")).isEmpty();
		assertThat(relaxation("nightly xylophone").missing()).containsExactly("nightly", "xylophone");
	}

	@Test
	void correctsEachMisspeltWordByItself() {
		assertThat(found("nightly overnigth oder sync")).isEqualTo(found("overnight order sync"));
		assertThat(relaxation("nightly overnigth sync"))
			.isEqualTo(new Relaxation(List.of("nightly"), List.of("overnigth"), 0));
	}

	@Test
	void findsTheBestPartialMatchesIfNoQuestionHasAllWords() {
		assertThat(found("overnight OAuth")).containsExactlyInAnyOrder(2L, 6L);
		assertThat(relaxation("overnight OAuth")).isEqualTo(new Relaxation(List.of(), List.of(), 1));
		var most = this.world.add(World.question("Which wamble zyzzyva?", "This."));
		var few = this.world.add(World.question("Which borborygm?", "That."));
		assertThat(found("wamble zyzzyva borborygm")).containsExactly(most);
		assertThat(relaxation("wamble zyzzyva borborygm")).isEqualTo(new Relaxation(List.of(), List.of(), 2));
		assertThat(found("overnight OAuth borborygm")).doesNotContain(few).isEmpty();
	}

	@Test
	void alwaysRequiresAQuotedPhrase() {
		assertThat(found("\"order overnight\" sync")).isEmpty();
		assertThat(relaxation("\"order overnight\" sync").missing()).containsExactly("order overnight");
		assertThat(found("\"overnight order\" nightly")).containsExactly(2L);
	}

	@Test
	void splitsACompoundThatNoQuestionHas() {
		assertThat(found("order/overnight")).containsExactly(2L);
		assertThat(relaxation("order/nightly")).isEqualTo(new Relaxation(List.of("nightly"), List.of(), 0));
	}

	@Test
	void appliesToPagesCountsFacetsNeighboursAndRandomPicksAlike() {
		for (var typed : List.of("nightly integration", "overnight OAuth", "intergration")) {
			var filter = Filters.words(typed);
			var list = this.catalogue.list(filter, Viewer.ANONYMOUS, 0, 20);
			var ids = list.entries().stream().map((entry) -> entry.question().id()).toList();
			assertThat(ids).isNotEmpty().isEqualTo(this.catalogue.numbers(filter, Viewer.ANONYMOUS, 100));
			assertThat(this.catalogue.count(filter, Viewer.ANONYMOUS)).isEqualTo(ids.size());
			assertThat(list.difficulties().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(ids.size());
			assertThat(this.catalogue.neighbours(ids.get(0), filter, Viewer.ANONYMOUS).orElseThrow().total())
				.isEqualTo(ids.size());
			assertThat(this.catalogue.random(filter, Viewer.ANONYMOUS).orElseThrow().id()).isIn(ids);
		}
	}

	@Test
	void doesNotDependOnFilters() {
		for (var difficulty : Difficulty.values()) {
			var filter = new QuestionFilter("nightly order", Set.of(difficulty), Set.of(), Sort.RELEVANCE);
			var meant = new QuestionFilter("order", Set.of(difficulty), Set.of(), Sort.RELEVANCE);
			assertThat(this.catalogue.numbers(filter, Viewer.ANONYMOUS, 100))
				.isEqualTo(this.catalogue.numbers(meant, Viewer.ANONYMOUS, 100));
		}
		var none = new QuestionFilter("OAuth", Set.of(Difficulty.HARD), Set.of(), Sort.RELEVANCE);
		assertThat(this.catalogue.list(none, Viewer.ANONYMOUS, 0, 20).relaxation().missing()).isEmpty();
	}

	@Test
	void doesNotRevealWordsOfHiddenQuestions() {
		var word = Words.unheard();
		var misspelt = word + "q";
		this.world.hide(World.question("What is a " + word + "?", "A rumble."));
		assertThat(relaxation("order " + word).missing()).containsExactly(word);
		assertThat(relaxation("order " + misspelt).missing()).containsExactly(misspelt);
		assertThat(this.catalogue.list(Filters.words(word), World.ADMINISTRATOR, 0, 20).total()).isEqualTo(3);
	}

	/** Searches of readers who do not know the words of the bank. */
	@Test
	void neverEndsEmptyIfOtherWordsHaveGoodAnswers() {
		for (var typed : List.of("kafka messaging", "nightly order sync", "api versoning kafka", "kubernetes security",
				"how to test integrations with kafka")) {
			var list = this.pages.open("/questions?q=" + typed.replace(' ', '+'));
			assertThat(list.listed()).as(typed).isNotEmpty();
			assertThat(list.texts(".near a")).as(typed).isNotEmpty();
		}
		assertThat(this.pages.open("/questions?q=kafka+messaging").text("#count")).contains("No question has “kafka”.");
		assertThat(found("api versoning")).contains(7L).isEqualTo(found("api versioning"));
		assertThat(relaxation("api versoning").corrected()).containsExactly("versoning");
	}

	@Test
	void offersTopicsNearToASearch() {
		var partial = this.pages.open("/questions?q=nightly+order");
		assertThat(partial.text(".near")).startsWith("Topics of these questions:");
		assertThat(partial.links(".near a")).isNotEmpty()
			.allSatisfy(
					(address) -> assertThat(this.pages.open(address).listed()).containsAnyElementsOf(partial.listed()));
		assertThat(this.pages.open("/questions?q=troublemakers").texts(".near a")).containsExactly("troubleshooting");
		var none = this.pages.open("/questions?q=kafka");
		assertThat(none.text(".near")).startsWith("Topics to browse:");
		assertThat(none.texts(".near a")).hasSize(5);
		assertThat(this.pages.open("/questions?q=security").html().select(".near")).isEmpty();
		assertThat(this.pages.open("/questions").html().select(".near")).isEmpty();
	}

	@Test
	void isShownOnLists() {
		var list = this.pages.open("/questions?q=nightly+overnigth+order");
		assertThat(list.text("#count")).isEqualTo(
				"1 question No question has “nightly”. " + "No question has “overnigth”; these have a close spelling.");
		assertThat(this.pages.open("/questions?q=overnight+OAuth").text("#count"))
			.endsWith("No question has all of these words; each of these has at least 1.");
		assertThat(this.pages.open("/questions/desk?q=nightly+order", Role.ADMINISTRATOR).text(".total"))
			.endsWith("No question has “nightly”.");
		assertThat(this.pages.open("/questions?q=nightly+%3Cb%3E+xylophone").text(".no-results"))
			.contains("No question has “nightly” or “b” or “xylophone”.");
	}

	private Relaxation relaxation(String typed) {
		return this.catalogue.list(Filters.words(typed), Viewer.ANONYMOUS, 0, 0).relaxation();
	}

	private List<Long> found(String typed) {
		return this.catalogue.numbers(Filters.words(typed), Viewer.ANONYMOUS, 100);
	}

}
