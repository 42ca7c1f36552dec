package questionbank.kit;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;
import questionbank.account.Role;
import questionbank.question.Difficulty;

import static org.assertj.core.api.Assertions.assertThat;

/** The page that composes balanced kits. */
@PageTest
class CompositionTests {

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private Kits kits;

	@Test
	void proposesAKitAndProvesItsBalance() {
		var page = this.pages.open("/kits/composition?minutes=45&easy=1&medium=3&hard=2&topic=security",
				Role.INTERVIEWER);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.texts(".picked > li")).hasSize(6);
		assertThat(page.texts(".picked .difficulty")).containsExactly("easy", "medium", "medium", "medium", "hard",
				"hard");
		assertThat(page.text(".proof tr:has(th:contains(security)) td")).isNotEqualTo("0");
		assertThat(Integer.parseInt(page.text(".proof tr:has(th:contains(Minutes)) td"))).isLessThanOrEqualTo(45);
	}

	@Test
	void savesTheProposalThatIsShown() {
		var address = "/kits/composition?minutes=30&easy=1&medium=2&hard=1";
		var proposed = this.pages.open(address, Role.INTERVIEWER).texts(".picked > li > a");
		var saved = this.pages.submit("/kits/composition", Role.INTERVIEWER, "minutes", "30", "easy", "1", "medium",
				"2", "hard", "1", "title", "Composed");
		var kit = this.kits.find(Long.parseLong(saved.header("Location").replace("/kits/", ""))).orElseThrow();
		assertThat(kit.content().title()).isEqualTo("Composed");
		assertThat(kit.content().slot()).isEqualTo(30);
		assertThat(this.pages.open(saved.header("Location"), Role.INTERVIEWER).texts(".pinned h2")).isEqualTo(proposed);
	}

	@Test
	void doesNotSaveAnotherProposalThanTheOneThatWasShown() {
		var shown = this.pages.open("/kits/composition?minutes=30&hard=2", Role.INTERVIEWER).one("[name=shown]").val();
		var kits = this.kits.count();
		var refused = this.pages.submit("/kits/composition", Role.INTERVIEWER, "minutes", "30", "hard", "2", "shown",
				shown.replaceFirst("^[0-9]+", "999"), "title", "Kept");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text(".summary")).startsWith("Nothing is saved");
		assertThat(refused.one("#title").val()).isEqualTo("Kept");
		assertThat(refused.texts(".picked > li")).hasSize(2);
		assertThat(this.kits.count()).isEqualTo(kits);
	}

	@Test
	void makesEquivalentFormsWithoutACommonQuestion() {
		IntStream.range(0, 4)
			.forEach((at) -> this.world.add(
					World.question("What is rope number " + "abcd".charAt(at) + at + "?", Difficulty.EASY, "A rope.")));
		var page = this.pages.open("/kits/composition?minutes=30&easy=2&medium=2&forms=2", Role.INTERVIEWER);
		assertThat(page.texts(".proof thead th")).containsExactly("Form A", "Form B");
		assertThat(page.html().select(".picked > li > a").eachAttr("href")).hasSize(8).doesNotHaveDuplicates();
		var saved = this.pages.submit("/kits/composition", Role.INTERVIEWER, "minutes", "30", "easy", "2", "medium",
				"2", "forms", "2", "title", "Twins");
		assertThat(saved.header("Location")).isEqualTo("/kits");
		assertThat(this.kits.list()).extracting(KitSummary::title).contains("Twins – form A", "Twins – form B");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "minutes=45&hard=3|.summary|1 hard question.",
					"minutes=45&easy=2&forms=2|.summary|3 easy questions.",
					"minutes=480&easy=1&topic=security|.summary|1 easy question on security.",
					"minutes=2&medium=3|#minutes-mistake|These questions take at least",
					"minutes=x&easy=1|#minutes-mistake|The interview takes from 1 to 480 minutes.",
					"minutes=45&easy=51|#easy-mistake|Choose from 0 to 50 easy questions.",
					"minutes=45&easy=0|.summary|Choose from 1 to 50 questions in all.",
					"minutes=45&easy=1&forms=11|#forms-mistake|Choose from 1 to 10 forms.",
					"minutes=45&easy=1&topic=cats|#topic-mistake|No question has the topic “cats”." })
	void saysWhatIsMissingOrWrong(String query, String at, String message) {
		var page = this.pages.open("/kits/composition?" + query, Role.INTERVIEWER);
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.text(at)).contains(message);
		assertThat(page.html().select(".proposals")).isEmpty();
	}

	@Test
	void neverPutsNearDuplicatesTogether() {
		var words = "What happens to a message that no consumer of the queue can process?";
		this.world.add(World.question(words, Difficulty.EASY, "It is moved."));
		this.world.add(World.question(words + " Why?", Difficulty.EASY, "It is moved."));
		var page = this.pages.open("/kits/composition?minutes=45&easy=3", Role.INTERVIEWER);
		assertThat(page.text(".summary")).contains("1 easy question.");
	}

}
