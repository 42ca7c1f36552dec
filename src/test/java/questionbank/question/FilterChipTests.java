package questionbank.question;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.PageTest;
import questionbank.Pages;
import questionbank.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class FilterChipTests {

	@Autowired
	private Pages pages;

	@Test
	void showEachFilterInEffectWithALinkThatRemovesIt() {
		var list = this.pages
			.open("/questions?q=integration&difficulty=medium&topic=data-quality&topic=ownership&sort=newest&page=1");
		assertThat(list.texts(".chip")).containsExactly("Remove the filter “integration”×", "Remove the filter medium×",
				"Remove the filter data quality×", "Remove the filter ownership×");
		assertThat(list.links(".chip")).containsExactly(
				"/questions?difficulty=medium&topic=data-quality&topic=ownership&sort=newest",
				"/questions?q=integration&topic=data-quality&topic=ownership&sort=newest",
				"/questions?q=integration&difficulty=medium&topic=ownership&sort=newest",
				"/questions?q=integration&difficulty=medium&topic=data-quality&sort=newest");
		assertThat(list.links(".chip")).allSatisfy((address) -> {
			var broader = this.pages.open(address);
			assertThat(broader.status()).isEqualTo(200);
			assertThat(broader.texts(".chip")).hasSize(3);
		});
	}

	@Test
	void areAllClearedByOneLink() {
		assertThat(this.pages.open("/questions?difficulty=hard").links(".chips .clear")).containsExactly("/questions");
		assertThat(this.pages.open("/questions?sort=newest").html().select(".chips a")).isEmpty();
	}

	@Test
	void removeWhatIsWrong() {
		var list = this.pages.open("/questions?difficulty=hardest&difficulty=hard");
		assertThat(list.texts(".chip bdi")).containsExactly("hardest", "hard");
		assertThat(list.links(".chip")).containsExactly("/questions?difficulty=hard", "/questions?difficulty=hardest");
		assertThat(this.pages.open("/questions?topic=%3Cb%3E").text(".chip bdi")).isEqualTo("<b>");
	}

	@Test
	void showAndKeepThePersonalFilters() {
		var starred = this.pages.open("/questions?difficulty=hard&starred");
		assertThat(starred.texts(".chip bdi")).containsExactly("hard", "starred");
		assertThat(starred.links(".chip")).containsExactly("/questions?starred", "/questions?difficulty=hard");
		assertThat(starred.links(".chips .clear")).containsExactly("/questions");
		var unpractised = this.pages.open("/questions?topic=ownership&starred&practised=no&sort=newest");
		assertThat(unpractised.texts(".chip bdi")).containsExactly("ownership", "starred", "not practised");
		assertThat(unpractised.links(".chip")).containsExactly("/questions?starred&practised=no&sort=newest",
				"/questions?topic=ownership&practised=no&sort=newest",
				"/questions?topic=ownership&starred&sort=newest");
		assertThat(this.pages.open("/questions?practised=often").texts(".chip bdi")).containsExactly("often");
	}

	@ParameterizedTest
	@CsvSource({ "?starred, Starred questions", "?practised=weak, Weak questions", "?practised=due, Due questions",
			"?practised=no, Questions not practised",
			"?starred&practised=due&topic=ownership, " + "Starred due questions about ownership",
			"?topic=ownership, Questions about ownership", "?difficulty=hard, Questions" })
	void nameThePersonalFiltersInTheHeading(String query, String heading) {
		var list = this.pages.open("/questions" + query);
		assertThat(list.text("h1")).isEqualTo(heading);
		assertThat(list.text("title")).isEqualTo(heading + " – Question Bank");
	}

	@Test
	void nameTheAudienceToInterviewers() {
		assertThat(this.pages.open("/questions?audience=interviewers", Role.INTERVIEWER).text(".chip bdi"))
			.isEqualTo("for interviewers");
	}

}
