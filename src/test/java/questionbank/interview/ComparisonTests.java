package questionbank.interview;

import java.util.List;

import org.junit.jupiter.api.Test;

import questionbank.PageTest;
import questionbank.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Candidates of one kit side by side. */
@PageTest
class ComparisonTests extends InterviewFixture {

	@Test
	void showsMeansWithTheirNumberAndSpread() {
		var kim = scored("Kim", "4", "2");
		var lee = scored("Lee", "3", "3");
		var page = this.owner.open(comparison(""));
		assertThat(page.texts(".compared thead a")).containsExactly("Question", "Lee", "Kim");
		assertThat(page.texts(".compared tbody tr:first-child td")).containsExactly("3.0 (n = 2), spread 0",
				"3.0 (n = 2), spread 2 ◆ disagreement");
		assertThat(page.texts(".compared tfoot td")).containsExactly("3.0 (n = 2), spread 0",
				"3.0 (n = 2), spread 2 ◆ disagreement");
		assertThat(page.links("main a")).contains(kim, lee);
		assertThat(this.owner.open(kim).links("main a")).contains("/interviews/comparison?kit=" + this.kit);
		assertThat(this.owner.open("/interviews/comparison").links("main a"))
			.contains("/interviews/comparison?kit=" + this.kit);
	}

	@Test
	void sortsQuestionsBothWaysByACandidateAndNeverCandidates() {
		var kim = create("Kim", this.ownerAccount.email());
		submit(this.owner, this.owner.open(kim + "/scorecard"), "rating-1", "2", "rating-2", "not-asked", "rating-3",
				"4", "recommendation", "1");
		scored("Lee", "3", "3");
		var asked = prompts("");
		assertThat(prompts("&sort=-number")).isEqualTo(List.of(asked.get(2), asked.get(1), asked.get(0)));
		assertThat(prompts("&sort=" + id(kim))).isEqualTo(List.of(asked.get(0), asked.get(2), asked.get(1)));
		assertThat(prompts("&sort=-" + id(kim))).isEqualTo(List.of(asked.get(2), asked.get(0), asked.get(1)));
		assertThat(prompts("&sort=nonsense")).isEqualTo(asked);
		var sorted = this.owner.open(comparison("&sort=-" + id(kim)));
		assertThat(sorted.text("[aria-sort=descending] a")).isEqualTo("Kim");
		assertThat(sorted.texts(".compared thead a")).containsExactly("Question", "Lee", "Kim");
	}

	@Test
	void matchesQuestionsOfAnotherRevisionOfTheKitByTheirNumber() {
		scored("Kim", "4", "2");
		this.database.sql("""
				update kit set version = 2, draft = (select replace(draft, '"question":3,', '"question":4,') from kit
				where id = ?) where id = ?""").params(this.kit, this.kit).update();
		scored("Lee", "3", "3");
		var page = this.owner.open(comparison(""));
		assertThat(page.text("main")).contains("different revisions of the kit");
		assertThat(page.texts(".compared thead .hint")).first().asString().endsWith("kit revision 2");
		assertThat(page.texts(".compared tbody th .hint")).containsExactly("No. 1, revision 1", "No. 2, revision 1",
				"No. 4, revision 1", "No. 3, revision 1");
		assertThat(page.texts(".compared tbody tr:nth-child(3) td")).containsExactly("3.0 (n = 2), spread 0",
				"not in the kit");
	}

	@Test
	void listsInterviewsThatAreNotShownYetWithoutANumber() {
		var interview = create("Kim", this.ownerAccount.email(), this.otherAccount.email());
		submitAll(this.other, interview + "/scorecard", "4");
		var page = this.owner.open(comparison(""));
		assertThat(page.texts(".compared")).isEmpty();
		assertThat(page.links("main a")).contains(interview);
		assertThat(page.text("main")).doesNotContain("n = ", "4.0");
		submitAll(this.owner, interview + "/scorecard", "2");
		assertThat(this.owner.open(comparison("")).text(".compared tfoot td")).startsWith("3.0 (n = 2)");
	}

	@Test
	void showsNothingOfInterviewsOfOthersNorWhetherThereAreAny() {
		scored("Kim", "4", "2");
		var stranger = signedIn(Role.INTERVIEWER);
		assertThat(stranger.open(comparison("")).html().select("main").text())
			.isEqualTo(stranger.open("/interviews/comparison?kit=999999999").html().select("main").text())
			.doesNotContain("Kim");
		assertThat(stranger.open("/interviews/comparison").text("main")).contains("You have no interviews yet.");
	}

	@Test
	void showsSixCandidatesAPage() {
		for (int count = 1; count <= 7; count++) {
			submitAll(this.owner, create("Candidate " + count, this.ownerAccount.email()) + "/scorecard", "3");
		}
		assertThat(this.owner.open(comparison("")).texts(".compared thead th + th a")).hasSize(6);
		assertThat(this.owner.open(comparison("&page=2")).texts(".compared thead th + th a"))
			.containsExactly("Candidate 1");
		for (var wrong : List.of("0", "3", "x")) {
			assertThat(this.owner.open(comparison("&page=" + wrong)).status()).isEqualTo(404);
		}
	}

	private String comparison(String query) {
		return "/interviews/comparison?kit=" + this.kit + query;
	}

	private List<String> prompts(String query) {
		return this.owner.open(comparison(query)).texts(".compared tbody th > span:first-child");
	}

	private String scored(String candidate, String first, String second) {
		var interview = create(candidate, this.ownerAccount.email(), this.otherAccount.email());
		submitAll(this.owner, interview + "/scorecard", first);
		submitAll(this.other, interview + "/scorecard", second);
		return interview;
	}

}
