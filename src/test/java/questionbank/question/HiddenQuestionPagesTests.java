package questionbank.question;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.HtmlPage;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;
import questionbank.account.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@PageTest
class HiddenQuestionPagesTests {

	private static final List<String> SEARCHES = List.of("flibbertigibbet", "flibbertigibet", "flibbert",
			"whippersnapper", "%22whippersnapper+of+sorts%22");

	@Autowired
	private Pages pages;

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
	void areOnNoPage(String viewer, Open open) {
		var addresses = Stream.concat(
				Stream.of("/", "/questions", "/questions?sort=newest", "/questions?difficulty=hard",
						"/questions?topic=security", "/questions/6", "/questions/10", "/questions/10?sort=newest"),
				SEARCHES.stream().map((words) -> "/questions?q=" + words));
		assertThat(addresses).allSatisfy((address) -> {
			var page = open.apply(this.pages).apply(address);
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.reached()).doesNotContainAnyElementsOf(this.hidden.all());
			page.html().select("#q").remove();
			page.html().title("");
			assertThat(page.html().body().html()).doesNotContain("arcana").doesNotContain("A whippersnapper");
		});
	}

	@ParameterizedTest
	@MethodSource("outsiders")
	void areNotFound(String viewer, Open open) {
		assertThat(SEARCHES).allSatisfy((words) -> {
			var page = open.apply(this.pages).apply("/questions?q=" + words);
			assertThat(page.listed()).isEmpty();
			assertThat(page.text("#count")).isEqualTo("No questions");
			assertThat(page.texts("#facets .count")).containsOnly("0");
			assertThat(open.apply(this.pages)
				.apply("/questions?q=" + words + "+zzz&difficulty=easy")
				.texts(".no-results li")).isEmpty();
		});
	}

	@ParameterizedTest
	@MethodSource("outsiders")
	void cannotBeOpened(String viewer, Open open) {
		assertThat(this.hidden.all())
			.allSatisfy((id) -> assertThat(open.apply(this.pages).apply("/questions/" + id).status()).isEqualTo(404));
	}

	@ParameterizedTest
	@MethodSource("outsiders")
	void haveUnknownTopics(String viewer, Open open) {
		var page = open.apply(this.pages).apply("/questions?topic=arcana");
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.text("#topic-mistake")).isEqualTo("No question has the topic “arcana”.");
		assertThat(open.apply(this.pages).apply("/questions/random?topic=arcana").status()).isEqualTo(400);
	}

	@ParameterizedTest
	@MethodSource("outsiders")
	void areNeverPicked(String viewer, Open open) {
		assertThat(open.apply(this.pages).apply("/questions/random?q=flibbertigibbet").header("Location"))
			.isEqualTo("/questions?q=flibbertigibbet");
	}

	@Test
	void areVisibleToInterviewersIfMeantForThem() {
		var list = this.pages.open("/questions?q=flibbertigibbet", Role.INTERVIEWER);
		assertThat(list.listed()).containsExactly(this.hidden.forInterviewers());
		assertThat(this.pages.open("/questions?topic=arcana", Role.INTERVIEWER).listed())
			.containsExactly(this.hidden.forInterviewers());
		assertThat(status(this.hidden.forInterviewers(), Role.INTERVIEWER)).isEqualTo(200);
		assertThat(status(this.hidden.draft(), Role.INTERVIEWER)).isEqualTo(404);
		assertThat(status(this.hidden.retired(), Role.INTERVIEWER)).isEqualTo(404);
	}

	@Test
	void areVisibleToAdministrators() {
		assertThat(this.pages.open("/questions?q=flibbertigibbet&sort=newest", Role.ADMINISTRATOR).listed())
			.containsAll(this.hidden.all());
		assertThat(this.hidden.all()).allSatisfy((id) -> assertThat(status(id, Role.ADMINISTRATOR)).isEqualTo(200));
	}

	@Test
	void stayHiddenAfterAnAdministratorHasOpenedThem() {
		var address = "/questions/" + this.hidden.draft();
		assertThat(this.pages.open(address, Role.ADMINISTRATOR).status()).isEqualTo(200);
		assertThat(this.pages.open(address).status()).isEqualTo(404);
		assertThat(this.pages.open("/questions?q=whippersnapper", Role.ADMINISTRATOR).listed()).isNotEmpty();
		assertThat(this.pages.open("/questions?q=whippersnapper").listed()).isEmpty();
		assertThat(this.pages.open("/questions?q=whippersnapper", Role.ADMINISTRATOR).listed()).isNotEmpty();
	}

	static Stream<Arguments> outsiders() {
		Open anonymous = (pages) -> pages::open;
		Open candidate = (pages) -> (address) -> pages.open(address, Role.CANDIDATE);
		return Stream.of(arguments("an anonymous reader", anonymous), arguments("a candidate", candidate));
	}

	private int status(long id, Role role) {
		return this.pages.open("/questions/" + id, role).status();
	}

	interface Open extends Function<Pages, Function<String, HtmlPage>> {

	}

}
