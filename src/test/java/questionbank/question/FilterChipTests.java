package questionbank.question;

import org.junit.jupiter.api.Test;

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
	void nameTheAudienceToInterviewers() {
		assertThat(this.pages.open("/questions?audience=interviewers", Role.INTERVIEWER).text(".chip bdi"))
			.isEqualTo("for interviewers");
	}

}
